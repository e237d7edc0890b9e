/**
 * Comments that the app writes for others: who wrote them stands in the text, since Jira shows the app as the author; in
 * the language of the space that they are written to.
 */
import type { Language } from '../contract/language';
import { shorten } from '../core/data/text';
import { doc, paragraph, text } from './adf/adf';
import { markdownToBlocks } from './adf/markdown-to-adf';
import { type Mentioned, placeMentions } from './adf/place-mentions';
import { truncateAdf } from './adf/truncate-adf';
import type { AdfDocument } from './adf/types';
import { issueWords } from './words/issue-words';

/** Words with signs in place of people, as they wait. */
export interface CommentWords {
  readonly author: string;
  /** Markdown. */
  readonly body: string;
  readonly people: readonly Mentioned[];
}

/** A comment from a portal, by the name of its connection. At most what Jira takes. */
export function portalComment(words: CommentWords, portal: string, language: Language): AdfDocument {
  return writtenBy(`${oneLine(words.author)} (${oneLine(portal)})`, words, language);
}

/** A comment from the other issue of its finding, by that issue's key. It mentions nobody: that was done there. */
export function mirroredComment(words: CommentWords, key: string, language: Language): AdfDocument {
  return writtenBy(`${oneLine(words.author)} (${key})`, words, language);
}

function writtenBy(who: string, { body, people }: CommentWords, language: Language): AdfDocument {
  const by = paragraph(text(issueWords[language].wrote(who), [{ type: 'strong' }]));
  const blocks = markdownToBlocks(body).map((block) => placeMentions(block, people));
  return truncateAdf(doc([by, ...blocks]));
}

function oneLine(words: string): string {
  return shorten(words.replace(/\s+/g, ' ').trim(), 255);
}
