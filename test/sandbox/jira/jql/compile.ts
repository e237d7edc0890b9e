import { JiraError } from '../http/jira-error';
import type { World } from '../world';
import { nameOf, unsupported } from './clause';
import type { Clause, Compiled } from './clause';
import { compileChoice } from './compile-choice';
import { compileRange } from './compile-range';
import { searchableField } from './fields';
import type { IndexedIssue } from './indexed-issue';
import type { Condition } from './query';
import { sizeOf } from './searchable';
import type { Searchable } from './searchable';
import { textMatches } from './text-match';

/** Turns a condition into a test for one caller. @throws JiraError 400 for what Jira refuses */
export function compile(world: World, accountId: string, condition: Condition): Compiled {
  switch (condition.kind) {
    case 'and':
      return allOf(condition.parts.map((part) => compile(world, accountId, part)));
    case 'or':
      return anyOf(condition.parts.map((part) => compile(world, accountId, part)));
    case 'not': {
      const inner = compile(world, accountId, condition.part);
      return { test: (issue) => !inner.test(issue) };
    }
    case 'text': {
      const field = searchableField(world, { kind: 'field', name: 'text' });
      return {
        test: (issue) => field?.kind === 'text' && textMatches(field.text(issue) ?? '', condition.words),
      };
    }
    case 'clause':
      return compileClause(world, accountId, condition);
  }
}

function allOf(parts: readonly Compiled[]): Compiled {
  const sets = parts.flatMap((part) => (part.candidates ? [part.candidates] : []));
  const smallest = sets.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
  const test = (issue: IndexedIssue): boolean => parts.every((part) => part.test(issue));
  return smallest ? { test, candidates: smallest } : { test };
}

function anyOf(parts: readonly Compiled[]): Compiled {
  const test = (issue: IndexedIssue): boolean => parts.some((part) => part.test(issue));
  const sets = parts.map((part) => part.candidates);
  if (sets.some((set) => !set)) return { test };
  return { test, candidates: sets.flatMap((set) => set ?? []) };
}

function compileClause(world: World, accountId: string, clause: Clause): Compiled {
  const field = searchableField(world, clause.field);
  if (!field)
    throw new JiraError(400, [
      `Field '${nameOf(clause.field)}' does not exist or you do not have permission to view it.`,
    ]);
  if (field.operators && !field.operators.has(clause.operator)) throw unsupported(clause);
  if (clause.operator === 'is' || clause.operator === 'is not' || clause.operand.kind === 'empty')
    return emptiness(field, clause);
  if (field.kind === 'choice') return compileChoice(world, accountId, field, clause);
  if (field.kind === 'text') return compileText(field, clause);
  return compileRange(world, field, clause);
}

function emptiness(field: Searchable, clause: Clause): Compiled {
  if (clause.operand.kind !== 'empty') throw unsupported(clause);
  const wanted = clause.operator === 'is' || clause.operator === '=';
  if (!wanted && clause.operator !== 'is not' && clause.operator !== '!=') throw unsupported(clause);
  return { test: (issue) => isEmpty(field, issue) === wanted };
}

function isEmpty(field: Searchable, issue: IndexedIssue): boolean {
  if (field.kind === 'choice') return field.values(issue).length === 0;
  if (field.kind === 'text') return field.text(issue) === undefined;
  return field.value(issue).length === 0;
}

function compileText(field: Extract<Searchable, { kind: 'text' }>, clause: Clause): Compiled {
  if (clause.operand.kind !== 'value' || (clause.operator !== '~' && clause.operator !== '!~'))
    throw unsupported(clause);
  const { text } = clause.operand;
  const wanted = clause.operator === '~';
  return { test: (issue) => textMatches(field.text(issue) ?? '', text) === wanted };
}
