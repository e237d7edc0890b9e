/** Where references lead when a text is parsed in pieces: a definition may stand in another piece than its use. */

/** One that fits a line, as nearly all do. */
const definition = /^ {0,3}\[(?!\^)((?:[^[\]\\\n]|\\.){1,200})\]:[ \t]*\S.*$/gm;
/** A name may go over lines where it is used. */
const label = /\[((?:[^[\]\\]|\\.){1,200})\]/g;
/** More than anybody writes; what is beyond stays text. */
const most = 500;

/** The definitions of a text by what they are called; the first of a name counts. */
export function definitionsIn(markdown: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [line, name = ''] of markdown.matchAll(definition)) {
    const key = keyOf(name);
    if (!found.has(key) && found.size < most) found.set(key, line.trim());
  }
  return found;
}

/** The definitions that a piece makes use of, as lines to stand behind it. */
export function definitionsFor(piece: string, all: ReadonlyMap<string, string>): string[] {
  if (all.size === 0) return [];
  const used = new Set([...piece.matchAll(label)].map(([, name = '']) => keyOf(name)));
  return [...used].flatMap((key) => all.get(key) ?? []);
}

/** Names are compared without regard to case and spaces. */
function keyOf(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
