/** A finding that the portal no longer knows is closed as if it were resolved; a rejected one that was spared, as rejected. */
import type { LinkRecord } from '../../contract/link-record';
import { type LinkedIssue } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import type { Consequence } from '../../core/failure';
import { lifecycleOf } from '../../core/lifecycle';
import { mark } from '../../core/hash';
import { statusMark } from '../../core/plan';
import { effectiveSpace } from '../../core/spaces';
import { targetFor } from '../../core/targets';
import { moveLinked, readBoth } from '../move/move-linked';
import type { Ports } from '../ports';

/** Moves what is not done yet and confirms it. A finding that comes back reopens its issues. */
export async function closeGone(
  ports: Ports,
  record: LinkRecord,
  settings: SettingsDocument,
): Promise<Consequence | undefined> {
  const isRejected = lifecycleOf(record.facts.status, settings) === 'rejected';
  const status = isRejected ? record.facts.status : 'resolved';
  const lifecycle = isRejected ? 'rejected' : 'resolved';
  const unknown = await readBoth(ports, record);
  if (unknown) return unknown;
  const open = roles.flatMap((role) => openIssue(record, role));
  for (const { role, issue } of open) {
    const { space } = effectiveSpace(settings, role, record.product);
    const target = targetFor(status, lifecycle, space);
    const problem = target && (await moveLinked(ports, issue, target, lifecycle, settings));
    if (problem) return problem;
  }
  const unread = open.length > 0 ? await readBoth(ports, record) : undefined;
  if (unread) return unread;
  const stuck = open.find(({ issue }) => !issue.gone && issue.category !== 'done');
  if (stuck)
    return {
      kind: 'held',
      cause: `moved-back|${stuck.issue.project ?? ''}`,
      reason: { code: 'notDone', key: stuck.issue.key ?? '' },
    };
  record.facts = { ...record.facts, status };
  for (const { issue } of open) issue.sent[statusMark] = mark(status);
  return undefined;
}

function openIssue({ issues }: LinkRecord, role: Role): { role: Role; issue: LinkedIssue }[] {
  const issue = issues[role];
  return issue?.id === undefined || issue.gone || issue.category === 'done' ? [] : [{ role, issue }];
}
