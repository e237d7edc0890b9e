/** The places of all values of a document, as names and positions joined by dots. */
export function pathsIn(document: unknown, at = ''): string[] {
  if (typeof document !== 'object' || document === null) return [at];
  const inner = Object.entries(document).flatMap(([name, value]) =>
    pathsIn(value, at === '' ? name : `${at}.${name}`),
  );
  return at === '' ? inner : [at, ...inner];
}

/** The document with another value at a place; unchanged where the place is gone already. */
export function mutated(document: unknown, path: string, value: unknown): unknown {
  const [name = '', ...rest] = path.split('.');
  if (typeof document !== 'object' || document === null) return document;
  const inner: unknown = Object.entries(document).find(([own]) => own === name)?.[1];
  const next = rest.length === 0 ? value : mutated(inner, rest.join('.'), value);
  return Array.isArray(document)
    ? document.map((one: unknown, index) => (String(index) === name ? next : one))
    : { ...document, [name]: next };
}
