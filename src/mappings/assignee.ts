import type { BuiltIn } from './mapping';

/** The finding's assignee (account id, else e-mail), else the space's default assignee; left alone until Jira says whose an address is. */
export const assignee: BuiltIn = {
  jiraField: () => 'assignee',
  draft: ({ finding, space, accountOf }) => {
    const { accountId, email } = finding.assignee ?? {};
    const named = accountId ?? (email === undefined ? undefined : accountOf(email));
    if (named === null) return undefined;
    const id = named ?? space.assignee?.id;
    return id === undefined ? undefined : { value: { accountId: id }, comparable: id };
  },
  read: (raw) =>
    typeof raw === 'object' && raw !== null && 'accountId' in raw && typeof raw.accountId === 'string'
      ? raw.accountId
      : null,
};
