/**
 * Says whether a parsed document is meant as findings in the app's own form, a single one or a list, rather than as a
 * report of a tool: reports know no product, and what they call findings have neither product nor id in these words.
 */
export function isOwnForm(document: unknown): boolean {
  if (!isObject(document)) return false;
  if (!('findings' in document)) return 'product' in document || 'title' in document;
  if (!Array.isArray(document.findings)) return false;
  const [first] = document.findings as readonly unknown[];
  return first === undefined || (isObject(first) && ('product' in first || 'id' in first));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
