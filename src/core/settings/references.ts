/** Every reference to something in Jira that the settings hold: where it stands, and in which project it belongs. */
import { type RefKind, refKinds } from '../../contract/messages/terms';
import type { FieldRow, Ref, Role, SettingsDocument, SpaceOverride } from '../../contract/settings';
import { assigneeChoice, namedAssignee, roles } from '../../contract/settings';
import { fixedRefs, inShapeOf } from './fixed-refs';
import { slaRefs } from './sla-refs';

/** Keys of the document down to the reference; list positions are numbers. */
export type RefPath = readonly (string | number)[];

export interface RefPlace {
  readonly path: RefPath;
  readonly kind: RefKind;
  readonly ref: Ref;
  /** The space whose project the thing belongs to; absent for things of the whole site. */
  readonly space?: { readonly role: Role; readonly product?: string; readonly rule?: string };
  /** The last key of the path is the id itself: it can be taken out, but not be put right. */
  readonly isKey?: true;
  /** What goes with it when it is taken out; absent: it goes alone. */
  readonly takesOut?: RefPath;
  /** The field that takes the value, and the first level that it belongs to. */
  readonly of?: { readonly field: Ref; readonly within?: Ref };
}

/** All references, those that others depend on first: projects, then issue types, then the rest. */
export function refPlaces(document: SettingsDocument): RefPlace[] {
  const places = [
    ...roles.flatMap((role) => placesOfSpace(document.spaces[role], ['spaces', role], { role })),
    ...Object.entries(document.products).flatMap(([product, overrides]) =>
      roles.flatMap((role) =>
        placesOfSpace(overrides[role] ?? {}, ['products', product, role], { role, product }),
      ),
    ),
    ...document.rules.flatMap(({ id, then }, index) =>
      roles.flatMap((role) =>
        placesOfSpace(then[role] ?? {}, ['rules', index, 'then', role], { role, rule: id }),
      ),
    ),
    ...one(document.closing.status, ['closing', 'status'], 'status', { role: 'security' }),
    ...document.closing.wontDoResolutions.flatMap((ref, index) =>
      one(ref, ['closing', 'wontDoResolutions', index], 'resolution'),
    ),
    ...document.statuses.resolutions.flatMap(({ resolution }, index) =>
      one(resolution, ['statuses', 'resolutions', index, 'resolution'], 'resolution'),
    ),
    ...slaRefs(document.sla).map(({ path, takesOut, ...one }): RefPlace => ({
      ...one,
      path: ['sla', ...path],
      ...(one.kind === 'priority'
        ? { space: { role: document.spaces.product.enabled ? 'product' : 'security' } }
        : {}),
      ...(takesOut ? { takesOut: ['sla', ...takesOut] } : {}),
    })),
    ...Object.keys(document.fields.fixed).map((id): RefPlace => ({
      path: ['fields', 'fixed', id],
      kind: 'field',
      ref: { id },
      isKey: true,
    })),
  ];
  return places.sort((a, b) => rank(a.kind) - rank(b.kind));
}

/** Values come after the fields that take them. */
function rank(kind: RefKind): number {
  return kind === 'fieldValue' ? 3 : Math.min(refKinds.indexOf(kind), 2);
}

function placesOfSpace(space: SpaceOverride, at: RefPath, of: NonNullable<RefPlace['space']>): RefPlace[] {
  const single = (name: keyof SpaceOverride, kind: RefKind, value: Ref | null | undefined) =>
    one(value, [...at, name], kind, of);
  const byKey = (name: string, kind: RefKind, map: Partial<Record<string, Ref>> | undefined) =>
    Object.entries(map ?? {}).flatMap(([key, ref]) => one(ref, [...at, ...name.split('.'), key], kind, of));
  return [
    ...single('project', 'project', space.project),
    ...single('issueType', 'issueType', space.issueType),
    ...byKey('issueTypeByKind', 'issueType', space.issueTypeByKind),
    ...single('resolvedStatus', 'status', space.resolvedStatus),
    ...single('rejectedStatus', 'status', space.rejectedStatus),
    ...(space.components ?? []).flatMap((ref, index) =>
      one(ref, [...at, 'components', index], 'component', of),
    ),
    ...single('dueDateField', 'field', space.dueDateField),
    ...single('assignee', 'person', namedAssignee(space.assignee)),
    ...(assigneeChoice(space.assignee)?.list ?? []).flatMap((ref, index) =>
      one(ref, [...at, 'assignee', 'list', index], 'person', of),
    ),
    ...single('securityLevel', 'securityLevel', space.securityLevel),
    ...placesOfParent(space.parent, [...at, 'parent'], of),
    ...Object.entries(space.statuses ?? {}).flatMap(([status, mapping]) =>
      (mapping?.jira ?? []).flatMap((ref, index) =>
        one(ref, [...at, 'statuses', status, 'jira', index], 'status', of),
      ),
    ),
    ...byKey('priorities.map', 'priority', space.priorities?.map),
    ...(space.mapping ?? []).flatMap((row, index) => placesOfRow(row, [...at, 'mapping', index], of)),
  ];
}

