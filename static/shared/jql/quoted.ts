// What JQL calls control and non-characters must be escaped, in quotes too.
const unprintable = /[\p{Cc}\ufdd0-\ufdef\ufffe\uffff]/gu;

/** A text as a value of JQL: in quotes, so that words of the language, quotes and signs in it stay text. */
export function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(unprintable, asCode);
  return `"${escaped}"`;
}

function asCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
