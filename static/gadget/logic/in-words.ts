import type { Texts } from '../texts/en';

/** The mean time to resolve, and of how many issues it is the mean; without the latter nothing was resolved. */
export function inWords(
  { days, of, partly }: { readonly days: number | undefined; readonly of: number; readonly partly: boolean },
  texts: Texts,
): { readonly text: string; readonly of?: string } {
  if (days === undefined) return { text: texts.noTime };
  const text = days < 1 ? texts.underADay : texts.days(days.toLocaleString(texts.locale));
  return { text, of: texts.resolvedOf(of, partly) };
}

/** A day (YYYY-MM-DD) without its year in as few characters as people write it: many stand side by side. */
export function tightDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}

/** A day (YYYY-MM-DD) without its year, as people write it. */
export function shortDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}
