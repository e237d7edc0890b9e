/** Where a text stops being JSON: what the platform says of it differs from version to version. */

/** Line and column, from 1, of the first character that does not fit; the end of the text where something is missing. */
export function whereJsonBreaks(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, breakAt(text));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

type Wanted = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next' | 'nothing';

const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /[ \t\n\r]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function breakAt(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    at = after(space, text, at) ?? at;
    const sign = text.charAt(at);
    const next = step(text, at, sign, wanted, open);
    if (!next) return at;
    if (next.end === undefined) return next.at;
    at = next.end;
    wanted = next.wanted;
  }
}

/** Undefined: the character does not fit. Without `end`: the token that begins here breaks at `at`. */
type Step =
  { readonly end: number; readonly wanted: Wanted } | { readonly end?: undefined; readonly at: number };

function step(text: string, at: number, sign: string, wanted: Wanted, open: string[]): Step | undefined {
  if (closes(sign, wanted, open.at(-1))) {
    open.pop();
    return { end: at + 1, wanted: open.length > 0 ? 'next' : 'nothing' };
  }
  const within = open.length > 0 ? 'next' : 'nothing';
  if (wanted === 'colon') return sign === ':' ? { end: at + 1, wanted: 'value' } : undefined;
  if (wanted === 'next')
    return sign === ',' ? { end: at + 1, wanted: open.at(-1) === '{' ? 'key' : 'value' } : undefined;
  if (wanted === 'nothing') return undefined;
  if (sign === '"') return afterString(text, at, wanted.startsWith('key') ? 'colon' : within);
  if (wanted.startsWith('key')) return undefined;
  if (sign === '[' || sign === '{') {
    open.push(sign);
    return { end: at + 1, wanted: sign === '[' ? 'valueOrEnd' : 'keyOrEnd' };
  }
  const end = after(word, text, at);
  return end === undefined ? undefined : { end, wanted: within };
}

function closes(sign: string, wanted: Wanted, innermost: string | undefined): boolean {
  if (sign === ']') return innermost === '[' && (wanted === 'next' || wanted === 'valueOrEnd');
  return sign === '}' && innermost === '{' && (wanted === 'next' || wanted === 'keyOrEnd');
}

/** The end of the text is below every sign, too. */
function afterString(text: string, start: number, wanted: Wanted): Step {
  let at = start + 1;
  for (;;) {
    const sign = text.charAt(at);
    if (sign === '"') return { end: at + 1, wanted };
    if (sign < ' ') return { at };
    const end = sign === '\\' ? after(escaped, text, at) : at + 1;
    if (end === undefined) return { at };
    at = end;
  }
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
