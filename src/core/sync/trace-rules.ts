/** What decided about a finding, rule by rule: told with the functions that decide. */
import type { ConditionTrace, RuleTrace } from '../../contract/rule-trace';
import type { Rule, When } from '../../contract/rules';
import { holds, meets } from '../rules/holds';
import { type Subject, valuesOf } from '../rules/subject';
import { takes } from './decide';

/** Enough for people to read. */
const most = { rules: 30, conditions: 50, values: 3, characters: 100 } as const;

/** The rules down to the one that takes the finding; of very many, the first ones and the last. */
export function traceRules(rules: readonly Rule[], subject: Subject): RuleTrace[] {
  const taking = rules.findIndex((rule) => takes(rule, subject));
  const asked = taking < 0 ? rules : rules.slice(0, taking + 1);
  const told = asked.length > most.rules ? [...asked.slice(0, most.rules - 1), ...asked.slice(-1)] : asked;
  return told.map((rule) => traceRule(rule, subject));
}

function traceRule(rule: Rule, subject: Subject): RuleTrace {
  return {
    rule: rule.id,
    name: rule.name,
    verdict: verdictOf(rule, subject),
    conditions: traceWhen(rule.when, '', subject).slice(0, most.conditions),
  };
}

function verdictOf(rule: Rule, subject: Subject): RuleTrace['verdict'] {
  if (!rule.enabled) return 'off';
  if (takes(rule, subject)) return 'takes';
  return holds(rule.when, subject) ? 'closed' : 'no';
}

function traceWhen(when: When, path: string, subject: Subject): ConditionTrace[] {
  const each = (parts: readonly When[], name: string) =>
    parts.flatMap((part, index) => traceWhen(part, joined(path, `${name}.${String(index)}`), subject));
  if ('all' in when) return each(when.all, 'all');
  if ('any' in when) return each(when.any, 'any');
  if ('not' in when) return traceWhen(when.not, joined(path, 'not'), subject);
  const values = valuesOf(subject, when.field).slice(0, most.values);
  return [{ ...when, path, holds: meets(when, subject), values: values.map(shortened) }];
}

function joined(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}

function shortened(value: unknown): string {
  const text = String(value);
  return text.length > most.characters ? `${text.slice(0, most.characters - 1)}…` : text;
}
