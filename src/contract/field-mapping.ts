/** Fields of Jira that the app fills: by itself, or by rows of the settings; who owns them, and where values come from. */
import { z } from 'zod';
import { Ref } from './ref';

export const fieldOwners = ['portal', 'people', 'create'] as const;
export const FieldOwner = z.enum(fieldOwners);
export type FieldOwner = z.infer<typeof FieldOwner>;

/** Jira's id of a field, for example `duedate` or `customfield_10042`; no name that every object seems to know. */
export const FieldId = z
  .string()
  .regex(/^[a-z]\w{0,63}$/i, 'must be the id of a Jira field')
  .refine((id) => !(id in {}), 'must be the id of a Jira field');

/** Fields that the app fills wherever the settings say nothing else, by Jira's ids. */
export const builtInFields = [
  'summary',
  'description',
  'priority',
  'duedate',
  'components',
  'labels',
  'assignee',
  'security',
  'parent',
] as const;
export type BuiltInField = (typeof builtInFields)[number];

/** What Jira or the app fills by itself, or what is no value of an issue: no row may name them. */
export const unmappableFields = [
  'project',
  'issuetype',
  'issuelinks',
  'attachment',
  'comment',
  'status',
] as const;

const words = z.string().max(1024);

/** Something that Jira has, as Jira writes it: an option, a version, a person, a group, an issue. */
export const FixedThing = z
  .strictObject({
    id: words.optional(),
    name: words.optional(),
    value: words.optional(),
    accountId: words.optional(),
    groupId: words.optional(),
    key: words.optional(),
    /** The second level of a cascading list. */
    child: z
      .strictObject({ id: words.optional(), name: words.optional(), value: words.optional() })
      .nullish(),
  })
  .refine(({ child: _child, ...names }) => Object.keys(names).length > 0, {
    error: 'must have an id or a name',
    params: { message: 'idOrName' },
  });
export type FixedThing = z.infer<typeof FixedThing>;

/** A value of the settings' own; null leaves the field alone, also where a default would fill it. */
export const FixedValue = z.union([
  z.string().max(32_767),
  z.number(),
  z.boolean(),
  z.null(),
  FixedThing,
  z.array(z.union([words, FixedThing])).max(200),
]);
export type FixedValue = z.infer<typeof FixedValue>;

export const longestTemplate = 20_000;

export const FieldSource = z.discriminatedUnion('kind', [
  /** A field of findings, by its name in rules. */
  z.strictObject({ kind: z.literal('field'), name: z.string().min(1).max(255) }),
  z.strictObject({ kind: z.literal('attribute'), name: z.string().min(1).max(255) }),
  /** Liquid over `finding`, `product` and `role`. */
  z.strictObject({ kind: z.literal('text'), template: z.string().min(1).max(longestTemplate) }),
  z.strictObject({ kind: z.literal('fixed'), value: FixedValue }),
]);
export type FieldSource = z.infer<typeof FieldSource>;

export const whenUnknown = ['hold', 'empty'] as const;
export const WhenUnknown = z.enum(whenUnknown);
export type WhenUnknown = z.infer<typeof WhenUnknown>;

/** One field of Jira and what fills it. `whenUnknown`: what to do with a value that Jira does not have or take. */
export const FieldRow = z.object({
  field: Ref,
  source: FieldSource,
  owner: FieldOwner.default('people'),
  whenUnknown: WhenUnknown.default('hold'),
});
export type FieldRow = z.infer<typeof FieldRow>;

export const mostRows = 100;
export const FieldRows = z.array(FieldRow).max(mostRows);

/** What a row is known by where several lists are merged: its field. */
export function rowKey({ field }: Pick<FieldRow, 'field'>): string {
  return field.id ?? `name:${field.name ?? ''}`;
}

/** The rows of a list and of the ones that go over it, each field once; an override replaces the whole row. */
export function mergeRows(lists: readonly (readonly FieldRow[] | undefined)[]): FieldRow[] {
  const merged = new Map<string, FieldRow>();
  for (const row of lists.flatMap((list) => list ?? [])) merged.set(rowKey(row), row);
  return [...merged.values()];
}
