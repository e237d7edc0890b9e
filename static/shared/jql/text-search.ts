import { quoted } from './quoted';

/**
 * Finds what people type: the words of a title, the last of them begun; a CVE id; the exact id of a finding. Undefined
 * where nothing is typed. The search behind `~` has a language of its own, of which nothing is let through.
 */
export function textSearch(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const words = wordsOf(text);
  const byId = `findingId = ${quoted(text)}`;
  if (words.length === 0) return byId;
  const begun = `summary ~ ${quoted(`${words.join(' ')}*`)}`;
  const cve = `findingCve ~ ${quoted(`"${words.join(' ')}"`)}`;
  return `(${begun} OR ${cve} OR ${byId})`;
}

/** Lower case, so that AND, OR and NOT are words like any other. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}
