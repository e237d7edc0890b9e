import { type BuiltIn, idOf } from './mapping';

/** Severity -> priority, by the space's mapping; a severity without one leaves the field alone. */
export const priority: BuiltIn = {
  jiraField: (space) => (space.priorities.enabled ? 'priority' : undefined),
  draft: ({ finding, space }) => {
    const id = space.priorities.map[finding.severity]?.id;
    return space.priorities.enabled && id !== undefined ? { value: { id }, comparable: id } : undefined;
  },
  read: idOf,
};
