import { remembered } from '../../core/data/remembered';
import { sha256 } from '../../core/data/hash';

const mostWords = 12;
const digits = 12;

/** A mark for "the same text?"; only texts of one kind compare, which is one of `kindsOfText`. */
export function textMark(kind: string, text: string): string {
  return `${kind}${sha256(text).slice(0, digits)}`;
}

/** A stable name and value as a print: equal names with other values are another finding. */
export function printMark(name: string, value: string): string {
  return `${sha256(name).slice(0, 6)}.${sha256(value).slice(0, 2 * digits)}`;
}

/** Hashes of some of a text's words, the same choice in every text that holds them, so that texts can be compared. */
export const wordMarks = remembered((text) => {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
  const hashes = new Set([...words].map((word) => (fnv(word) & 0xfff).toString(16).padStart(3, '0')));
  return [...hashes].sort().slice(0, mostWords).join('');
});

/** The FNV-1a hash: thousands of words a report need no cryptography. */
function fnv(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
