export { adfErrors } from '../sandbox/jira/rules/adf-schema';

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: { readonly href: string } }[];
  readonly content?: readonly Node[];
}

/** Every node of a document in reading order. */
export function nodesOf(node: Node): Node[] {
  return [node, ...(node.content ?? []).flatMap(nodesOf)];
}

/** All text of a document, blocks separated by line ends. */
export function plainText(node: Node): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.text !== undefined) return node.text;
  const inner = (node.content ?? []).map(plainText);
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock'
    ? inner.join('')
    : inner.join('\n');
}
