import Ajv from 'ajv';
import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import { isObject } from '../json';
import type { Json } from '../json';

export const TEXT_LIMIT = 32_767;

const { $schema: _draft, ...adfSchema } = schema;
const isAdf = new Ajv({ strict: false, logger: false }).compile(adfSchema);

/** True for a document node of version 1, whatever is inside. */
export function looksLikeDocument(value: Json | undefined): boolean {
  return (
    isObject(value) && value['type'] === 'doc' && value['version'] === 1 && Array.isArray(value['content'])
  );
}

/** True when the whole document is valid Atlassian Document Format. */
export function isValidAdf(value: Json | undefined): boolean {
  return looksLikeDocument(value) && isAdf(value);
}

/** The length that counts against the text limit: the characters of the document as JSON. */
export function adfLength(value: Json): number {
  return JSON.stringify(value).length;
}

/** The account ids that a document mentions, each once. */
export function mentionsIn(node: Json | undefined): string[] {
  const found = new Set<string>();
  collectMentions(node, found);
  return [...found];
}

function collectMentions(node: Json | undefined, found: Set<string>): void {
  if (!isObject(node)) return;
  const attrs = node['attrs'];
  if (node['type'] === 'mention' && isObject(attrs) && typeof attrs['id'] === 'string')
    found.add(attrs['id']);
  if (Array.isArray(node['content'])) for (const child of node['content']) collectMentions(child, found);
}

/** The plain text of a document, for text search and the changelog. */
export function adfText(node: Json | undefined): string {
  if (!isObject(node)) return '';
  if (typeof node['text'] === 'string') return node['text'];
  if (!Array.isArray(node['content'])) return '';
  const separator = node['type'] === 'paragraph' || node['type'] === 'heading' ? '' : '\n';
  return node['content'].map((child) => adfText(child)).join(separator);
}
