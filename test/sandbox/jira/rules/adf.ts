import { isObject } from '../json';
import type { Json } from '../json';
import { adfErrors } from './adf-schema';

export const TEXT_LIMIT = 32_767;

/** True for a document node of version 1, whatever is inside. */
export function looksLikeDocument(value: Json | undefined): boolean {
  return (
    isObject(value) && value['type'] === 'doc' && value['version'] === 1 && Array.isArray(value['content'])
  );
}

/** True when the whole document is valid Atlassian Document Format. */
export function isValidAdf(value: Json | undefined): boolean {
  return looksLikeDocument(value) && adfErrors(value).length === 0;
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
