/** Fields of Jira that the app fills: who owns them. */
import { z } from 'zod';

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
] as const;
export type BuiltInField = (typeof builtInFields)[number];
