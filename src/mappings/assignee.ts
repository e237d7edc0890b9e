import type { Mapping } from './mapping';

/** The finding's assignee (account id, else e-mail), else the space's default assignee. */
export const assignee: Mapping = {
  field: 'assignee',
  jiraField: () => 'assignee',
  draft: ({ finding, space, accountOf }) => {
    const { accountId, email } = finding.assignee ?? {};
    const id = accountId ?? (email === undefined ? undefined : accountOf(email)) ?? space.assignee?.id;
    return id === undefined ? undefined : { value: { accountId: id }, comparable: id };
  },
  read: (raw) =>
    typeof raw === 'object' && raw !== null && 'accountId' in raw && typeof raw.accountId === 'string'
      ? raw.accountId
      : null,
};
