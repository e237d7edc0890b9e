/** Recurring tasks have no portal: the app stands for it, so that what Jira means becomes their status. */
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { isGroup } from '../groups/regroup';
import { agree, standingsOf, takeMeaning } from '../sync/hearing';
import { followedStatus } from '../sync/decided';
import { isThere } from '../sync/issues';
import { lifecycleOf } from '../sync/lifecycle';

/**
 * Takes over what the issues of a task came to mean by this change. Whatever else follows from its status, other issues
 * included, is done by the todo that this leaves. Tasks that share an issue as a group keep theirs.
 */
export function noteTaskStatus(
  before: LinkRecord | undefined,
  after: LinkRecord,
  settings: SettingsDocument,
  now: number,
): void {
  if (!before || isGroup(after) || after.memberOf !== undefined) return;
  const said = takeMeaning(standingsOf(before, after, settings), after, withoutRetest(settings));
  if (!said) return;
  const { status, lastOpen } = said;
  after.facts = { ...after.facts, status };
  after.hearing = { ...after.hearing, lastOpen };
  const lifecycle = lifecycleOf(status, settings) ?? 'open';
  agree(after.product, after.issues, { status, lifecycle, rule: after.rule }, settings);
  after.todo = { ...after.todo, apply: now };
}

/** Nobody retests a task: that its product issue is done is the answer. */
function withoutRetest(settings: SettingsDocument): SettingsDocument {
  const { closing, statuses } = settings;
  if (!closing.enabled || !closing.waitForRetest) return settings;
  return {
    ...settings,
    closing: { ...closing, waitForRetest: false },
    statuses: { ...statuses, speaks: 'either' },
  };
}

/** Whether there is still something to do for a turn: an issue that is not done, or one that is yet to come. */
export function isTurnOpen(record: LinkRecord | undefined, settings: SettingsDocument): boolean {
  if (!record || lifecycleOf(followedStatus(record), settings) !== 'open') return false;
  const issues = Object.values(record.issues);
  if (issues.length === 0) return record.state === 'pending' || record.state === 'held';
  return issues.some((issue) => issue.state === 'claimed' || (isThere(issue) && issue.category !== 'done'));
}
