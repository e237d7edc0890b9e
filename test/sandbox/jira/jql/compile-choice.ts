import type { World } from '../world';
import { unknownFunction, unknownValue, unsupported } from './clause';
import type { Clause, Compiled } from './clause';
import type { IndexedIssue } from './indexed-issue';
import type { Operand } from './query';
import type { Searchable } from './searchable';

/** Compiles a comparison with one or several things that have ids. */
export function compileChoice(
  world: World,
  accountId: string,
  field: Extract<Searchable, { kind: 'choice' }>,
  clause: Clause,
): Compiled {
  const positive = clause.operator === '=' || clause.operator === 'in';
  if (!positive && clause.operator !== '!=' && clause.operator !== 'not in') throw unsupported(clause);
  const operands = clause.operand.kind === 'list' ? clause.operand.items : [clause.operand];
  const wanted = new Set(
    operands.flatMap((operand) => resolveChoice(world, accountId, field, clause, operand)),
  );
  // The resolution "Unresolved" stands for no value and is kept under the empty id.
  const holds = (issue: IndexedIssue): boolean => {
    const values = field.values(issue);
    return values.length === 0 ? wanted.has('') : values.some((value) => wanted.has(value));
  };
  if (positive) {
    const candidates = wanted.has('') ? undefined : field.candidates?.([...wanted]);
    return candidates ? { test: holds, candidates } : { test: holds };
  }
  return { test: (issue) => !holds(issue) && (field.values(issue).length > 0 || wanted.has('')) };
}

function resolveChoice(
  world: World,
  accountId: string,
  field: Extract<Searchable, { kind: 'choice' }>,
  clause: Clause,
  operand: Operand,
): readonly string[] {
  if (operand.kind === 'function' && operand.name.toLowerCase() === 'currentuser') return [accountId];
  if (operand.kind === 'empty') return [''];
  if (operand.kind !== 'value') throw unknownFunction(operand);
  const ids = field.resolve(operand.text);
  if (ids.length === 0 && world.options.unknownJqlValues === 'error')
    throw unknownValue(clause.field, operand.text);
  return ids;
}
