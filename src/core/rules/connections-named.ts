/** Connections that rules name: keys that only one site knows. */
import type { Rule, When } from '../../contract/rules';

interface Named {
  readonly path: string;
  readonly connection: string;
}

/** Each with where it stands, counted from the list of rules. */
export function connectionsNamed(rules: readonly Rule[]): Named[] {
  return rules.flatMap((rule, index) => namedIn(rule.when, `${String(index)}.when`));
}

function namedIn(when: When, path: string): Named[] {
  const each = (parts: readonly When[], name: string) =>
    parts.flatMap((part, index) => namedIn(part, `${path}.${name}.${String(index)}`));
  if ('all' in when) return each(when.all, 'all');
  if ('any' in when) return each(when.any, 'any');
  if ('not' in when) return namedIn(when.not, `${path}.not`);
  const { field, op, value } = when;
  if (field !== 'connection' || !['is', 'isNot', 'in', 'notIn'].includes(op)) return [];
  const keys = Array.isArray(value) ? value : [value];
  return keys.map((key) => ({ path: `${path}.value`, connection: String(key) }));
}
