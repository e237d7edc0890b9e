/** The values of a previewed issue in words, each with where it comes from. */
import type { PreviewValue, ValueOrigin } from '../../contract/api';
import type { Finding } from '../../contract/finding';
import type { Ref, SettingsDocument, Space } from '../../contract/settings';
import { type DraftFields, fieldsOf } from '../../core/sync/fields';
import type { RoleWork } from '../apply/job';
import type { FieldMeta } from '../../core/jira/issue';

/** What an issue is made of besides its description and status. `screen` undefined: nobody knows the screen. */
export interface Made {
  readonly work: Pick<RoleWork, 'ready' | 'origins' | 'draft' | 'labels'>;
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
    .filter((field) => field !== 'description')
    .map((field): PreviewValue => {
      const isOff = screen !== undefined && !screen.some((one) => one.id === field);
      const value = explain(field, work, finding);
      const isDoubted = isUnconfirmed && field === 'assignee' && value.origins.includes('finding');
      return {
        field,
        ...nameOf(field, space),
        ...value,
        ...(isOff ? { leftOut: true as const } : {}),
        ...(isDoubted ? { unconfirmed: true as const } : {}),
      };
    })
    .filter(({ values }) => values.length > 0);
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
  { draft, labels, origins, ready: { space } }: Made['work'],
  finding: Finding,
): Explained {
  const plain = textOf(draft.fields, field);
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
      return plain === space.assignee?.id
        ? { values: named([space.assignee]), origins: [origins.assignee] }
        : { values: [finding.assignee?.email ?? plain], origins: ['finding'] };
    default:
      return { values: plain === '' ? [] : [plain], origins: ['finding'] };
  }
}

/** The due date may go into a field of the site's own. */
function nameOf(field: string, { dueDateField }: Space): Pick<PreviewValue, 'name'> {
  const name = dueDateField?.id === field ? dueDateField.name : undefined;
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
    const values = (Array.isArray(value) ? value : [value]).map((one) => wordOf(one, allowed));
    return [{ field: id, name, values, origins: ['fixed'] }];
  });
}

function wordOf(value: unknown, allowed: FieldMeta['allowed']): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const id = 'id' in value ? value.id : undefined;
  return allowed.find((one) => one.id === id)?.name ?? JSON.stringify(value);
}

function textOf(fields: DraftFields, field: string): string {
  const value = fields[field]?.comparable;
  return typeof value === 'string' ? value : '';
}

function named(refs: readonly (Ref | null | undefined)[]): string[] {
  return refs.flatMap((ref) => ref?.name ?? ref?.id ?? []);
}
