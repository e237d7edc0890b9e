/** An accepted risk whose date has passed: its issues are open again. */
import { type LinkRecord } from '../../contract/link-record';
import { roles, type SettingsDocument } from '../../contract/settings';
import { type Consequence, limited } from '../../core/failure';
import { expiredComment } from '../../mappings/closing-comment';
import { moveLinked, readBoth } from '../move/move-linked';
import type { Ports } from '../ports';

/** Moves what is done back to work, and says why. */
export async function reopenExpired(
  ports: Ports,
  record: LinkRecord,
  settings: SettingsDocument,
): Promise<Consequence | undefined> {
  const unread = await readBoth(ports, record);
  if (unread) return unread;
  for (const role of roles) {
    const issue = record.issues[role];
    if (issue?.id === undefined || issue.gone || issue.category !== 'done') continue;
    const target = { statuses: [], orAnyOf: ['new', 'indeterminate'] } as const;
    const problem = await moveLinked(ports, issue, target, 'open', settings);
    if (problem) return problem;
    const said = await ports.jira.addComment(issue.id, expiredComment(record.facts.acceptedUntil ?? ''));
    if (!said.ok && said.failure.kind === 'limited') return limited(said.failure);
  }
  return readBoth(ports, record);
}
