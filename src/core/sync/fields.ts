/** Which fields of an issue to send: what the portal changed, except where people's edits stand. */
import type { Reason } from '../../contract/messages/message';
import type { FieldOwner } from '../../contract/settings';
import { mark } from '../data/hash';

/** A field's value as it is sent, and the form in which it can be compared with what Jira gives back. */
export interface DraftField {
  readonly value: unknown;
  readonly comparable: unknown;
  /** Why the value is not, or not wholly, what was given. */
  readonly note?: Reason;
  /** Why there is no value that may be sent: it holds the finding up as soon as it would be. */
  readonly problem?: Reason;
}
/** By Jira's id of the field. */
export type DraftFields = Readonly<Record<string, DraftField>>;

/** Marks of what was last sent, by field. */
export type SentMarks = Readonly<Record<string, string>>;

/** The mark under which a draft is remembered that gave way to a person's edit. */
export function keptMark(field: string): string {
  return `kept:${field}`;
}

/** Fields whose draft differs from what was last sent and has not already given way to a person's edit. */
export function changedFields(draft: DraftFields, sent: SentMarks): string[] {
  return fieldsOf(draft).filter((field) => {
    const drafted = markOf(draft, field);
    return drafted !== sent[field] && drafted !== sent[keptMark(field)];
  });
}

export interface Edit {
  readonly send: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Of the changed fields, those to send. A field of people's is kept once Jira's value is not what was last sent;
 * `current` holds Jira's comparable values, read just before.
 */
export function decideEdit(
  changed: readonly string[],
  current: Readonly<Record<string, unknown>>,
  sent: SentMarks,
  owner: (field: string) => FieldOwner,
): Edit {
  const editedByPeople = (field: string) => {
    const known = (sent[field] ?? anything).split(either);
    return !known.includes(anything) && !known.includes(mark(current[field]));
  };
  const kept = changed.filter((field) => {
    if (owner(field) === 'create') return true;
    return owner(field) === 'people' && field !== 'labels' && editedByPeople(field);
  });
  return { send: changed.filter((field) => !kept.includes(field)), kept };
}

/** Fields that Jira shows as the draft wants them, whoever set them: they need not be sent. */
export function alreadySo(
  fields: readonly string[],
  draft: DraftFields,
  current: Readonly<Record<string, unknown>>,
): string[] {
  return fields.filter((field) => mark(current[field]) === markOf(draft, field));
}

const either = '?';
/** Nothing was sent yet, or nobody knows what. */
const anything = '';

/**
 * The mark while a call is under way whose outcome may never be known: Jira then holds the one or the other value.
 * It equals no draft, so the field is sent again, and neither value is taken for a person's edit.
 */
export function doubtfulMark(before: string | undefined, after: string): string {
  return [...new Set([...(before ?? anything).split(either), after])].join(either);
}

/** Whether what a mark stands for may be what this one stands for: two that nobody can tell apart stand in one. */
export function mayBe(sent: string | undefined, other: string): boolean {
  return (sent ?? anything).split(either).includes(other);
}

/** The marks of a draft, for the fields that were sent. */
export function marksOf(draft: DraftFields, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, markOf(draft, field)]));
}

/** The marks of drafts that gave way. */
export function keptMarksOf(draft: DraftFields, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [keptMark(field), markOf(draft, field)]));
}

/** The marks once these fields were sent: what they gave way to before is over. */
export function marksAfter(
  sent: SentMarks,
  draft: DraftFields,
  fields: readonly string[],
): Record<string, string> {
  const over = new Set(fields.map(keptMark));
  const rest = Object.entries(sent).filter(([name]) => !over.has(name));
  return { ...Object.fromEntries(rest), ...marksOf(draft, fields) };
}

function markOf(draft: DraftFields, field: string): string {
  return mark(draft[field]?.comparable);
}

/** The fields that a draft sets. */
export function fieldsOf(draft: DraftFields): string[] {
  return Object.keys(draft);
}
