/** The issue that a finding asks for in one space. */
import type { SyncedField } from '../contract/settings';
import type { DraftField, DraftFields } from '../core/fields';
import { mark } from '../core/hash';
import { assignee } from './assignee';
import { components } from './components';
import { description } from './description';
import { dueDate } from './due-date';
import { labels } from './labels';
import type { Mapping, MappingInput } from './mapping';
import { priority } from './priority';
import { securityLevel } from './security-level';
import { summary } from './summary';

const mappings: readonly Mapping[] = [
  summary,
  description,
  priority,
  dueDate,
  components,
  labels,
  assignee,
  securityLevel,
];
const byField = new Map(mappings.map((mapping) => [mapping.field, mapping]));

/** All fields that the finding sets in this space. */
export function draftFields(input: MappingInput): DraftFields {
  const entries = mappings.flatMap((mapping): [SyncedField, DraftField][] => {
    const drafted = mapping.jiraField(input.space) === undefined ? undefined : mapping.draft(input);
    return drafted ? [[mapping.field, drafted]] : [];
  });
  return Object.fromEntries(entries);
}

/** Jira's id of a field in this space. */
export function jiraFieldOf(field: SyncedField, space: MappingInput['space']): string | undefined {
  return byField.get(field)?.jiraField(space);
}

/** A value read from Jira in the form that drafts are compared in. */
export function comparableOf(field: SyncedField, raw: unknown): unknown {
  return byField.get(field)?.read(raw);
}

/** Marks of an issue's present values, as if they had just been sent; fields with an id of their own choice are left out. */
export function markOfCurrent(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const standard: Partial<Record<SyncedField, string>> = { ...standardFields };
  const entries = mappings.flatMap(({ field, read }): [string, string][] => {
    const id = standard[field];
    return id !== undefined && id in fields ? [[field, mark(read(fields[id]))]] : [];
  });
  return Object.fromEntries(entries);
}

const standardFields = {
  summary: 'summary',
  description: 'description',
  priority: 'priority',
  duedate: 'duedate',
  components: 'components',
  assignee: 'assignee',
  securityLevel: 'security',
} as const;

/** Jira's ids of the fields that `markOfCurrent` looks at. */
export const currentFields: readonly string[] = Object.values(standardFields);
