/** The issue that a finding asks for in one space. */
import type { SyncedField } from '../contract/settings';
import type { DraftField, DraftFields } from '../core/sync/fields';
import { mark } from '../core/data/hash';
import { assignee } from './assignee';
import { components } from './components';
import { description } from './description';
import { dueDate } from './due-date';
import { labels } from './labels';
import type { Mapping, MappingInput } from './mapping';
import { priority } from './priority';
import { securityLevel } from './security-level';
import { summary } from './summary';

const mappings: Readonly<Record<SyncedField, Mapping>> = {
  summary,
  description,
  priority,
  duedate: dueDate,
  components,
  labels,
  assignee,
  securityLevel,
};

/** All fields that the finding sets in this space. */
export function draftFields(input: MappingInput): DraftFields {
  const entries = Object.values(mappings).flatMap((mapping): [SyncedField, DraftField][] => {
    const drafted = mapping.draft(input);
    return drafted ? [[mapping.field, drafted]] : [];
  });
  return Object.fromEntries(entries);
}

/** Jira's id of a field in this space. */
export function jiraFieldOf(field: SyncedField, space: MappingInput['space']): string | undefined {
  return mappings[field].jiraField(space);
}

/** A value read from Jira in the form that drafts are compared in. */
export function comparableOf(field: SyncedField, raw: unknown): unknown {
  return mappings[field].read(raw);
}

/** Marks of an issue's present values, as if they had just been sent; fields with an id of their own choice are left out. */
export function markOfCurrent(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const read = standardFields.filter(([, id]) => id in fields);
  return Object.fromEntries(read.map(([field, id]) => [field, mark(comparableOf(field, fields[id]))]));
}

const standardFields = [
  ['summary', 'summary'],
  ['description', 'description'],
  ['priority', 'priority'],
  ['duedate', 'duedate'],
  ['components', 'components'],
  ['assignee', 'assignee'],
  ['securityLevel', 'security'],
] as const satisfies readonly [SyncedField, string][];

/** Jira's ids of the fields that `markOfCurrent` looks at. */
export const currentFields: readonly string[] = standardFields.map(([, id]) => id);
