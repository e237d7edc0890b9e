import type { AdfMark, AdfNode } from '../jira-views';
import { html, raw, type Content, type Html } from './html';

/** An Atlassian document as markup. Nodes the site cannot draw are named, so that nothing vanishes silently. */
export function renderAdf(node: AdfNode | null | undefined): Html {
  return node ? html`<div class="adf">${drawNode(node)}</div>` : html``;
}

const BLOCKS: Readonly<Record<string, (node: AdfNode, content: Content) => Html>> = {
  doc: (_node, content) => html`${content}`,
  paragraph: (_node, content) => html`<p>${content}</p>`,
  blockquote: (_node, content) => html`<blockquote>${content}</blockquote>`,
  bulletList: (_node, content) => html`<ul>${content}</ul>`,
  orderedList: (node, content) => html`<ol start="${numberAttr(node, 'order', 1)}">${content}</ol>`,
  listItem: (_node, content) => html`<li>${content}</li>`,
  rule: () => html`<hr />`,
  hardBreak: () => html`<br />`,
  codeBlock: (_node, content) => html`<pre><code>${content}</code></pre>`,
  panel: (node, content) => html`<div class="adf-panel" data-type="${textAttr(node, 'panelType')}">${content}</div>`,
  expand: (node, content) => html`<details><summary>${textAttr(node, 'title')}</summary>${content}</details>`,
  table: (_node, content) => html`<div class="adf-table"><table>${content}</table></div>`,
  tableRow: (_node, content) => html`<tr>${content}</tr>`,
  tableHeader: (node, content) => html`<th colspan="${numberAttr(node, 'colspan', 1)}">${content}</th>`,
  tableCell: (node, content) => html`<td colspan="${numberAttr(node, 'colspan', 1)}">${content}</td>`,
  inlineCard: (node) => link(textAttr(node, 'url'), textAttr(node, 'url')),
  blockCard: (node) => html`<p>${link(textAttr(node, 'url'), textAttr(node, 'url'))}</p>`,
  mention: (node) => html`<span class="adf-mention">${textAttr(node, 'text')}</span>`,
  emoji: (node) => html`${textAttr(node, 'text') || textAttr(node, 'shortName')}`,
  status: (node) => html`<span class="lozenge">${textAttr(node, 'text')}</span>`,
  date: (node) => html`<time>${new Date(Number(textAttr(node, 'timestamp'))).toISOString().slice(0, 10)}</time>`,
};

function drawNode(node: AdfNode): Html {
  if (node.type === 'text') return drawText(node);
  const content = (node.content ?? []).map(drawNode);
  if (node.type === 'heading') return heading(numberAttr(node, 'level', 2), content);
  const draw = BLOCKS[node.type];
  return draw ? draw(node, content) : html`<span class="adf-unknown">[${node.type}]${content}</span>`;
}

function heading(level: number, content: Content): Html {
  const tag = raw(`h${String(Math.min(6, Math.max(1, level)))}`);
  return html`<${tag}>${content}</${tag}>`;
}

const MARKS: Readonly<Record<string, (content: Html, mark: AdfMark) => Html>> = {
  strong: (content) => html`<strong>${content}</strong>`,
  em: (content) => html`<em>${content}</em>`,
  code: (content) => html`<code>${content}</code>`,
  strike: (content) => html`<s>${content}</s>`,
  underline: (content) => html`<u>${content}</u>`,
  link: (content, mark) => link(textAttr(mark, 'href'), content),
};

function drawText(node: AdfNode): Html {
  return (node.marks ?? []).reduce<Html>((content, mark) => MARKS[mark.type]?.(content, mark) ?? content, html`${node.text}`);
}

function link(href: string, content: Content): Html {
  if (!/^https?:/i.test(href)) return html`${content}`;
  return html`<a href="${href}" rel="noopener noreferrer" target="_blank">${content}</a>`;
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

const emptyDoc = { type: 'doc', version: 1 } as const;

function paragraph(text: string): AdfNode {
  const lines = text.split('\n').flatMap((line, index): AdfNode[] => {
    const node: AdfNode[] = line === '' ? [] : [{ type: 'text', text: line }];
    return index === 0 ? node : [{ type: 'hardBreak' }, ...node];
  });
  return { type: 'paragraph', content: lines };
}
