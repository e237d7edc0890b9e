/** What a snapshot says makes of a record: its facts, its todos, and what its issues have to hear of. */
import type { Lifecycle } from '../../contract/finding';
import type { LinkRecord } from '../../contract/link-record';
import { factsOf } from '../../core/sync/facts';
import type { Decision } from '../../core/sync/decide';
import { noteAnswered } from '../../core/sync/closing';
import { issuesMade } from '../../core/sync/issues';
import { hearingAfter, noteAgreed } from '../../core/sync/hearing';
import { forgetStatus } from '../../core/sync/plan';
import { todosOf } from '../../core/sync/todos';
import type { PrepareInput } from './prepare-input';

/** The issues, as far as the snapshot itself says something about them. */
function issuesAfter(
  { finding, said = finding, record, settings, turned, insists }: PrepareInput,
  lifecycle: Lifecycle,
  rule: string | undefined,
): LinkRecord['issues'] {
  const issues = structuredClone(record?.issues ?? {});
  // Also of a role that is switched off, or whose issue is about to be deleted: it has not heard of the new status.
  if (turned || insists || record?.facts.status !== said.status)
    for (const issue of issuesMade({ issues })) forgetStatus(issue);
  if (record) noteAgreed(record, issues, { rule, status: said.status, lifecycle }, settings);
  return issues;
}

/** The record as the snapshot leaves it, before anything is done in Jira. */
export function nextRecord(input: PrepareInput, lifecycle: Lifecycle, { rule }: Decision): LinkRecord {
  const { connection, finding, said = finding, decided, seenAt, record, settings, now } = input;
  const todo = todosOf(finding, lifecycle, record, settings, now);
  const createdAt = record ? record.createdAt : now;
  const insists = input.insists ?? false;
  const issues = issuesAfter(input, lifecycle, rule);
  const hearing = hearingAfter(record, { status: said.status, lifecycle, insists }, settings);
  noteAnswered({ issues }, settings.closing);
  const hasTodo = Object.keys(todo).length > 0;
  return {
    version: record?.version ?? 0,
    issues,
    ...(record ? standing(record, hasTodo) : {}),
    connection,
    findingId: finding.id,
    product: finding.product,
    state: 'pending',
    ...(createdAt === undefined ? {} : { createdAt }),
    seenAt,
    // What the portal says stays known: only another word of its own ends what people decided.
    facts: {
      ...factsOf(finding),
      status: said.status,
      ...(isUnconfirmed(input) ? { assigneeUnconfirmed: true } : {}),
    },
    ...(rule === undefined ? {} : { rule }),
    hearing,
    ...(decided ? { decided } : {}),
    ...(hasTodo ? { todo } : {}),
  };
}

/** Of what was kept only the account is known, and no longer how it was found. */
function isUnconfirmed({ isUnconfirmed: isNow = false, anew, record }: PrepareInput): boolean {
  return isNow || (anew && record?.facts.assigneeUnconfirmed === true);
}

/** What a new snapshot does not change by itself: where the last one lies, what is in doubt, and what its todos do to their workers. */
function standing(
  { snapshot, group, memberOf, doubts, rivals, unread, died, turn, parted, sla }: LinkRecord,
  hasTodo: boolean,
): Partial<LinkRecord> {
  return {
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(group ? { group } : {}),
    ...(memberOf ? { memberOf } : {}),
    ...(doubts ? { doubts } : {}),
    ...(rivals ? { rivals } : {}),
    ...(parted ? { parted } : {}),
    ...(unread === undefined ? {} : { unread }),
    ...(turn ? { turn } : {}),
    ...(died && hasTodo ? { died } : {}),
    ...(sla ? { sla } : {}),
  };
}
