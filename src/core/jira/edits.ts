/** Edits of fields as Jira's changelogs tell them, read into what the app knows. */
import { z } from 'zod';
import type { FieldWords } from '../../contract/outbox';
import { ownValue } from '../data/own-value';

/** One changed field. Every object seems to have a `toString`, so the item is read by its own properties only. */
export const ChangelogItem = z.record(z.string(), z.unknown()).transform((item): ChangelogItem => {
  const text = (name: string) => {
    const value = ownValue(item, name);
    return typeof value === 'string' ? value : null;
  };
  return {
    field: text('fieldId') ?? text('field') ?? '',
    from: { id: text('from'), words: text('fromString') },
    to: { id: text('to'), words: text('toString') },
  };
});
export interface ChangelogItem {
  /** The field's id, or its name where it has none. */
  readonly field: string;
  readonly from: ChangelogValue;
  readonly to: ChangelogValue;
}
export interface ChangelogValue {
  readonly id: string | null;
  readonly words: string | null;
}

/** A field's value: as drafts are compared, and in Jira's words. */
export interface FieldValue {
  readonly comparable: unknown;
  readonly words: FieldWords;
}

/** Fields whose edits are told, by Jira's id; the due date may lie in a field of the space's own choice. */
export const editedFields = ['assignee', 'priority', 'labels', 'summary'] as const;
export type EditedField = (typeof editedFields)[number] | 'dueDate';

/** What a changelog says of a field's value. */
export function valueOf(field: EditedField, { id, words }: ChangelogValue): FieldValue {
  switch (field) {
    case 'assignee':
      return { comparable: id, words: null };
    case 'priority':
      return { comparable: id, words };
    case 'dueDate':
      return dayValue(id ?? words);
    case 'labels':
      return listValue((words ?? '').split(' '));
    case 'summary':
      return { comparable: words?.trim() ?? null, words };
  }
}

/** What an issue that was read says of a field's value. */
export function valueIn(field: EditedField, raw: unknown): FieldValue {
  switch (field) {
    case 'assignee':
      return { comparable: textIn(raw, 'accountId'), words: null };
    case 'priority':
      return { comparable: textIn(raw, 'id'), words: textIn(raw, 'name') };
    case 'dueDate':
      return dayValue(typeof raw === 'string' ? raw : null);
    case 'labels':
      return listValue(Array.isArray(raw) ? raw.filter((one) => typeof one === 'string') : []);
    case 'summary': {
      const words = typeof raw === 'string' ? raw : null;
      return { comparable: words?.trim() ?? null, words };
    }
  }
}

/** Jira adds a time to days in changelogs. */
function dayValue(text: string | null): FieldValue {
  const day = text?.slice(0, 10) ?? null;
  return { comparable: day, words: day };
}

function listValue(labels: readonly string[]): FieldValue {
  const sorted = labels.filter((label) => label !== '').sort();
  return { comparable: sorted, words: sorted };
}

function textIn(raw: unknown, name: string): string | null {
  const value =
    typeof raw === 'object' && raw !== null ? ownValue(raw as Record<string, unknown>, name) : null;
  return typeof value === 'string' ? value : null;
}
