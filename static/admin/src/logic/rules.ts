/** The list of rules while it is edited. */
import type { Rule, When } from '#contract/rules';
import { firstComparison } from './comparisons';

const open: When = { field: 'lifecycle', op: 'is', value: 'open' };
const kindIs = (kind: string): When => ({ field: 'kind', op: 'is', value: kind });

/** Rules to start with, by what they are for. */
export const starters = {
  vulnerabilities: {
    when: { all: [open, kindIs('vulnerability'), { field: 'severity', op: 'atLeast', value: 'high' }] },
    create: 'both',
  },
  compliance: { when: { all: [open, kindIs('compliance_violation')] }, create: 'both' },
  incidents: { when: { all: [open, kindIs('security_incident')] }, create: 'both' },
  tasks: { when: { all: [open, kindIs('scheduled_task')] }, create: 'both' },
  kev: { when: { all: [open, { field: 'kev', op: 'is', value: true }] }, create: 'both' },
} as const satisfies Record<string, { readonly when: When; readonly create: Rule['then']['create'] }>;
export type Starter = keyof typeof starters;
export const starterNames = Object.keys(starters) as Starter[];

function newId(): string {
  return crypto.randomUUID().slice(0, 8);
}

/** A rule of its own. */
export function newRule(name: string, starter?: Starter): Rule {
  const { when, create } = starter
    ? starters[starter]
    : { when: { all: [firstComparison] }, create: 'both' as const };
  return { id: newId(), name, enabled: true, when, then: { create } };
}

/** The same rule once more, behind it. */
export function withCopy(rules: readonly Rule[], index: number, name: string): Rule[] {
  return rules.flatMap((rule, at) => (at === index ? [rule, { ...rule, id: newId(), name }] : [rule]));
}

/** One rule changes places with its neighbour. */
export function moved(rules: readonly Rule[], index: number, by: -1 | 1): Rule[] {
  const [rule, other] = [rules[index], rules[index + by]];
  if (!rule || !other) return [...rules];
  return rules.map((one, at) => (at === index ? other : at === index + by ? rule : one));
}
