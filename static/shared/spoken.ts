/** The languages that people's pages speak. */
export type Spoken = 'en' | 'de' | 'ru';

/** The language for a locale as Jira names it, `de-DE` or `de_DE`; English where there is no other. */
export function spokenIn(locale: string | undefined): Spoken {
  const [, language] = /^(de|ru)(?:$|[-_])/i.exec(locale ?? '') ?? [];
  if (language === undefined) return 'en';
  return language.toLowerCase() === 'de' ? 'de' : 'ru';
}

/** The locale for dates and numbers beside those texts: the person's own (`en-US`), English where their language is not spoken. */
export function localeIn(locale: string | undefined): string {
  const wanted = (locale ?? 'en').replaceAll('_', '-');
  if (spokenIn(wanted) === 'en' && !/^en(?:$|-)/i.test(wanted)) return 'en';
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
