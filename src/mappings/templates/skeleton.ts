/** The document of a template before its values are put in. */
import type { MarkdownNode } from '../adf/inline';
import { markdownToBlocks } from '../adf/markdown-to-adf';
import type { AdfBlock } from '../adf/types';
import { hasPlace } from './insertions';

/** Nothing answers there: stands for an address that is known only with its values. */
const held = 'https://held.invalid/';

export interface Skeleton {
  readonly blocks: readonly AdfBlock[];
  /** What a link leads to by the address that it has here. */
  readonly addressOf: (href: string) => string;
}

/** Reads Markdown in which place holders stand for values. Addresses with values in them are looked at when these are known. */
export function readSkeleton(markdown: string): Skeleton {
  const addresses: string[] = [];
  const hold = (nodes: readonly MarkdownNode[]) => {
    for (const node of nodes) {
      if ('url' in node && hasPlace(node.url)) {
        if ('alt' in node) node.alt ||= node.url;
        node.url = `${held}${String(addresses.push(node.url) - 1)}`;
      }
      if ('children' in node) hold(node.children);
    }
  };
  const blocks = markdownToBlocks(markdown, hold);
  const addressOf = (href: string) =>
    href.startsWith(held) ? (addresses[Number(href.slice(held.length))] ?? href) : href;
  return { blocks, addressOf };
}
