/**
 * A finding as it was sent, without the masses of what is wrong in it. A list or the attributes may hold a million
 * values that do not fit; each would be told as an error of its own. What follows after the first few is left out, and
 * what is left is refused for them.
 */
const mostWrong = 10;
const lists = ['cve', 'cwe', 'assets', 'tags'] as const;

/** A finding or a comment must fit a stored value together with its record; in bytes of JSON. */
export const largestItem = 150_000;
/** A name, a value and what stands between them. */
const leastOfAttribute = '"a":1,'.length;
/** One more than could ever fit: a finding of so many is refused for its size. */
const mostAttributes = Math.ceil(largestItem / leastOfAttribute) + 1;

type Bag = Readonly<Record<string, unknown>>;

/** The input, its lists and attributes cut behind the tenth value that cannot fit. Not a deep look: that is the schema's. */
export function boundedInput(input: unknown): unknown {
  if (!isBag(input)) return input;
  const bounded: Record<string, unknown> = {};
  for (const name of lists) {
    const value = input[name];
    if (!Array.isArray(value)) continue;
    const end = endOf(value, (one) => typeof one === 'string');
    if (end < value.length) bounded[name] = value.slice(0, end);
  }
  const { attributes } = input;
  if (isBag(attributes)) {
    const names = Object.keys(attributes);
    const end = endOf(names, (name) => mayFit(attributes[name]), countGiven(attributes));
    if (end < names.length)
      bounded['attributes'] = Object.fromEntries(names.slice(0, end).map((name) => [name, attributes[name]]));
  }
  return Object.keys(bounded).length === 0 ? input : { ...input, ...bounded };
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mayFit(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 200 && value.every((one) => typeof one === 'string');
  return typeof value !== 'object' || value === null;
}

/** Says at which attribute there are too many; null means not given, and costs nothing. */
function countGiven(attributes: Bag): (name: string) => boolean {
  let given = 0;
  return (name) => attributes[name] !== null && (given += 1) >= mostAttributes;
}

/** Where to cut: behind the tenth value that does not fit, or the first that is one too many. */
function endOf<T>(
  values: readonly T[],
  fits: (value: T) => boolean,
  isTooMany: (value: T) => boolean = () => false,
): number {
  let wrong = 0;
  const last = values.findIndex((value) => isTooMany(value) || (!fits(value) && (wrong += 1) >= mostWrong));
  return last < 0 ? values.length : last + 1;
}
