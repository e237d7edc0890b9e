/** What people set in Jira, as far as it was heard of: an edit is told once, and what the app itself sent is none. */
import type { Hearing, LinkRecord, MadeIssue, SeenField, SeenFields } from '../../contract/link-record';
import { type FieldWords, toldFields } from '../../contract/outbox';
import type { Role, SettingsDocument, Space } from '../../contract/settings';
import { mark } from '../data/hash';
import {
  type ChangelogItem,
  type EditedField,
  editedFields,
  type FieldValue,
  valueIn,
  valueOf,
} from '../jira/edits';
import { issueMade } from './issues';
import { refPlaces } from '../settings/references';
import { changedFields, type DraftFields, marksAfter, mayBe } from './fields';

/** Fields of which edits are told. */
export const seenFields = ['assignee', ...toldFields] as const;

/** The fields of a space whose edits are told, each with Jira's id. */
export function toldFieldsOf({ dueDateField }: Space): readonly (readonly [EditedField, string])[] {
  const due = dueDateField?.id;
  return [
    ...editedFields.map((field) => [field, field] as const),
    ...(due === undefined ? [] : [['dueDate', due] as const]),
  ];
}

/** Jira's ids of all fields whose edits are told, in whatever space. */
export function allToldIds(settings: SettingsDocument): string[] {
  const ids = refPlaces(settings).flatMap(({ path, ref }) =>
    path.at(-1) === 'dueDateField' ? (ref.id ?? []) : [],
  );
  return [...new Set([...editedFields, ...ids])];
}

/** A record before and after edits: what an edit says was before is as good as remembered. */
export interface Edited {
  readonly before: LinkRecord;
  readonly after: LinkRecord;
}

/** Notes edits that a person made at this time (ms). One that is older than what is known of its field is no news. */
export function noteEdits(
  records: Edited,
  role: Role,
  space: Space,
  items: readonly ChangelogItem[],
  at: number,
): Edited {
  return toldFieldsOf(space).reduce((so, [field, id]) => {
    const item = items.find((one) => one.field === id);
    if (!item) return so;
    const [from, to] = [valueOf(field, item.from), valueOf(field, item.to)];
    const known = so.after.hearing?.seen?.[role]?.[field];
    const isOld = known !== undefined && (known.at >= at || known.mark === mark(to.comparable));
    return isOld ? so : turned(so, role, field, { from, to, at });
  }, records);
}

/** Without `from` it is what was known. */
interface Turn {
  readonly from?: FieldValue | undefined;
  readonly to: FieldValue;
  readonly at: number;
}

function turned({ before, after }: Edited, role: Role, field: EditedField, { from, to, at }: Turn): Edited {
  return {
    before: from ? withSeen(before, role, field, seenOf(field, from, 0)) : before,
    after: withSeen(after, role, field, seenOf(field, to, at)),
  };
}

function seenOf(field: EditedField, { comparable, words }: FieldValue, at: number): SeenField {
  if (field !== 'assignee') return { at, mark: mark(comparable), words };
  const person = typeof comparable === 'string' ? { accountId: comparable } : null;
  return { at, mark: mark(comparable), person };
}

function withSeen(record: LinkRecord, role: Role, field: EditedField, seen: SeenField): LinkRecord {
  const fields: SeenFields = { ...record.hearing?.seen?.[role], [field]: seen };
  const hearing: Hearing = { ...record.hearing, seen: { ...record.hearing?.seen, [role]: fields } };
  return { ...record, hearing };
}

/**
 * Compares an issue that was read with what is known of it: edits that no event told are found, and what the app itself
 * sent since is no edit.
 */
export function noteShown(
  records: Edited,
  role: Role,
  space: Space,
  fields: Readonly<Record<string, unknown>>,
  at: number,
): Edited {
  const issue = issueMade(records.after, role);
  if (!issue) return records;
  return toldFieldsOf(space).reduce((so, [field, id]) => {
    if (!(id in fields)) return so;
    const to = valueIn(field, fields[id]);
    const known = so.after.hearing?.seen?.[role]?.[field];
    const isSent = isOwn(issue, id, to);
    if (known?.mark === mark(to.comparable) || (!known && isSent)) return so;
    const from = isSent ? to : known ? undefined : startOf(so.after, issue, field, id);
    return from || known ? turned(so, role, field, { from, to, at }) : so;
  }, records);
}

/** Whether the app itself sent this value last, or may have. */
function isOwn(issue: MadeIssue, id: string, { comparable }: FieldValue): boolean {
  if (id === 'labels') return mark([...(issue.labels ?? [])].sort()) === mark(comparable);
  return mayBe(issue.sent[id], mark(comparable));
}

function said(words: FieldWords): FieldValue {
  return { comparable: words, words };
}

/** What a field held when the issue was made, where that is known: of an adopted issue it is not. */
function startOf(
  { facts }: LinkRecord,
  issue: MadeIssue,
  field: EditedField,
  id: string,
): FieldValue | undefined {
  if (issue.adopted) return undefined;
  const isSent = issue.sent[id] !== undefined;
  switch (field) {
    case 'labels':
      return said([...(issue.labels ?? [])].sort());
    case 'summary':
      return isSent ? said(facts.title) : undefined;
    case 'dueDate':
      return said(facts.dueDate ?? null);
    case 'priority':
      return isSent ? said(null) : undefined;
    case 'assignee':
      return said(null);
  }
}

/** Takes those out whom only the event needed that tells it. */
export function withoutPeople(seen: NonNullable<Hearing['seen']>): NonNullable<Hearing['seen']> {
  const roles = Object.entries(seen).map(([role, fields]) => [
    role,
    Object.fromEntries(Object.entries(fields).map(alone)),
  ]);
  return Object.fromEntries(roles) as NonNullable<Hearing['seen']>;
}

function alone([field, { person: _told, ...seen }]: [string, SeenField]): [string, SeenField] {
  return [field, seen];
}

/** What people set as the portal wants it now need not be sent: a portal may send back what it was told. */
export function noteAlreadySet(
  issue: MadeIssue,
  seen: SeenFields | undefined,
  draft: DraftFields,
  space: Space,
): void {
  if (!seen) return;
  const names = new Map(toldFieldsOf(space).map(([field, id]) => [id, field]));
  const set = changedFields(draft, issue.sent).filter((id) => {
    const name = names.get(id);
    const known = name === undefined ? undefined : seen[name];
    if (id === 'labels') return known !== undefined && hasLabels(issue, known, draft['labels']?.comparable);
    return known?.mark === mark(draft[id]?.comparable);
  });
  if (set.length === 0) return;
  issue.sent = marksAfter(issue.sent, draft, set);
  if (set.includes('labels')) issue.labels = textsOf(draft['labels']?.comparable);
}

/** Whether the issue has all labels that are wanted, and none of the app's own that no longer is. */
function hasLabels({ labels = [] }: MadeIssue, { words }: SeenField, wanted: unknown): boolean {
  const [all, has] = [textsOf(wanted), textsOf(words)];
  return all.every((label) => has.includes(label)) && labels.every((label) => all.includes(label));
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
