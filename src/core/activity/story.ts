/** The story of one finding, put together from its record and the activity that names it. */
import type { Activity, ActivityItem } from '../../contract/activity';
import { whenIssueComes } from '../sync/todos';
import { type LinkRecord, type LinkState, type MadeIssue, todos } from '../../contract/link-record';
import { roles, type SettingsDocument } from '../../contract/settings';
import type { Story, StoryEntry, StoryIssue } from '../../contract/story';
import { mayStillDelete } from '../sync/deleting';
import { issueMade, issuesMade } from '../sync/issues';

/** What an activity record and the finding's own record both tell lies at most this far apart. */
const sameMs = 10 * 60_000;

export interface Telling {
  readonly at: number;
  readonly item: ActivityItem;
}

/** The entries, newest first; what activity told already is not told again from the record. */
export function entriesOf(record: LinkRecord | undefined, tellings: readonly Telling[]): StoryEntry[] {
  const told = tellings.map(({ at, item: { outcome, issues, by, reason } }): StoryEntry => ({
    at,
    what: 'outcome',
    outcome,
    issues,
    ...(by === undefined ? {} : { by }),
    ...(reason === undefined ? {} : { reason }),
  }));
  const own = record
    ? [...reported(record), ...issuesMade(record).flatMap((one) => ofIssue(record, one))]
    : [];
  const fresh = own.filter((entry) => !tellings.some((telling) => saysTheSame(telling, entry)));
  return [...told, ...fresh].sort((a, b) => b.at - a.at);
}

function reported({ seenAt, facts: { status } }: LinkRecord): StoryEntry[] {
  return [{ at: seenAt, what: 'reported', status }];
}

function ofIssue(record: LinkRecord, issue: MadeIssue): StoryEntry[] {
  const { key, claim, doneAt } = issue;
  // A rebuilt record knows the claim but not when it was made.
  const created: StoryEntry[] =
    claim && claim.at > 0 && !issue.adopted ? [{ at: claim.at, what: 'created', issue: key }] : [];
  if (doneAt === undefined) return created;
  const because = issue.closedByProduct ? issueMade(record, 'product')?.key : undefined;
  return [
    ...created,
    because === undefined
      ? { at: doneAt, what: 'done', issue: key }
      : { at: doneAt, what: 'closed', issue: key, because },
  ];
}

function saysTheSame({ at, item }: Telling, entry: StoryEntry): boolean {
  if (entry.what === 'outcome' || entry.what === 'reported') return false;
  if (!item.issues.includes(entry.issue)) return false;
  if (entry.what === 'created') return item.outcome === 'created';
  return ['moved', 'closed'].includes(item.outcome) && Math.abs(at - entry.at) <= sameMs;
}

/** How the finding stands for people: a pair of which one issue is gone is not in step. */
export function storyState(state: LinkState | 'unknown', record: LinkRecord | undefined): Story['state'] {
  const isPart = Object.values(record?.issues ?? {}).some((issue) => issue.state === 'gone');
  return state === 'synced' && isPart ? 'partly' : state;
}

/** The issues that the finding has or had. */
export function storyIssues(record: LinkRecord | undefined): StoryIssue[] {
  return roles.flatMap((role) => {
    const issue = record && issueMade(record, role);
    if (!issue) return [];
    const { id, key, category } = issue;
    const flags = { adopted: issue.adopted ?? false, gone: issue.state === 'gone' };
    return [{ role, id, key, ...flags, ...(category === undefined ? {} : { category }) }];
  });
}

/** What is to be done later, soonest first. */
export function waitingOf(record: LinkRecord, settings: SettingsDocument): Story['waiting'] {
  const waiting = todos.flatMap((todo) => {
    const at = record.todo?.[todo];
    // What waits for an issue to come has no time of its own.
    if (at === undefined || at === whenIssueComes) return [];
    return todo === 'delete' && !mayStillDelete(record, settings) ? [] : [{ todo, at }];
  });
  return waiting.sort((a, b) => a.at - b.at);
}

/** Whether a batch did more than its record lists. */
export function hasGaps({ counts, items, partial }: Activity): boolean {
  const notable = Object.entries(counts).filter(
    ([outcome]) => outcome !== 'unchanged' && outcome !== 'stale',
  );
  return partial === true || notable.reduce((sum, [, count]) => sum + count, 0) > items.length;
}
