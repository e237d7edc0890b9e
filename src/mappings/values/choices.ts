/** Values of fields whose values create metadata lists: by id, else by name, whatever its case. */
import type { AllowedValue, FieldMeta } from '../../core/jira/issue';
import { type Fitted, type Given, namesOf, nothing, one, wordsOf } from './fitted';

type Named = Omit<AllowedValue, 'children'>;

/** The first that fits of the names that a value goes by. */
function find<T extends Named>(value: unknown, allowed: readonly T[]): T | undefined {
  for (const name of namesOf(value)) {
    const folded = name.trim().toLowerCase();
    const found =
      // A number of the finding's is no id.
      (typeof value === 'object' ? allowed.find(({ id }) => id === name) : undefined) ??
      allowed.find((thing) => thing.name === name.trim()) ??
      allowed.find((thing) => thing.name.toLowerCase() === folded);
    if (found) return found;
  }
  return undefined;
}

function unknown(value: unknown): Fitted {
  const said = wordsOf(value);
  return said === undefined ? { kind: 'unknown' } : { kind: 'unknown', said };
}

function given({ values }: Given): unknown[] {
  return values.filter((value) => value !== '' && value !== null);
}

/** One value of the list. */
export function fitChoice(source: Given, { allowed }: FieldMeta): Fitted {
  const values = given(source);
  if (values.length === 0) return nothing;
  const found = find(values[0], allowed);
  return found ? one({ id: found.id }, values) : unknown(values[0]);
}

/** Several values of the list, each once; one that Jira does not have makes the whole unknown. */
export function fitChoices(source: Given, { allowed }: FieldMeta): Fitted {
  const values = given(source);
  const missing = values.find((value) => find(value, allowed) === undefined);
  if (missing !== undefined) return unknown(missing);
  const ids = values.flatMap((value) => find(value, allowed)?.id ?? []);
  const distinct = [...new Set(ids)].sort();
  return distinct.length === 0 ? nothing : { kind: 'value', value: distinct.map((id) => ({ id })) };
}

/** `Parent > Child` and `Parent / Child`, as people write two levels in one text. */
const between = /\s*[>/]\s*/;

/** Two levels: a list of both, a text of both, a thing with its `child`, or the first level alone. */
export function fitCascading(source: Given, { allowed }: FieldMeta): Fitted {
  const values = given(source);
  const [first, second] = values;
  if (first === undefined) return nothing;
  const parent = find(first, allowed);
  if (parent) return withChild(parent, childOf(first) ?? second, values.slice(2));
  const text = typeof first === 'string' ? first : '';
  const at = between.exec(text);
  const upper = at ? find(text.slice(0, at.index), allowed) : undefined;
  if (!at || !upper) return unknown(first);
  return withChild(upper, text.slice(at.index + at[0].length), values.slice(1));
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
