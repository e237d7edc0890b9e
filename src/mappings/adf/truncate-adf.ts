import { doc, link, paragraph, text } from './adf';
import { shorten, sizeOf } from './shorten';
import type { AdfBlock, AdfDocument, AdfParagraph } from './types';

/** What Jira takes as the longest text; how it counts ADF is not documented, its JSON is the strictest reading. */
export const maxAdfLength = 32_767;

export interface TruncateOptions {
  /** Characters of `JSON.stringify(document)`; at least 1,000 for a document worth reading. */
  readonly limit: number;
  /** Closes a document that was cut: words and the http(s) address of the rest. */
  readonly more: { readonly text: string; readonly href: string };
}

/** The document if it fits, else its beginning, cut between blocks, items, rows or words, and a link to the rest. */
export function truncateAdf(document: AdfDocument, options: Partial<TruncateOptions> = {}): AdfDocument {
  const limit = options.limit ?? maxAdfLength;
  if (sizeOf(document) <= limit) return document;
  const closing = closingParagraph(options.more);
  const room = limit - sizeOf(doc([closing]));
  return doc([...beginning(document.content, room), closing]);
}

function closingParagraph(more: TruncateOptions['more'] | undefined): AdfParagraph {
  return paragraph(more === undefined ? '…' : [...text('… '), ...link(more.text, more.href)]);
}

function beginning(blocks: readonly AdfBlock[], room: number): AdfBlock[] {
  const kept: AdfBlock[] = [];
  let left = room;
  for (const block of blocks) {
    const size = sizeOf(block) + 1;
    if (size > left) {
      const start = shorten(block, left - 1);
      return start === undefined ? kept : [...kept, start];
    }
    kept.push(block);
    left -= size;
  }
  return kept;
}
