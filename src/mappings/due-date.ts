import type { BuiltIn } from './mapping';

/** The finding's due date in the space's due date field; a finding without one empties it. */
export const dueDate: BuiltIn = {
  jiraField: (space) => space.dueDateField?.id,
  draft: ({ finding, space }) => {
    if (space.dueDateField?.id === undefined) return undefined;
    const value = finding.dueDate ?? null;
    return { value, comparable: value };
  },
  read: (raw) => (typeof raw === 'string' ? raw : null),
};
