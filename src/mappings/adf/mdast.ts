/** The parts of a Markdown document that ADF is turned into. */
import type { MarkdownNode } from './inline';

/** A Markdown node of one type. */
export type Of<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { type: Type }>;
/** What stands in a paragraph. */
export type Phrasing = Of<'paragraph'>['children'][number];
/** What stands in a quotation or an item. */
export type Flow = Of<'blockquote'>['children'][number];

/** A paragraph, or nothing where it would be empty. */
export function paragraphOf(children: Phrasing[]): Flow[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** Words as they are, escaped when they are written. */
export function words(value: string): Phrasing {
  return { type: 'text', value };
}

/** A piece of Markdown that is written as it stands. */
export function raw(value: string): Phrasing {
  return { type: 'html', value };
}
