import { severities } from '../../contract/finding';
import { assigneeChoice, type Space } from '../../contract/settings';
import type { FieldMeta } from '../jira/issue';

/** Jira fills these by itself, or every finding does. */
const alwaysFilled = ['project', 'issuetype', 'reporter', 'summary', 'description', 'labels'];

/** The fields that a create screen demands and that neither the space nor a value of the settings' own fills. */
export function demandedFields<T extends Pick<FieldMeta, 'id' | 'required' | 'hasDefault'>>(
  screen: readonly T[],
  space: Space,
  fixed: Readonly<Record<string, unknown>>,
): T[] {
  const isFilled = (id: string) =>
    alwaysFilled.includes(id) || Object.hasOwn(fixed, id) || isMapped(space, id) || fills(space, id);
  return screen.filter(({ id, required, hasDefault }) => required && !hasDefault && !isFilled(id));
}

function isMapped({ mapping }: Space, id: string): boolean {
  return mapping.some(
    ({ field, source }) => field.id === id && !(source.kind === 'fixed' && source.value === null),
  );
}

/** Whether the space has a value of the field for every finding. */
function fills({ components, assignee, securityLevel, priorities, parent }: Space, field: string): boolean {
  switch (field) {
    case 'components':
      return components.length > 0;
    case 'assignee':
      return assignee !== null && assigneeChoice(assignee)?.from !== 'finding';
    case 'security':
      return securityLevel !== null;
    case 'parent':
      return parent !== null;
    case 'priority':
      return priorities.enabled && severities.every((severity) => priorities.map[severity] !== undefined);
    default:
      return false;
  }
}
