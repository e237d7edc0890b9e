/**
 * The words and link targets of an ADF document, in order. Jira adds ids and drops empty nodes when it stores a
 * document, so two documents are compared by what people read in them.
 */
export function plainText(document: unknown): string {
  return [...words(document)].join(' ').replace(/\s+/g, ' ').trim();
}

function* words(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  if ('text' in node && typeof node.text === 'string') yield node.text;
  if ('type' in node && node.type === 'expand' && 'attrs' in node) yield* titleOf(node.attrs);
  if ('marks' in node && Array.isArray(node.marks)) for (const mark of node.marks) yield* target(mark);
  if ('content' in node && Array.isArray(node.content)) for (const child of node.content) yield* words(child);
}

function* titleOf(attrs: unknown): Generator<string> {
  if (typeof attrs === 'object' && attrs !== null && 'title' in attrs && typeof attrs.title === 'string')
    yield attrs.title;
}

function* target(mark: unknown): Generator<string> {
  if (typeof mark !== 'object' || mark === null || !('attrs' in mark)) return;
  const { attrs } = mark;
  if (typeof attrs === 'object' && attrs !== null && 'href' in attrs && typeof attrs.href === 'string')
    yield attrs.href;
}
