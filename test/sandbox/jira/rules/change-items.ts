import { codecOf } from '../fields/codecs';
import { textOf } from '../json';
import type { Json } from '../json';
import type { ChangeItem, FieldRecord, ProjectRecord } from '../state/model';
import type { World } from '../world';

const LOGGED_AS: Readonly<Record<string, string>> = {
  components: 'Component',
  fixVersions: 'Fix Version',
  versions: 'Version',
  parent: 'IssueParentAssociation',
  security: 'security',
};

/** The changelog items of one field going from one stored value to another. */
export function changeItems(
  world: World,
  project: ProjectRecord,
  field: FieldRecord,
  before: Json,
  after: Json,
): ChangeItem[] {
  if (field.kind === 'components' || field.kind === 'versions')
    return listItems(world, project, field, before, after);
  const codec = codecOf(field.kind);
  const from = before === null ? { id: null, text: null } : codec?.describe(before, world, project, field);
  const to = after === null ? { id: null, text: null } : codec?.describe(after, world, project, field);
  const emptyText = field.kind === 'labels' ? '' : null;
  return [
    {
      ...named(field),
      from: from?.id ?? null,
      fromString: from?.text ?? emptyText,
      to: to?.id ?? null,
      toString: to?.text ?? emptyText,
    },
  ];
}

function listItems(
  world: World,
  project: ProjectRecord,
  field: FieldRecord,
  before: Json,
  after: Json,
): ChangeItem[] {
  const old = Array.isArray(before) ? before : [];
  const now = Array.isArray(after) ? after : [];
  const describe = (id: Json): string | null =>
    codecOf(field.kind)?.describe([id], world, project, field).text ?? null;
  const removed = old.filter((id) => !now.includes(id));
  const added = now.filter((id) => !old.includes(id));
  return [
    ...removed.map((id) => ({
      ...named(field),
      from: textOf(id),
      fromString: describe(id),
      to: null,
      toString: null,
    })),
    ...added.map((id) => ({
      ...named(field),
      from: null,
      fromString: null,
      to: textOf(id),
      toString: describe(id),
    })),
  ];
}

function named(field: FieldRecord): Pick<ChangeItem, 'field' | 'fieldtype' | 'fieldId'> {
  if (field.custom) return { field: field.name, fieldtype: 'custom', fieldId: field.id };
  // The parent's item is the one that carries no field id.
  return {
    field: LOGGED_AS[field.id] ?? field.id,
    fieldtype: 'jira',
    fieldId: field.id === 'parent' ? null : field.id,
  };
}

/** A changelog item of something that is no field of the issue, such as its status or key. */
export function plainItem(
  field: string,
  fieldId: string | null,
  from: readonly [string | null, string | null],
  to: readonly [string | null, string | null],
): ChangeItem {
  return {
    field,
    fieldtype: 'jira',
    fieldId,
    from: from[0],
    fromString: from[1],
    to: to[0],
    toString: to[1],
  };
}
