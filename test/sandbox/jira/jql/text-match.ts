/** True when the text holds every word of the query; a quoted query matches as a phrase, `*` ends a prefix. */
export function textMatches(text: string, query: string): boolean {
  const words = wordsOf(text);
  const phrase = /^"(.*)"$/.exec(query)?.[1];
  if (phrase !== undefined) return ` ${words.join(' ')} `.includes(` ${wordsOf(phrase).join(' ')} `);
  return query
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => wordMatches(words, part));
}

function wordMatches(words: readonly string[], part: string): boolean {
  const wanted = wordsOf(part);
  if (!part.endsWith('*')) return wanted.every((word) => words.includes(word));
  return wanted.every((word) => words.some((candidate) => candidate.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}
