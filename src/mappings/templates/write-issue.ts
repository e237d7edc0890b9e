/** What an issue is called and what stands in it, by its template; whatever a template does, no issue goes without. */
import type { GroupMember } from '../../contract/group';
import type { Reason } from '../../contract/messages/message';
import type { TemplateMode } from '../../contract/settings';
import { doc } from '../adf/adf';
import { sizeOf } from '../adf/shorten';
import { maxAdfLength, truncateAdf } from '../adf/truncate-adf';
import type { AdfDocument } from '../adf/types';
import { memberBlocks } from '../members-table';
import { issueWords } from '../words/issue-words';
import { builtInTexts, type TemplateTexts } from './built-in/built-in';
import { type Scoped, scopeOf } from './scope';
import type { Failed, Templates } from './templates';

/** The template that was chosen for a finding; `texts` absent: the built-in one as it is. */
export interface ChosenTemplate {
  readonly id: string;
  readonly mode: TemplateMode;
  readonly texts?: TemplateTexts;
}

/** More room than this the blocks behind the last Markdown field do not get, for they are never cut. */
const mostKept = Math.floor(maxAdfLength * 0.75);

/** `members`: the findings that share the issue, worst first. */
export interface Described extends Scoped {
  readonly members?: readonly GroupMember[];
}

export interface WrittenText<T> {
  readonly value: T;
  /** Why the built-in template stands in for the chosen one. */
  readonly failed?: Failed;
}

/** Why the built-in template stands in. */
export function failedNote({ id }: ChosenTemplate, { line, column, said }: Failed): Reason {
  return { code: 'templateStoodIn', template: id, line, column, said };
}

/** The description, never longer than Jira takes. Where the template fails the built-in one stands in. */
export function writeDescription(
  templates: Templates,
  template: ChosenTemplate,
  of: Described,
): WrittenText<AdfDocument> {
  const own = template.texts && templates.document(template.texts.description, scopeOf(of));
  const written =
    own?.ok === true
      ? own
      : templates.document(builtInTexts(of.language).description, scopeOf(of), 'trusted');
  const value = written.ok ? fitted(written.blocks, written.prose, of) : doc([]);
  return own?.ok === false ? { value, failed: own } : { value };
}

/** The summary before it is made one line; undefined where the template says nothing. */
export function writeSummary(
  templates: Templates,
  { texts }: ChosenTemplate,
  of: Scoped,
): WrittenText<string | undefined> {
  if (texts === undefined || texts.summary.trim() === '') return { value: undefined };
  const written = templates.line(texts.summary, scopeOf(of));
  return written.ok ? { value: written.text } : { value: undefined, failed: written };
}

type Blocks = AdfDocument['content'];

/** Beside a long list of findings there is room for so much prose (characters of JSON). */
const proseBesideMembers = 6_000;

/** Where all is too long the prose is cut: the findings of a group, and what stands behind them, stay. */
function fitted(blocks: Blocks, prose: number, { finding, language, members }: Described): AdfDocument {
  const { url } = finding;
  const words = issueWords[language];
  const more = url === undefined ? {} : { more: { text: words.readTheRest, href: url } };
  const all = doc(blocks);
  if (!members && sizeOf(all) <= maxAdfLength) return all;
  const [told, own] = [blocks.slice(0, prose), blocks.slice(prose)];
  const size = sizeOf(own);
  const listed = members ? memberBlocks(members, maxAdfLength - size - proseRoom(told), words) : [];
  if (size > mostKept) return truncateAdf(doc([...told, ...listed, ...own]), more);
  const limit = maxAdfLength - (members ? sizeOf([...listed, ...own]) : size);
  const { content } = truncateAdf(doc(told), { limit, ...more });
  return doc([...content, ...listed, ...own]);
}

function proseRoom(told: Blocks): number {
  return Math.min(proseBesideMembers, sizeOf(told));
}
