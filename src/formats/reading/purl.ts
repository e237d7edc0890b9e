/** A package by its package URL. */
export interface Purl {
  /** With its namespace. */
  readonly name: string;
  readonly version?: string;
}

const longest = 1_000;

/** Reads `pkg:type/namespace/name@version?qualifiers#subpath`; undefined for anything else. */
export function readPurl(text: string): Purl | undefined {
  if (text.length > longest) return undefined;
  const [path = ''] = /^pkg:[a-z0-9.+-]+\/+([^?#]+)/i.exec(text)?.slice(1) ?? [];
  const at = path.lastIndexOf('@');
  const name = decoded((at > 0 ? path.slice(0, at) : path).replace(/\/+$/, ''));
  if (name === '') return undefined;
  const version = at > 0 ? decoded(path.slice(at + 1)) : '';
  return { name, ...(version !== '' && { version }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return text;
  }
}
