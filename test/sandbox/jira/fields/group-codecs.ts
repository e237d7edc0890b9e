import { isObject, stringOf } from '../json';
import type { Json } from '../json';
import { selfOf } from '../views/choice-views';
import type { World } from '../world';
import { FieldError } from './codec';
import type { FieldCodec } from './codec';

/** A group as `{name}` or `{groupId}`. */
function parseGroup(value: Json, world: World): string {
  if (!isObject(value)) throw new FieldError('data was not an object');
  const id = stringOf(value['groupId']);
  const name = stringOf(value['name']);
  const group = [...world.state.groups.values()].find((one) =>
    id === undefined ? one.name === name : one.id === id,
  );
  if (!group) throw new FieldError(`Could not find group with name '${name ?? id ?? ''}'.`);
  return group.id;
}

function groupView(stored: Json, world: World): Json {
  const group = typeof stored === 'string' ? world.state.groups.get(stored) : undefined;
  if (!group) return null;
  return { name: group.name, groupId: group.id, self: selfOf(world, `group?groupId=${group.id}`) };
}

function nameOf(stored: Json, world: World): string | null {
  return typeof stored === 'string' ? (world.state.groups.get(stored)?.name ?? null) : null;
}

/** One group of people. */
export const groupCodec: FieldCodec = {
  view: groupView,
  describe: (stored, world) => ({ id: nameOf(stored, world), text: nameOf(stored, world) }),
  parse: (value, { world }) => (value === null ? null : parseGroup(value, world)),
};

/** Several groups of people. */
export const groupsCodec: FieldCodec = {
  view: (stored, world) => (Array.isArray(stored) ? stored.map((one) => groupView(one, world)) : null),
  describe(stored, world) {
    const names = (Array.isArray(stored) ? stored : []).flatMap((one) => nameOf(one, world) ?? []);
    return names.length === 0
      ? { id: null, text: null }
      : { id: `[${names.join(', ')}]`, text: `[${names.join(', ')}]` };
  },
  parse(value, { world }) {
    if (value === null) return null;
    if (!Array.isArray(value)) throw new FieldError('data was not an array');
    return value.length === 0 ? null : [...new Set(value.map((one) => parseGroup(one, world)))];
  },
};
