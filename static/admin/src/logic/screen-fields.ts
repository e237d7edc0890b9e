import type { Named, ScreenField } from '../jira/types';

/** Fields that the app fills from the finding or from the space; a fixed value would be in their way. */
const taken = [
  'project',
  'issuetype',
  'summary',
  'description',
  'reporter',
  'priority',
  'duedate',
  'labels',
  'components',
  'assignee',
  'security',
  'issuelinks',
  'attachment',
  'parent',
];

/** The fields of several create screens, each once, with the values that any of them allows; by name. */
export function fixableFields(screens: readonly (readonly ScreenField[])[]): ScreenField[] {
  const fields = new Map<string, ScreenField>();
  for (const field of screens.flat()) {
    if (taken.includes(field.id)) continue;
    const known = fields.get(field.id);
    fields.set(field.id, known === undefined ? field : mergedField(known, field));
  }
  return [...fields.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** A field as two create screens have it: with what either allows, required where either requires it. */
export function mergedField(a: ScreenField, b: ScreenField): ScreenField {
  const allowed = [...(a.allowed ?? []), ...(b.allowed ?? [])];
  const distinct = [...new Map(allowed.map((one): [string, Named] => [one.id, one])).values()];
  return {
    ...a,
    required: a.required || b.required,
    ...(a.allowed === undefined && b.allowed === undefined ? {} : { allowed: distinct }),
  };
}
