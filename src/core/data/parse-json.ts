/** The parsed text; undefined: it is no JSON. A byte order mark, which some tools write, is no part of it. */
export function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}
