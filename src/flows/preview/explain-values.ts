/** The values of a previewed issue in words, each with where it comes from. */
import type { PreviewValue, ValueOrigin } from '../../contract/api';
import type { Finding } from '../../contract/finding';
import {
  assigneeChoice,
  namedAssignee,
  type Ref,
  rowKey,
  type SettingsDocument,
  type SpaceAssignee,
} from '../../contract/settings';
import { type DraftFields, fieldsOf } from '../../core/sync/fields';
import { plainText } from '../../mappings/adf/plain-text';
import type { RoleWork } from '../apply/job';
import type { FieldMeta } from '../../core/jira/issue';

/** What an issue is made of besides its description and status. `screen` undefined: nobody knows the screen. */
export interface Made {
  readonly work: Pick<RoleWork, 'ready' | 'origins' | 'rowOrigins' | 'mappings' | 'draft' | 'labels'>;
  readonly finding: Finding;
  /** Only Jira's search says who the assignee is. */
  readonly isUnconfirmed: boolean;
  readonly settings: SettingsDocument;
  readonly screen: readonly FieldMeta[] | undefined;
}

/** Project, issue type, every drafted field, and the fixed values of fields on the screen. */
export function explainValues({ work, finding, settings, screen, isUnconfirmed }: Made): PreviewValue[] {
  const { origins } = work;
  const { space } = work.ready;
  const byKind = space.issueTypeByKind[finding.kind];
  const drafted = fieldsOf(work.draft.fields)
    .filter((field) => field !== 'description' || work.draft.fields[field]?.note !== undefined)
    .map((field): PreviewValue => {
      const isOff = screen !== undefined && !screen.some((one) => one.id === field);
      const drafted = work.draft.fields[field];
      const value = explain(field, work, finding, screen);
      const isDoubted = isUnconfirmed && field === 'assignee' && value.origins.includes('finding');
      const note = drafted?.problem ?? drafted?.note;
      return {
        field,
        ...nameOf(field, work, screen),
        ...value,
        ...(note ? { note } : {}),
        ...(isOff ? { leftOut: true as const } : {}),
        ...(isDoubted ? { unconfirmed: true as const } : {}),
      };
    })
    .filter(({ values, note }) => values.length > 0 || note !== undefined);
  return [
    { field: 'project', values: named([space.project]), origins: [origins.project] },
    {
      field: 'issueType',
      values: named([byKind ?? space.issueType]),
      origins: [byKind ? origins.issueTypeByKind : origins.issueType],
    },
    ...drafted,
    ...fixedValues(settings, screen ?? [], fieldsOf(work.draft.fields)),
  ];
}

type Explained = Pick<PreviewValue, 'values' | 'origins'>;

function explain(
  field: string,
  { draft, labels, origins, rowOrigins, mappings, ready: { space } }: Made['work'],
  finding: Finding,
  screen: readonly FieldMeta[] = [],
): Explained {
  const plain = textOf(draft.fields, field);
  const row = mappings.get(field)?.row;
  if (row) {
    const origin = row.source.kind === 'fixed' ? (rowOrigins.get(rowKey(row)) ?? 'default') : 'finding';
    const allowed = screen.find(({ id }) => id === field)?.allowed ?? [];
    return { values: wordsOf(draft.fields[field]?.value, allowed), origins: [origin] };
  }
  switch (field) {
    case 'priority':
      return { values: named([space.priorities.map[finding.severity]]), origins: [origins.priorities] };
    case 'components':
      return { values: named(space.components), origins: [origins.components] };
    case 'security':
      return { values: named([space.securityLevel]), origins: [origins.securityLevel] };
    case 'labels':
      return { values: labels, origins: labelOrigins(labels, space.labels, origins.labels) };
    case 'assignee':
      return explainAssignee(plain, space.assignee, finding, origins.assignee);
    case 'parent':
      return { values: named([space.parent]), origins: [origins.parent] };
    case 'description':
      return { values: [], origins: ['default'] };
    default:
      return { values: plain === '' ? [] : [plain], origins: ['finding'] };
  }
}

/** Whom the finding does not name, the space does: by name, from a list, or as Jira's lead. */
function explainAssignee(
  account: string,
  ofSpace: SpaceAssignee | null,
  { assignee }: Finding,
  origin: ValueOrigin,
): Explained {
  const known = [namedAssignee(ofSpace), ...(assigneeChoice(ofSpace)?.list ?? [])];
  const person = known.find((ref) => ref?.id === account);
  if (person && assignee?.accountId !== account) return { values: named([person]), origins: [origin] };
  return assignee
    ? { values: [assignee.email ?? account], origins: ['finding'] }
    : { values: [account], origins: [origin] };
}

/** What the site calls a field that the app does not know by itself. */
function nameOf(
  field: string,
  { mappings, ready }: Made['work'],
  screen: readonly FieldMeta[] = [],
): Pick<PreviewValue, 'name'> {
  const { dueDateField } = ready.space;
  const name =
    screen.find(({ id }) => id === field)?.name ??
    mappings.get(field)?.row?.field.name ??
    (dueDateField?.id === field ? dueDateField.name : undefined);
  return name === undefined ? {} : { name };
}

function labelOrigins(
  all: readonly string[],
  ofSpace: readonly string[],
  origin: ValueOrigin,
): ValueOrigin[] {
  const isOfSpace = (label: string) => ofSpace.includes(label);
  return [...(all.some(isOfSpace) ? [origin] : []), ...(all.every(isOfSpace) ? [] : ['finding' as const])];
}

/** Fixed values fill what the draft leaves open. */
function fixedValues(
  settings: SettingsDocument,
  screen: readonly FieldMeta[],
  filled: readonly string[],
): PreviewValue[] {
  return screen.flatMap(({ id, name, allowed }) => {
    const value = settings.fields.fixed[id];
    if (value === undefined || filled.includes(id)) return [];
    return [{ field: id, name, values: wordsOf(value, allowed), origins: ['fixed'] }];
  });
}

/** Values as people call them, each level of a cascading list by itself. */
function wordsOf(value: unknown, allowed: FieldMeta['allowed']): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, allowed));
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'object') return [];
  if ('type' in value && value.type === 'doc') return [plainText(value)];
  const thing = new Map<string, unknown>(Object.entries(value));
  const known = allowed.find(({ id }) => id === thing.get('id'));
  const name =
    known?.name ??
    ['name', 'value', 'key', 'accountId', 'groupId', 'id'].flatMap((key) => thing.get(key) ?? [])[0];
  return [...(typeof name === 'string' ? [name] : []), ...wordsOf(thing.get('child'), known?.children ?? [])];
}

function textOf(fields: DraftFields, field: string): string {
  const value = fields[field]?.comparable;
  return typeof value === 'string' ? value : '';
}

function named(refs: readonly (Ref | null | undefined)[]): string[] {
  return refs.flatMap((ref) => ref?.name ?? ref?.id ?? []);
}
