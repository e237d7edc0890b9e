import type { FillPlace } from '../../contract/messages/terms';
import type { Space } from '../../contract/settings';

/** Jira's fields that are set under Team spaces. */
const ofSpaces = ['components', 'assignee', 'priority', 'labels', 'security'];

/** Where a Jira field that a project requires is to be filled, so that admins are sent to the right page. */
export function whereFilled(field: string, { dueDateField }: Pick<Space, 'dueDateField'>): FillPlace {
  if (ofSpaces.includes(field)) return 'spaces';
  if (field !== 'duedate') return 'fields';
  // The field is chosen already: what lacks a date is the finding.
  return dueDateField?.id === 'duedate' ? 'finding' : 'spaces';
}
