/** The languages that people's pages speak. */
export type Spoken = 'en' | 'de' | 'ru';

/** The language for a locale as Jira names it, `de-DE` or `de_DE`; English where there is no other. */
export function spokenIn(locale: string | undefined): Spoken {
  const [, language] = /^(de|ru)(?:$|[-_])/i.exec(locale ?? '') ?? [];
  if (language === undefined) return 'en';
  return language.toLowerCase() === 'de' ? 'de' : 'ru';
}