/** An issue is looked up as the value of its field. */
function placesOfParent(
  ref: Ref | null | undefined,
  path: RefPath,
  space: NonNullable<RefPlace['space']>,
): RefPlace[] {
  return ref ? [{ path, kind: 'fieldValue', ref, space, of: { field: { id: 'parent' } } }] : [];
}

/** A row without its field is none. */
function placesOfRow(row: FieldRow, at: RefPath, space: NonNullable<RefPlace['space']>): RefPlace[] {
  return [
    { path: [...at, 'field'], kind: 'field', ref: row.field, space, takesOut: at },
    ...fixedRefs(row).map(({ path, ref, person, within }): RefPlace => ({
      path: [...at, ...path],
      kind: person ? 'person' : 'fieldValue',
      ref,
      space,
      of: { field: row.field, ...(within ? { within } : {}) },
    })),
  ];
}

function one(
  ref: Ref | null | undefined,
  path: RefPath,
  kind: RefKind,
  space?: RefPlace['space'],
): RefPlace[] {
  return ref ? [{ path, kind, ref, ...(space ? { space } : {}) }] : [];
}

/** What people know a reference by: its name, else its id. */
export function refName({ name, id }: Ref): string {
  return name ?? id ?? '';
}

/** The path as people and errors write it. */
export function pathText(path: RefPath): string {
  return path.map(String).join('.');
}

/** A reference to put in the place of another; undefined takes it out. */
export interface RefChange {
  readonly path: RefPath;
  readonly ref: Ref | undefined;
}

/** The change that puts a reference in its place, or takes it out with what goes with it. */
export function changeAt(place: RefPlace, ref: Ref | undefined): RefChange {
  return { path: ref ? place.path : (place.takesOut ?? place.path), ref };
}

/** A copy of the document with these references replaced or taken out (null, or out of their list or map). */
export function withRefs(document: SettingsDocument, changes: readonly RefChange[]): SettingsDocument {
  const copy = structuredClone(document);
  // What is replaced first, then from within and from the back, so that positions in lists stay right.
  const rankOf = ({ path, ref }: RefChange) => (ref ? 1_000 : path.length);
  const inOrder = [...changes].sort((a, b) => rankOf(b) - rankOf(a) || lastIndex(b.path) - lastIndex(a.path));
  for (const { path, ref } of inOrder) put(copy, path, ref);
  return copy;
}

function lastIndex(path: RefPath): number {
  return path.findLast((key) => typeof key === 'number') ?? -1;
}

function put(document: SettingsDocument, path: RefPath, ref: Ref | undefined): void {
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => child(value, key), document);
  const last = path.at(-1);
  // What a resolution means is nothing without it.
  if (last === 'resolution' && !ref) put(document, path.slice(0, -1), undefined);
  else if (Array.isArray(holder) && typeof last === 'number') {
    if (ref) holder[last] = inShapeOf(holder[last], ref);
    else holder.splice(last, 1);
  } else if (typeof holder === 'object' && holder !== null && last !== undefined) {
    const inMap = ['map', 'issueTypeByKind', 'fixed'].includes(String(path.at(-2)));
    if (ref) Reflect.set(holder, last, inShapeOf(child(holder, last), ref));
    else if (inMap) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, null);
  }
}

function child(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined;
}
