/** Nodes as Jira stores them, and the Markdown that they become. */
import { markdownOf } from '../../../src/mappings/adf/to-markdown';

export const issueUrl = 'https://acme.atlassian.net/browse/WEB-1';

export interface Adf {
  readonly type: string;
  readonly [name: string]: unknown;
}
export const node = (type: string, content: readonly Adf[], attrs?: object): Adf => ({
  type,
  ...(attrs && { attrs }),
  content,
});
export const text = (value: string, ...marks: (string | object)[]): Adf => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((one) => (typeof one === 'string' ? { type: one } : one)) }),
});
export const p = (...content: (string | Adf)[]): Adf =>
  node(
    'paragraph',
    content.map((one) => (typeof one === 'string' ? text(one) : one)),
  );
export const item = (...content: Adf[]): Adf => node('listItem', content);
export const written = (...content: Adf[]): string =>
  markdownOf({ version: 1, type: 'doc', content }, { issueUrl }).markdown;
