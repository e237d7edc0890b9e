import { assigneeChoice, namedAssignee, type Ref } from '../contract/settings';
import { mark } from '../core/data/hash';
import type { Found } from './lookups';
import type { BuiltIn, MappingInput } from './mapping';

/** The finding's assignee (account id, else e-mail), else whom the space says; left alone until Jira has said who that is. */
export const assignee: BuiltIn = {
  jiraField: () => 'assignee',
  draft: (input) => {
    const { accountId, email } = input.finding.assignee ?? {};
    const named = accountId ?? (email === undefined ? undefined : input.accountOf(email));
    const id = named === undefined ? assigneeOfSpace(input) : named;
    return typeof id === 'string' ? { value: { accountId: id }, comparable: id } : undefined;
  },
  read: (raw) =>
    typeof raw === 'object' && raw !== null && 'accountId' in raw && typeof raw.accountId === 'string'
      ? raw.accountId
      : null,
};

function assigneeOfSpace(input: MappingInput): Found {
  const { space, lookups } = input;
  const choice = assigneeChoice(space.assignee);
  const project = space.project?.id ?? '';
  switch (choice?.from) {
    case 'projectLead':
      return lookups.projectLead(project);
    case 'componentLead':
      return firstLead(input.components.map((id) => lookups.componentLead(`${project}/${id}`)));
    case 'list':
      return dealtTo(choice.list ?? [], input)?.id;
    case 'finding':
      return undefined;
    case undefined:
      return namedAssignee(space.assignee)?.id;
  }
}

/** Of the first component that has one; not before Jira has told of those before it. */
function firstLead(leads: readonly Found[]): Found {
  return leads.find((lead) => lead !== undefined);
}

/** A finding keeps its person as long as the list holds it; whoever joins takes a share of everybody's. */
function dealtTo(list: readonly Ref[], { connection, finding }: MappingInput): Ref | undefined {
  const drawn = list.map((ref) => ({
    ref,
    lot: mark([connection, finding.product, finding.id, ref.id ?? '']),
  }));
  return drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1))[0]?.ref;
}
