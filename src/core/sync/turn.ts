/** Findings that wait for a day on which their rule makes issues: the cause under which they wait. */
import type { Rule } from '../../contract/settings';
import type { Consequence } from '../jira/failure';

const prefix = 'turn|';

/** What holds up a finding for which today has no place. */
export function waitsForTurn({ id, name }: Rule, perDay: number): Extract<Consequence, { kind: 'held' }> {
  return { kind: 'held', cause: `${prefix}${id}`, reason: { code: 'dayFull', rule: name, perDay } };
}

/** The id of the rule for whose day those wait that a cause holds up; undefined: they wait for something else. */
export function ruleOfTurn(cause: string): string | undefined {
  return cause.startsWith(prefix) ? cause.slice(prefix.length) : undefined;
}
