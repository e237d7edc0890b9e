/** The rule that says no more than which lifecycles and severities become issues: the one that this page can change. */
import { type Lifecycle, lifecycles, severities, type Severity } from '#contract/finding';
import type { Rule } from '#contract/settings';

export interface PlainRule {
  readonly lifecycles: readonly Lifecycle[];
  readonly leastSeverity: Severity;
}

/** What the only rule says; undefined where there are several or one that says more. */
export function plainRule(rules: readonly Rule[]): PlainRule | undefined {
  const [rule, ...others] = rules;
  if (!rule || others.length > 0 || !('all' in rule.when)) return undefined;
  if (JSON.stringify(rule.then) !== JSON.stringify({ create: 'both' })) return undefined;
  const [stage, level, ...more] = rule.when.all;
  if (!stage || !level || more.length > 0 || !('field' in stage) || !('field' in level)) return undefined;
  if (stage.field !== 'lifecycle' || stage.op !== 'in' || !Array.isArray(stage.value)) return undefined;
  if (level.field !== 'severity' || level.op !== 'atLeast') return undefined;
  const { value } = stage;
  const leastSeverity = severities.find((one) => one === level.value);
  const named = rule.enabled ? lifecycles.filter((one) => value.includes(one)) : [];
  return leastSeverity && { lifecycles: named, leastSeverity };
}

/** The only rule, saying this; without any lifecycle it is switched off. */
export function withPlainRule(rules: readonly Rule[], { lifecycles, leastSeverity }: PlainRule): Rule[] {
  return rules.map((rule) => ({
    ...rule,
    enabled: lifecycles.length > 0,
    when: {
      all: [
        { field: 'lifecycle', op: 'in', value: lifecycles.length > 0 ? [...lifecycles] : ['open'] },
        { field: 'severity', op: 'atLeast', value: leastSeverity },
      ],
    },
  }));
}
