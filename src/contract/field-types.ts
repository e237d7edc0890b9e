/** The types of Jira's fields, as far as they are filled in different ways. */

/**
 * `choice`, `choices`: one or several of a list that create metadata tells, whatever they are; `cascading`: two levels.
 * `other`: the app cannot fill it. `sprint`: it could, but a sprint is what a team plans by hand.
 */
export const fieldTypes = [
  'text',
  'paragraph',
  'number',
  'date',
  'datetime',
  'url',
  'labels',
  'choice',
  'choices',
  'cascading',
  'user',
  'users',
  'group',
  'groups',
  'parent',
  'sprint',
  'other',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** `schema` of a field in Jira's create metadata (FieldMetadata, JsonTypeBean). */
export interface FieldSchema {
  readonly type: string;
  readonly items?: string | undefined;
  readonly system?: string | undefined;
  readonly custom?: string | undefined;
}

const single: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['string', 'text'],
  ['number', 'number'],
  ['date', 'date'],
  ['datetime', 'datetime'],
  ['option', 'choice'],
  ['priority', 'choice'],
  ['securitylevel', 'choice'],
  ['version', 'choice'],
  ['component', 'choice'],
  ['option-with-child', 'cascading'],
  ['user', 'user'],
  ['group', 'group'],
]);

const several: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['string', 'labels'],
  ['option', 'choices'],
  ['version', 'choices'],
  ['component', 'choices'],
  ['user', 'users'],
  ['group', 'groups'],
]);

/** How a field with this schema is filled. */
export function fieldTypeOf({ type, items = '', system, custom = '' }: FieldSchema): FieldType {
  if (custom.endsWith(':gh-sprint')) return 'sprint';
  if (system === 'parent') return 'parent';
  if (type === 'array') return several.get(items) ?? 'other';
  if (custom.endsWith(':textarea') || system === 'description' || system === 'environment')
    return 'paragraph';
  if (custom.endsWith(':url')) return 'url';
  return single.get(type) ?? 'other';
}
