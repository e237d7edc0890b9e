/** The issue that a finding asks for in one space. */
import type { SyncedField } from '../contract/settings';
import type { DraftField, DraftFields } from '../core/fields';
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
