/** Comments that the app writes for others: who wrote them stands in the text, since Jira shows the app as the author. */
import { shorten } from '../core/data/text';
import { doc, paragraph, text } from './adf/adf';
import { markdownToBlocks } from './adf/markdown-to-adf';
import { type Mentioned, placeMentions } from './adf/place-mentions';
import { truncateAdf } from './adf/truncate-adf';
import type { AdfDocument } from './adf/types';

/** Words with signs in place of people, as they wait. */
export interface CommentWords {
  readonly author: string;
  /** Markdown. */
  readonly body: string;
  readonly people: readonly Mentioned[];
}

/** A comment from a portal, by the name of its connection. At most what Jira takes. */
export function portalComment(words: CommentWords, portal: string): AdfDocument {
  return writtenBy(`${oneLine(words.author)} (${oneLine(portal)})`, words);
}

/** A comment from the other issue of its finding, by that key. It mentions nobody: that was done there. */
export function mirroredComment(words: CommentWords, key: string): AdfDocument {
  return writtenBy(`${oneLine(words.author)} (${key})`, words);
}

function writtenBy(who: string, { body, people }: CommentWords): AdfDocument {
  const by = paragraph(text(`${who} wrote:`, [{ type: 'strong' }]));
  const blocks = markdownToBlocks(body).map((block) => placeMentions(block, people));
  return truncateAdf(doc([by, ...blocks]));
}

function oneLine(words: string): string {
  return shorten(words.replace(/\s+/g, ' ').trim(), 255);
}
