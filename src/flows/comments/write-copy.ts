/** One comment of the app on one issue: written, written anew, or deleted. What may be there already is looked for first. */
import type { Copy } from '../../contract/stored/threads';
import type { IssueThere } from '../../contract/link-record';
import { deletedCopy, given, written } from '../../core/comments/thread';
import type { Consequence, JiraFailure } from '../../core/jira/failure';
import type { OwnComment } from '../../core/jira/seen-comment';
import { issueProblem } from '../../core/sync/hidden';
import type { Ports } from '../ports';
import { explain } from '../records/explain';
import type { NewComment } from '../ports-jira';

/** A call whose answer was lost may still act: only what is looked for later than this is there or not. */
const doubtSeconds = 30;
/** Clocks differ, and Jira tells when a comment was created. */
const marginMs = 10 * 60_000;

/** What is wanted of a copy; without a comment it is to be deleted. */
export interface Wanted {
  readonly issue: IssueThere;
  readonly origin: string;
  readonly mark: string;
  readonly comment: NewComment | undefined;
}

/** The copy as it is now, and what stands in the way, if anything does. */
export interface Written {
  readonly copy: Copy;
  readonly problem?: Consequence;
}

/** `before`: the copy before this worker claimed it; a claim that it has is of one who never ended. */
export async function writeCopy(ports: Ports, before: Copy, copy: Copy, wanted: Wanted): Promise<Written> {
  const { issue, origin } = wanted;
  if (copy.gone) return { copy };
  if (copy.id !== undefined) return change(ports, copy, copy.id, wanted);
  if (before.claimedAt === undefined)
    return wanted.comment ? add(ports, copy, wanted.comment, wanted) : { copy: deletedCopy(copy) };
  const age = ports.now() - before.claimedAt;
  if (age < doubtSeconds * 1000) return { copy: given(copy, true), problem: inDoubt(doubtSeconds) };
  const found = await ports.jira.ownComments(issue, before.claimedAt - marginMs);
  if (!found.ok) return failed(ports, copy, found.failure, issue, true);
  return settle(ports, copy, found.value.get(origin), wanted);
}

/** Takes back what stands on an issue that is no longer the finding's. Where Jira does not show that, nothing is left to do. */
export async function takeBack(
  ports: Ports,
  before: Copy,
  copy: Copy,
  wanted: Pick<Wanted, 'origin' | 'mark'>,
): Promise<Written> {
  const { issue: id, project } = copy;
  const issue: IssueThere = { state: 'there', id, key: '', project, issueType: '', sent: {} };
  const written = await writeCopy(ports, before, copy, { ...wanted, issue, comment: undefined });
  const isHidden = written.problem?.reason.code === 'issueHidden';
  return isHidden ? { copy: deletedCopy(copy) } : written;
}

function inDoubt(after: number): Consequence {
  return { kind: 'later', after, reason: { code: 'unclearAnswer', detail: 'comment' } };
}

/** It is known now whether Jira has it. */
async function settle(
  ports: Ports,
  copy: Copy,
  found: OwnComment | undefined,
  wanted: Wanted,
): Promise<Written> {
  if (found && wanted.comment && found.mark === wanted.mark)
    return { copy: written(copy, found.id, wanted.mark) };
  if (found) return change(ports, { ...copy, id: found.id }, found.id, wanted);
  return wanted.comment ? add(ports, copy, wanted.comment, wanted) : { copy: deletedCopy(copy) };
}

async function add(ports: Ports, copy: Copy, comment: NewComment, { issue, mark }: Wanted): Promise<Written> {
  const added = await ports.jira.addComment(issue, comment);
  if (added.ok) return { copy: written(copy, added.value.id, mark) };
  return failed(ports, copy, added.failure, issue, added.failure.kind === 'unknown');
}

async function change(
  ports: Ports,
  copy: Copy,
  id: string,
  { issue, mark, comment }: Wanted,
): Promise<Written> {
  if (!comment) {
    const removed = await ports.jira.removeComment(issue, id);
    return removed.ok
      ? { copy: deletedCopy(copy) }
      : await failed(ports, copy, removed.failure, issue, false);
  }
  if (copy.mark === mark) return { copy: given(copy, false) };
  const edited = await ports.jira.editComment(issue, id, comment);
  if (edited.ok) return { copy: edited.value ? written(copy, id, mark) : deletedCopy(copy) };
  // It was taken back: what is written next is a new one.
  if (edited.failure.kind === 'refused' && edited.failure.isShownToCustomers)
    return failed(ports, { issue: copy.issue, project: copy.project }, edited.failure, issue, false);
  return failed(ports, copy, edited.failure, issue, false);
}

async function failed(
  ports: Ports,
  copy: Copy,
  failure: JiraFailure,
  issue: IssueThere,
  isDoubtful: boolean,
): Promise<Written> {
  const problem = await explain(ports, issueProblem(failure, issue, 'commenting'));
  return { copy: given(copy, isDoubtful), problem };
}
