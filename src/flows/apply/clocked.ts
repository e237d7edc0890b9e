/** A finding's clocks within a pass: they give its issues their due date, and what their steps left on them stays. */
import type { LinkRecord } from '../../contract/link-record';
import { labelsTaken } from '../../core/sla/steps';
import { createdAtOf, escalateAt, slaOf } from '../../core/sla/sla-of';
import type { Decision, RoleDecision } from '../../core/sync/decide';
import type { PrepareInput } from './prepare-input';

/** The record with its clocks as the snapshot leaves them. A finding that becomes no issue has none. */
export function clockedRecord(
  record: LinkRecord,
  { finding, record: before, settings, calendar, now }: PrepareInput,
  { skip }: Decision,
): LinkRecord {
  const { sla: _before, ...bare } = record;
  if (skip !== undefined && Object.keys(record.issues).length === 0) return bare;
  const own = finding.dueDate;
  const sla = slaOf(record, own, settings, calendar, now);
  if (!sla) return bare;
  const facts = { ...record.facts, dueDate: sla.fix ?? own };
  const clocked = { ...bare, createdAt: createdAtOf(record), facts, sla };
  const at = escalateAt(before, clocked, settings, calendar, now);
  if (at === undefined) return clocked;
  const died = before?.died ? { died: before.died } : {};
  return { ...clocked, ...died, todo: { ...record.todo, escalate: at } };
}

/** The input of a draft: the issue shows the due date that holds. */
export function datedBy({ facts, sla }: LinkRecord, input: PrepareInput): PrepareInput {
  return sla ? { ...input, finding: { ...input.finding, dueDate: facts.dueDate } } : input;
}

/** The space, with the labels that steps gave the finding's issues: no pass takes them away. */
export function spaceWithSteps(
  one: RoleDecision,
  { sla }: LinkRecord,
  { settings }: PrepareInput,
): RoleDecision {
  const labels = sla ? labelsTaken(sla, settings.sla) : [];
  return labels.length === 0
    ? one
    : { ...one, space: { ...one.space, labels: [...one.space.labels, ...labels] } };
}
