/** A person's action on the finding of an issue: checked as that person, saved at once, noted for the finding's story. */
import { aboutRecord } from '../../core/activity/about';
import type { ActivityItem, Outcome } from '../../contract/activity';
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import { failureLine } from '../../core/data/failure-line';
import { summarize } from '../../core/activity/summarize';
import { isLeased } from '../../core/sync/lease';
import { jiraUseSince } from '../activity/jira-use';
import type { Ports } from '../ports';
import { commit } from '../records/commit';
import type { Heard } from '../records/owe-events';
import type { Person } from '../ports-person';
import { type Acted, noFinding, refused } from './refused';
import { panelIssue, type PanelIssue } from './panel-issue';

/** A change of a record, or why there is none. */
export type Wish = LinkRecord | Required<Acted>;

/** The record that an action changes, and the issue in front of the person: whose it is, or is to be. */
export interface InFront {
  readonly key: string;
  readonly record: LinkRecord;
  readonly role: Heard['role'];
  readonly issue: Pick<IssueThere, 'key'>;
}

export interface Action<Of extends InFront = PanelIssue> {
  readonly outcome: Outcome;
  /** What becomes of the record; the same record: nothing. Asked again when somebody else was faster. */
  readonly change: (of: Of) => Wish | Promise<Wish>;
  /** On which of the finding's issues it is told; absent: the one in front of the person. */
  readonly at?: (of: Of) => Heard['role'];
}

/** So often it is tried while others are faster, and so long (ms) it waits for whoever works on the finding. */
const tries = 5;
const patienceMs = 1000;

/** Acts on the finding of an issue that the person may browse. */
export async function changeFinding(
  ports: Ports,
  issueId: string,
  person: Person,
  action: Action,
): Promise<Acted> {
  if (!(await person.browses([issueId])).has(issueId)) return noFinding;
  return changeRecord(ports, () => panelIssue(ports, issueId), person, action);
}

/**
 * Acts on the finding that `find` answers; undefined: there is none for this person. Whoever works on it is waited for a
 * little; a pass that takes longer starts anew, and finds what was decided.
 */
export async function changeRecord<Of extends InFront>(
  ports: Ports,
  find: () => Promise<Of | undefined>,
  person: Person,
  action: Action<Of>,
): Promise<Acted> {
  for (let left = tries; left > 0; left -= 1) {
    const of = await find();
    if (!of) return noFinding;
    if (of.record.unreadable !== undefined) break;
    if (left > 1 && isLeased(of.record, ports.now())) await ports.pause(patienceMs);
    else {
      const acted = await tryOnce(ports, of, person, action);
      if (acted) return acted;
    }
  }
  return refused('unavailable', 'Others are changing this finding. Try again in a moment.', 'busy');
}

/** Undefined: somebody else was faster. */
async function tryOnce<Of extends InFront>(
  ports: Ports,
  of: Of,
  { accountId }: Person,
  { outcome, change, at }: Action<Of>,
): Promise<Acted | undefined> {
  const { key, record: before } = of;
  const after = await change(of);
  if ('error' in after) return after;
  if (after === before) return {};
  const role = at?.(of) ?? of.role;
  const heard = { role, by: accountId, at: ports.now() };
  const saved = (await commit(ports, [{ key, before, after, heard }])).get(key);
  if (!saved) return undefined;
  if (saved.todo !== undefined) await ports.bells.ringDue();
  await noteAction(ports, of, outcome);
  return {};
}

/** What was done stays done when this cannot be written down. */
async function noteAction(ports: Ports, { record, issue }: InFront, outcome: Outcome): Promise<void> {
  try {
    const head = {
      id: ports.newId(),
      at: ports.now(),
      connection: record.connection,
      ...jiraUseSince(ports),
    };
    const item: ActivityItem = { ...aboutRecord(record), outcome, issues: [issue.key], by: 'person' };
    await ports.activity.add(summarize(head, [item]));
  } catch (error) {
    console.warn(failureLine('noting a decision', error));
  }
}
