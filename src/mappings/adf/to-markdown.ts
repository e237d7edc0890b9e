import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { flowOf } from './blocks-to-mdast';
import { type Flow, paragraphOf, words } from './mdast';
import { readAdf } from './read-adf';

/** A text of Jira's as Markdown, and whom it mentions. */
export interface WrittenMarkdown {
  /** GitHub-flavoured; a mention reads `@[Name](accountid:…)`. */
  readonly markdown: string;
  /** Each account once, in the order of the text, with the name that Jira keeps in the text (without `@`). */
  readonly mentions: readonly { readonly accountId: string; readonly text: string }[];
}

const dialect: Options = {
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  bullet: '-',
  rule: '-',
};

/**
 * ADF as Jira stores it in GitHub-flavoured Markdown, its words escaped so that they stay words. Files are named, with
 * a link to the issue; nodes that nobody knows are told by their text. Throws for no value; beyond a budget of nodes
 * and characters the text ends with a link to the issue.
 */
export function markdownOf(adf: unknown, context: { readonly issueUrl: string }): WrittenMarkdown {
  const { root, isCut } = readAdf(adf);
  const mentions = new Map<string, string>();
  const children = flowOf([root], { issueUrl: context.issueUrl, mentions });
  if (isCut) children.push(...restIn(context.issueUrl));
  return {
    markdown: toMarkdown({ type: 'root', children }, dialect).trim(),
    mentions: [...mentions].map(([accountId, text]) => ({ accountId, text })),
  };
}

function restIn(url: string): Flow[] {
  return paragraphOf([words('… '), { type: 'link', url, children: [words('the rest is in Jira')] }]);
}
