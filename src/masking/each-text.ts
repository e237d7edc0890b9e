/** Deeper than that no report is read either. */
const deepest = 100;

/** Says every text of a value with the name of its property; what lies under the names that are left alone is passed over. */
export function eachText(
  value: unknown,
  leftAlone: ReadonlySet<string>,
  say: (text: string, name: string) => void,
  name = '',
  depth = 0,
): void {
  if (typeof value === 'string') say(value, name);
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  if (Array.isArray(value)) for (const one of value) eachText(one, leftAlone, say, name, depth + 1);
  else
    for (const [key, one] of Object.entries(value))
      if (!leftAlone.has(key)) eachText(one, leftAlone, say, key, depth + 1);
}

/** The value with what is said in the place of each of these texts. */
export function withTexts(
  value: unknown,
  leftAlone: ReadonlySet<string>,
  say: (text: string, name: string) => string,
  name = '',
  depth = 0,
): unknown {
  if (typeof value === 'string') return say(value, name);
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((one) => withTexts(one, leftAlone, say, name, depth + 1));
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    leftAlone.has(key) ? one : withTexts(one, leftAlone, say, key, depth + 1),
  ]);
  return Object.fromEntries(entries);
}
