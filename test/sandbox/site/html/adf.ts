import type { AdfMark, AdfNode } from '../jira-views';
import { markup, raw, type Content, type Html } from './html';

/** An Atlassian document as markup. Nodes the site cannot draw are named, so that nothing vanishes silently. */
export function renderAdf(node: AdfNode | null | undefined): Html {
  return node ? markup`<div class="adf">${drawNode(node)}</div>` : markup``;
}

const BLOCKS: Readonly<Record<string, (node: AdfNode, content: Content) => Html>> = {
  doc: (_node, content) => markup`${content}`,
  paragraph: (_node, content) => markup`<p>${content}</p>`,
  blockquote: (_node, content) => markup`<blockquote>${content}</blockquote>`,
  bulletList: (_node, content) => markup`<ul>${content}</ul>`,
  orderedList: (node, content) => markup`<ol start="${numberAttr(node, 'order', 1)}">${content}</ol>`,
  listItem: (_node, content) => markup`<li>${content}</li>`,
  rule: () => markup`<hr />`,
  hardBreak: () => markup`<br />`,
  codeBlock: (_node, content) => markup`<pre><code>${content}</code></pre>`,
  panel: (node, content) =>
    markup`<div class="adf-panel" data-type="${textAttr(node, 'panelType')}">${content}</div>`,
  expand: (node, content) =>
    markup`<details><summary>${textAttr(node, 'title')}</summary>${content}</details>`,
  table: (_node, content) => markup`<div class="adf-table"><table>${content}</table></div>`,
  tableRow: (_node, content) => markup`<tr>${content}</tr>`,
  tableHeader: (node, content) => markup`<th colspan="${numberAttr(node, 'colspan', 1)}">${content}</th>`,
  tableCell: (node, content) => markup`<td colspan="${numberAttr(node, 'colspan', 1)}">${content}</td>`,
  inlineCard: (node) => link(textAttr(node, 'url'), textAttr(node, 'url')),
  blockCard: (node) => markup`<p>${link(textAttr(node, 'url'), textAttr(node, 'url'))}</p>`,
  mention: (node) => markup`<span class="adf-mention">${textAttr(node, 'text')}</span>`,
  emoji: (node) => markup`${textAttr(node, 'text') || textAttr(node, 'shortName')}`,
  status: (node) => markup`<span class="lozenge">${textAttr(node, 'text')}</span>`,
  date: (node) =>
    markup`<time>${new Date(Number(textAttr(node, 'timestamp'))).toISOString().slice(0, 10)}</time>`,
};

function drawNode(node: AdfNode): Html {
  if (node.type === 'text') return drawText(node);
  const content = (node.content ?? []).map(drawNode);
  if (node.type === 'heading') return heading(numberAttr(node, 'level', 2), content);
  const draw = BLOCKS[node.type];
  return draw ? draw(node, content) : markup`<span class="adf-unknown">[${node.type}]${content}</span>`;
}

function heading(level: number, content: Content): Html {
  const tag = raw(`h${String(Math.min(6, Math.max(1, level)))}`);
  return markup`<${tag}>${content}</${tag}>`;
}

const MARKS: Readonly<Record<string, (content: Html, mark: AdfMark) => Html>> = {
  strong: (content) => markup`<strong>${content}</strong>`,
  em: (content) => markup`<em>${content}</em>`,
  code: (content) => markup`<code>${content}</code>`,
  strike: (content) => markup`<s>${content}</s>`,
  underline: (content) => markup`<u>${content}</u>`,
  link: (content, mark) => link(textAttr(mark, 'href'), content),
};

function drawText(node: AdfNode): Html {
  return (node.marks ?? []).reduce<Html>(
    (content, mark) => MARKS[mark.type]?.(content, mark) ?? content,
    markup`${node.text}`,
  );
}

function link(href: string, content: Content): Html {
  if (!/^https?:/i.test(href)) return markup`${content}`;
  return markup`<a href="${href}" rel="noopener noreferrer" target="_blank">${content}</a>`;
}

function textAttr(of: AdfNode | AdfMark, name: string): string {
  const value = of.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function numberAttr(of: AdfNode, name: string, otherwise: number): number {
  const value = of.attrs?.[name];
  return typeof value === 'number' ? value : otherwise;
}

/** A document of plain paragraphs, as Jira's editor makes one from typed text. */
export function adfOf(text: string): AdfNode {
  const paragraphs = text.split(/\n{2,}/).map((part) => part.trim());
  return { ...emptyDoc, content: paragraphs.filter((part) => part !== '').map(paragraph) };
}

/** The words of such a document again. */
export function textOf({ content = [] }: AdfNode): string {
  const words = (node: AdfNode): string =>
    node.type === 'hardBreak' ? '\n' : (node.text ?? (node.content ?? []).map(words).join(''));
  return content.map(words).join('\n\n');
}

const emptyDoc = { type: 'doc', version: 1 } as const;

function paragraph(text: string): AdfNode {
  const lines = text.split('\n').flatMap((line, index): AdfNode[] => {
    const node: AdfNode[] = line === '' ? [] : [{ type: 'text', text: line }];
    return index === 0 ? node : [{ type: 'hardBreak' }, ...node];
  });
  return { type: 'paragraph', content: lines };
}
