import { isObject, stringOf } from '../json';
import type { Json } from '../json';
import type { FieldRecord, OptionRecord } from '../state/model';
import { optionView } from '../views/choice-views';
import { parseOption } from './choice-codecs';
import type { FieldCodec } from './codec';

interface Chosen {
  readonly parent: OptionRecord;
  readonly child: OptionRecord | undefined;
}

function chosen(stored: Json, field: FieldRecord): Chosen | undefined {
  if (!isObject(stored)) return undefined;
  const parent = field.options.find(({ id }) => id === stored['id']);
  return parent && { parent, child: parent.children?.find(({ id }) => id === stored['child']) };
}

/** A select list of two levels, as `{id, child: {id}}` or by `value`; the second level may be left out. */
export const cascadingCodec: FieldCodec = {
  view(stored, world, _project, field) {
    const found = chosen(stored, field);
    if (!found) return null;
    return {
      ...optionView(world, found.parent),
      ...(found.child ? { child: optionView(world, found.child) } : {}),
    };
  },
  describe(stored, _world, _project, field) {
    const found = chosen(stored, field);
    if (!found) return { id: null, text: null };
    const { parent, child } = found;
    const level = (name: string, one: OptionRecord): string => `${name} values: ${one.value}(${one.id})`;
    return {
      id: null,
      text: [level('Parent', parent), ...(child ? [level('Level 1', child)] : [])].join(''),
    };
  },
  parse(value, { field }) {
    if (value === null) return null;
    const id = parseOption(value, field);
    const parent = field.options.find((option) => option.id === id);
    const inner = isObject(value) ? value['child'] : undefined;
    if (inner === undefined || inner === null) return { id };
    const child = parseOption(inner, { name: field.name, options: parent?.children ?? [] });
    return { id, child: stringOf(child) ?? null };
  },
};
