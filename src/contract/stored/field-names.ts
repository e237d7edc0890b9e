/** Fields as older versions of the app named them: the security level by a name of its own, any due date as `duedate`. */

const level = { before: 'securityLevel', now: 'security' };

/** Owners by Jira's ids of the fields. */
export function ownersOfToday<Owner>(owners: Readonly<Record<string, Owner>>): Record<string, Owner> {
  return renamed(owners, level.before, level.now);
}

/** Marks of what was last sent to an issue, by Jira's ids; `dueDateField` is the one that its space uses. */
export function marksOfToday(
  sent: Readonly<Record<string, string>>,
  dueDateField: string | undefined,
): Record<string, string> {
  return [
    [level.before, level.now],
    ['duedate', dueDateField ?? 'duedate'],
  ].reduce(
    (marks, [before = '', now = '']) => renamed(renamed(marks, before, now), `kept:${before}`, `kept:${now}`),
    { ...sent },
  );
}

/** What has its new name already stays as it is. */
function renamed<T>(values: Readonly<Record<string, T>>, before: string, now: string): Record<string, T> {
  if (before === now || !Object.hasOwn(values, before) || Object.hasOwn(values, now)) return { ...values };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name === before ? now : name, value]),
  );
}
