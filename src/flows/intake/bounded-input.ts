/**
 * A finding as it was sent, without the masses of what is wrong in it. A list or the attributes may hold a million
 * values that do not fit; each would be told as an error of its own. What follows after the first few is left out, and
 * what is left is refused for them.
 */
const mostWrong = 10;
const lists = ['cve', 'cwe', 'assets', 'tags'] as const;

/** The input, its lists and attributes cut behind the tenth value that cannot fit. Not a deep look: that is the schema's. */
export function boundedInput(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const given: Readonly<Record<string, unknown>> = { ...input };
  const bounded: Record<string, unknown> = {};
  for (const name of lists) {
    const value = given[name];
    if (!Array.isArray(value)) continue;
    const fitting = cut(value, (one) => typeof one === 'string');
    if (fitting.length < value.length) bounded[name] = fitting;
  }
  const { attributes } = given;
  if (typeof attributes === 'object' && attributes !== null && !Array.isArray(attributes)) {
    const entries = Object.entries(attributes);
    const fitting = cut(entries, ([, value]) => mayFit(value));
    if (fitting.length < entries.length) bounded['attributes'] = Object.fromEntries(fitting);
  }
  return Object.keys(bounded).length === 0 ? input : { ...given, ...bounded };
}

function mayFit(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 200 && value.every((one) => typeof one === 'string');
  return typeof value !== 'object' || value === null;
}

function cut<T>(values: readonly T[], fits: (value: T) => boolean): readonly T[] {
  let wrong = 0;
  const end = values.findIndex((value) => !fits(value) && (wrong += 1) >= mostWrong);
  return end < 0 ? values : values.slice(0, end + 1);
}
