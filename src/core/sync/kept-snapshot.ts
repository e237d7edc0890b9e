/** What is kept of a finding's last snapshot, so that settings, rules and templates can be applied again without the portal. */
import type { Finding } from '../../contract/finding';

/**
 * Of people only the account is kept: an address is looked up once more when the portal sends it again. `updatedAt`
 * orders snapshots and says nothing of the finding.
 */
export function keptSnapshot(
  finding: Finding,
  accountOf: (email: string) => string | null | undefined,
): Finding {
  const { accountId, email } = finding.assignee ?? {};
  const account = accountId ?? (email === undefined ? undefined : accountOf(email));
  const assignee = typeof account === 'string' ? { accountId: account, email: undefined } : undefined;
  return { ...finding, assignee, updatedAt: undefined };
}
