/**
 * JQL that a person wrote, without its order, to stand in brackets beside other conditions. Undefined where it would
 * not stay within them: quotes or brackets are not closed, or nothing is left.
 */
export function conditionOf(jql: string): string | undefined {
  const places = placesOf(jql);
  if (places === undefined) return undefined;
  const order = places.find(({ depth, at }) => depth === 0 && /^order\s+by\s/i.test(jql.slice(at)));
  const condition = (order === undefined ? jql : jql.slice(0, order.at)).trim();
  return condition === '' ? undefined : condition;
}

/** Where words begin outside of quotes, and how deep in brackets. */
interface Place {
  readonly at: number;
  readonly depth: number;
}

const piece = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|["']|[()]|\\.|[^\s()"'\\]+|\\|\s+/gsy;

/** Undefined where quotes or brackets are not closed. */
function placesOf(jql: string): readonly Place[] | undefined {
  const places: Place[] = [];
  let depth = 0;
  for (const { 0: text, index: at } of jql.matchAll(piece)) {
    if (text === '"' || text === "'") return undefined;
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
    else if (/^\w/.test(text)) places.push({ at, depth });
    if (depth < 0) return undefined;
  }
  return depth === 0 ? places : undefined;
}
