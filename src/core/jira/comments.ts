/** What was said on an issue, as plain words. */
import { partOf } from '../data/part-of';

/** The words of a document, without its form. */
export function wordsOf(document: unknown): string {
  if (typeof document !== 'object' || document === null) return '';
  const { text, content } = document as { text?: unknown; content?: unknown };
  const inner = Array.isArray(content) ? content.map(wordsOf).join('') : '';
  return typeof text === 'string' ? text + inner : inner;
}

/** The words of the last comment by this account, of Jira's field `comment`; undefined: it never said anything. */
export function lastWordsOf(field: unknown, account: string): string | undefined {
  const last = commentsBy(field, account)
    .sort((a, b) => timeOf(a) - timeOf(b))
    .at(-1);
  return last === undefined ? undefined : wordsOf(partOf(last, 'body'));
}

/** Whether this account said exactly these words in any comment of Jira's field `comment`. */
export function hasSaid(field: unknown, account: string, words: string): boolean {
  return commentsBy(field, account).some((comment) => wordsOf(partOf(comment, 'body')) === words);
}

function commentsBy(field: unknown, account: string): unknown[] {
  const comments = partOf(field, 'comments');
  return (Array.isArray(comments) ? (comments as unknown[]) : []).filter(
    (comment) => partOf(partOf(comment, 'author'), 'accountId') === account,
  );
}

/** Jira writes offsets like +0000; a comment without a time keeps its place. */
function timeOf(comment: unknown): number {
  const created = partOf(comment, 'created');
  const at = typeof created === 'string' ? Date.parse(created) : Number.NaN;
  return Number.isNaN(at) ? 0 : at;
}
