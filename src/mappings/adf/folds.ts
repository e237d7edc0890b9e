/** `<details>` of Markdown: what is folded away until somebody opens it, which ADF calls an expand. */
import type { MarkdownNode } from './inline';

export interface Fold {
  readonly type: 'fold';
  readonly title: string;
  readonly inside: readonly MarkdownNode[];
}

const opening = /^<details(?:\s[^<>]*)?>\s*(?:<summary>(.*?)<\/summary>)?(.*)$/is;
const closing = /<\/details>\s*$/i;
const tag = /<[^<>]*>/g;
const longestTitle = 200;

/**
 * The nodes, with those between `<details>` and `</details>` as one fold. One without an end holds all that follows;
 * a fold in a fold is opened, since ADF knows none.
 */
export function withFolds(nodes: readonly MarkdownNode[]): (MarkdownNode | Fold)[] {
  const root: (MarkdownNode | Fold)[] = [];
  let inside: MarkdownNode[] | undefined;
  let depth = 0;
  for (const node of nodes) {
    const html = node.type === 'html' ? node.value.trim() : '';
    const [opened, summary = '', rest = html] = opening.exec(html) ?? [];
    const isClosed = (opened !== undefined || depth > 0) && closing.test(rest);
    if (opened !== undefined) {
      const title = summary.replace(tag, '').trim().slice(0, longestTitle);
      if (inside) inside.push(...titleLine(title));
      else root.push({ type: 'fold', title, inside: (inside = []) });
      depth += 1;
    }
    if (opened === undefined && !isClosed) (inside ?? root).push(node);
    else inside?.push(...htmlNode(rest.replace(closing, '')));
    if (isClosed) depth -= 1;
    if (depth === 0) inside = undefined;
  }
  return root;
}

function titleLine(title: string): MarkdownNode[] {
  if (title === '') return [];
  return [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] }];
}

function htmlNode(value: string): MarkdownNode[] {
  return value.trim() === '' ? [] : [{ type: 'html', value: value.trim() }];
}
