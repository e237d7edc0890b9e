/** Values of fields whose values create metadata lists: by id, else by name, whatever its case. */
import type { AllowedValue, FieldMeta } from '../../core/jira/issue';
import { type Fitted, type Given, namesOf, nothing, one, wordsOf } from './fitted';

type Named = Omit<AllowedValue, 'children'>;

/** The first that fits of the names that a value goes by. */
function find<T extends Named>(value: unknown, allowed: readonly T[]): T | undefined {
  for (const name of namesOf(value).map((one) => one.trim())) {
    const found =
      // A number of the finding's is no id.
      (typeof value === 'object' ? allowed.find(({ id }) => id === name) : undefined) ??
      allowed.find((thing) => thing.name === name) ??
      allowed.find((thing) => thing.name.toLowerCase() === name.toLowerCase());
    if (found) return found;
  }
  return undefined;
}

function unknown(value: unknown): Fitted {
  const said = wordsOf(value);
  return said === undefined ? { kind: 'unknown' } : { kind: 'unknown', said };
}

/** One value of the list. */
export function fitChoice({ values }: Given, { allowed }: FieldMeta): Fitted {
  if (values.length === 0) return nothing;
  const found = find(values[0], allowed);
  return found ? one({ id: found.id }, values) : unknown(values[0]);
}

/** Several values of the list, each once; one that Jira does not have makes the whole unknown. */
export function fitChoices({ values }: Given, { allowed }: FieldMeta): Fitted {
  const ids = new Set<string>();
  for (const value of values) {
    const found = find(value, allowed);
    if (!found) return unknown(value);
    ids.add(found.id);
  }
  return ids.size === 0 ? nothing : { kind: 'value', value: [...ids].sort().map((id) => ({ id })) };
}

/** `Parent > Child` and `Parent / Child`, as people write two levels in one text. */
const between = /[>/]/;

/** Two levels: a list of both, a text of both, a thing with its `child`, or the first level alone. */
export function fitCascading({ values }: Given, { allowed }: FieldMeta): Fitted {
  const [first, second] = values;
  if (first === undefined) return nothing;
  const parent = find(first, allowed);
  if (parent) return withChild(parent, childOf(first) ?? second, values.slice(2));
  const text = wordsOf(first) ?? '';
  const at = between.exec(text);
  const upper = at ? find(text.slice(0, at.index), allowed) : undefined;
  if (!at || !upper) return unknown(first);
  return withChild(upper, text.slice(at.index + 1).trim(), values.slice(1));
}

function childOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'child' in value
    ? (value.child ?? undefined)
    : undefined;
}

function withChild(parent: AllowedValue, wanted: unknown, left: readonly unknown[]): Fitted {
  if (wanted === undefined) return { kind: 'value', value: { id: parent.id } };
  const child = find(wanted, parent.children ?? []);
  if (!child) return unknown(wanted);
  return one({ id: parent.id, child: { id: child.id } }, [parent, ...left]);
}
