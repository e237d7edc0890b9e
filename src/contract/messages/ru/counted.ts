const rules = new Intl.PluralRules('ru');

/** The form that goes with a number: 1 находка, 2 находки, 5 находок; fractions take the second. */
export function formFor(n: number, one: string, few: string, many: string): string {
  const form = rules.select(Math.abs(n));
  if (form === 'one') return one;
  return form === 'many' ? many : few;
}

/** The number with the form that goes with it. */
export function counted(n: number, one: string, few: string, many: string): string {
  return `${String(n)} ${formFor(n, one, few, many)}`;
}

/** So many findings, as the subject of a sentence. */
export function findings(n: number): string {
  return counted(n, 'находка', 'находки', 'находок');
}

/** So many days. */
export function days(n: number): string {
  return counted(n, 'день', 'дня', 'дней');
}
