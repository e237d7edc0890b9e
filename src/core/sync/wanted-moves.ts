/** The moves that something outside a pass over findings asks for, by what is known of the issues. */
import type { Lifecycle } from '../../contract/finding';
import type { IssueThere, LinkRecord, MoveReason } from '../../contract/link-record';
import { roles, type SettingsDocument } from '../../contract/settings';
import { type ClosingStep, decidePair } from './closing';
import { followedStatus } from './decided';
import { issuesThere, issueThere } from './issues';
import { lifecycleOf } from './lifecycle';
import { spaceOfRecord } from '../settings/spaces';
import { targetFor } from './targets';
import type { Target } from '../jira/workflow';

/** An issue, where it should go, and what that says of its finding. `reason`: what the issue's readers are told. */
export interface WantedMove {
  readonly issue: IssueThere;
  readonly target: Target;
  readonly lifecycle: Lifecycle;
  readonly reason?: MoveReason;
}

const openAgain: Target = { statuses: [], orAnyOf: ['new', 'indeterminate'] };

/** As what a finding that is gone counts: resolved, except that a rejected one stays rejected. */
export function endOf(record: LinkRecord, settings: SettingsDocument) {
  const status = followedStatus(record);
  const isRejected = lifecycleOf(status, settings) === 'rejected';
  return isRejected
    ? ({ status, lifecycle: 'rejected' } as const)
    : ({ status: 'resolved', lifecycle: 'resolved' } as const);
}

/** Closes what is not done yet, each issue as its space wants it. */
export function movesOfGone(record: LinkRecord, settings: SettingsDocument): WantedMove[] {
  const { status, lifecycle } = endOf(record, settings);
  return roles.flatMap((role): WantedMove[] => {
    const issue = issueThere(record, role);
    if (!issue || issue.category === 'done') return [];
    const target = targetFor(status, lifecycle, spaceOfRecord(record, role, settings));
    return target ? [{ issue, target, lifecycle }] : [];
  });
}

/** Brings what is done back to work. */
export function movesOfExpired(record: LinkRecord): WantedMove[] {
  return issuesThere(record)
    .filter(({ category }) => category === 'done')
    .map((issue) => ({ issue, target: openAgain, lifecycle: 'open', reason: 'expired' }));
}

/** Brings a security issue after its product issue, where the pair asks for it. */
export function movesOfPair(record: LinkRecord, settings: SettingsDocument): WantedMove[] {
  const step = decidePair(record, settings);
  const security = issueThere(record, 'security');
  return step === 'nothing' || !security ? [] : [moveAfterProduct(step, security, settings)];
}

/** The move that brings a security issue after its product issue. */
export function moveAfterProduct(
  step: Exclude<ClosingStep, 'nothing'>,
  security: IssueThere,
  settings: SettingsDocument,
): WantedMove {
  if (step === 'reopen') return { issue: security, target: openAgain, lifecycle: 'open', reason: 'reopened' };
  const chosen = settings.closing.status?.id ?? settings.spaces.security.resolvedStatus?.id;
  const statuses = chosen === undefined ? [] : [chosen];
  const target: Target = { statuses, orAnyOf: ['done'], butNoRejection: true };
  return { issue: security, target, lifecycle: 'resolved', reason: 'closed' };
}
