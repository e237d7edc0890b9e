/** Things in Jira that fixed values of rows name. */
import type { FieldRow, FixedThing } from '../../contract/field-mapping';
import type { Ref } from '../../contract/settings';

/** A thing within a row; `path` leads there from the row. `person`: it is named by its account id. */
export interface FixedRef {
  readonly path: readonly (string | number)[];
  readonly ref: Ref;
  readonly person: boolean;
  /** The first level of a cascading list that it belongs to. */
  readonly within?: Ref;
}

/** Every thing that the fixed value of a row names by id or name; plain texts are no references. */
export function fixedRefs({ source }: FieldRow): FixedRef[] {
  if (source.kind !== 'fixed') return [];
  const { value } = source;
  const at = ['source', 'value'];
  if (Array.isArray(value))
    return value.flatMap((one, index) => (typeof one === 'string' ? [] : refsOf(one, [...at, index])));
  return typeof value === 'object' && value !== null ? refsOf(value, at) : [];
}

function refsOf(thing: FixedThing, path: FixedRef['path']): FixedRef[] {
  const ref = refOf(thing);
  if (!ref) return [];
  const child = thing.child ? refOf(thing.child) : undefined;
  return [
    { path, ref, person: thing.accountId !== undefined },
    ...(child ? [{ path: [...path, 'child'], ref: child, person: false, within: ref }] : []),
  ];
}

function refOf(thing: Partial<Record<keyof FixedThing, unknown>>): Ref | undefined {
  const first = (...names: (keyof FixedThing)[]) =>
    names.map((name) => thing[name]).find((one): one is string => typeof one === 'string' && one !== '');
  const id = first('id', 'accountId', 'groupId');
  const name = first('name', 'value', 'key');
  if (id === undefined && name === undefined) return undefined;
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
}

/** A reference in the shape of the thing whose place it takes: people keep their account id, lists their second level. */
export function inShapeOf(before: unknown, ref: Ref): object {
  if (typeof before !== 'object' || before === null) return ref;
  const { id, ...name } = ref;
  if ('accountId' in before) return { ...(id === undefined ? {} : { accountId: id }), ...name };
  return 'child' in before ? { ...ref, child: before.child } : ref;
}
