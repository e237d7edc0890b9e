import type { fromMarkdown } from 'mdast-util-from-markdown';
import { link, text } from './adf';
import { legalText, webAddress } from './legal';
import type { AdfInline, AdfMark, AdfText } from './types';

type Root = ReturnType<typeof fromMarkdown>;
/** Any node inside a Markdown document. */
export type MarkdownNode = Root['children'][number];

/** Where link and image references of a document lead to, by identifier. */
export type Definitions = ReadonlyMap<string, string>;

const markOf = { strong: 'strong', emphasis: 'em', delete: 'strike' } as const;

/** The inline content of a Markdown node as ADF: no empty texts, neighbours with the same marks joined. */
export function inlineContent(
  nodes: readonly MarkdownNode[],
  definitions: Definitions,
  marks: readonly AdfMark[] = [],
): AdfInline[] {
  return joinTexts(nodes.flatMap((node) => inlineOf(node, definitions, marks)));
}

function inlineOf(node: MarkdownNode, definitions: Definitions, marks: readonly AdfMark[]): AdfInline[] {
  switch (node.type) {
    case 'text':
      return text(node.value, marks);
    case 'inlineCode':
      return text(node.value, [...marks, { type: 'code' }]);
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inlineContent(node.children, definitions, [...marks, { type: markOf[node.type] }]);
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'link':
      return inlineContent(node.children, definitions, withLink(marks, node.url));
    case 'linkReference':
      return inlineContent(node.children, definitions, withLink(marks, definitions.get(node.identifier)));
    case 'image':
      return imageLink(node.alt, node.url, marks);
    case 'imageReference':
      return imageLink(node.alt, definitions.get(node.identifier) ?? '', marks);
    case 'footnoteReference':
      return text(`[${node.label ?? node.identifier}]`, marks);
    case 'html':
      return htmlText(node.value, marks);
    default:
      return 'children' in node ? inlineContent(node.children, definitions, marks) : [];
  }
}

/** HTML is shown as it was written, but for line breaks and comments, whose meaning is beyond doubt. */
export function htmlText(html: string, marks: readonly AdfMark[] = []): AdfInline[] {
  const lines = withoutComments(html).split(/<br\s*\/?>|\r?\n/i);
  return lines.flatMap((line, index): AdfInline[] => [
    ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
    ...text(line, marks),
  ]);
}

/** A comment without an end stays. The text is gone through once, however many comments it opens. */
function withoutComments(html: string): string {
  const lastEnd = html.lastIndexOf('-->');
  let shown = '';
  let at = 0;
  for (;;) {
    const start = html.indexOf('<!--', at);
    if (start < 0 || lastEnd < start + 4) return shown + html.slice(at);
    shown += html.slice(at, start);
    at = html.indexOf('-->', start + 4) + 3;
  }
}

/** A picture elsewhere becomes a link to it: Jira would have to load it from there. */
function imageLink(alt: string | null | undefined, url: string, marks: readonly AdfMark[]): AdfText[] {
  const words = legalText(alt ?? '').trim() === '' ? url : (alt ?? '');
  return marks.some(({ type }) => type === 'link') ? text(words, marks) : link(words, url, marks);
}

function withLink(marks: readonly AdfMark[], url: string | undefined): readonly AdfMark[] {
  const href = webAddress(url ?? '');
  const linked = marks.some(({ type }) => type === 'link');
  return href === undefined || linked ? marks : [{ type: 'link', attrs: { href } }, ...marks];
}

function joinTexts(nodes: readonly AdfInline[]): AdfInline[] {
  const joined: AdfInline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else joined.push(node);
  }
  return joined;
}

function sameMarks(left: AdfText, right: AdfText): boolean {
  return left.marks === right.marks || JSON.stringify(left.marks) === JSON.stringify(right.marks);
}
