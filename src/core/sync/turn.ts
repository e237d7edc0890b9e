/** Findings that wait for a day on which their rule makes issues: the cause under which they wait. */
import type { Rule } from '../../contract/settings';
import { mark } from '../data/hash';
import type { Consequence } from '../jira/failure';

const prefix = 'turn|';

/** What holds up a finding for which today has no place. */
export function waitsForTurn({ id, name }: Rule, perDay: number): Extract<Consequence, { kind: 'held' }> {
  return { kind: 'held', cause: `${prefix}${id}`, reason: { code: 'dayFull', rule: name, perDay } };
}

/** What tells rules from others that may decide otherwise about findings that wait; how many a day says nothing of that. */
export function markOfRules(rules: readonly Rule[]): string {
  return mark(rules.map(({ then: { cap: _cap, ...then }, ...rule }) => ({ ...rule, then })));
}

/** The id of the rule for whose day those wait that a cause holds up; undefined: they wait for something else. */
export function ruleOfTurn(cause: string): string | undefined {
  return cause.startsWith(prefix) ? cause.slice(prefix.length) : undefined;
}
