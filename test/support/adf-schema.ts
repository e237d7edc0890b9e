import Ajv from 'ajv';
import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';

// The schema is written in draft 4, of which it uses only what draft 7 means the same by.
const validate = new Ajv({ strict: false, allErrors: false }).compile({ ...schema, $schema: undefined });

/** What Atlassian's own schema holds against a document; empty for valid ADF. */
export function adfErrors(document: unknown): string[] {
  return validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

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
