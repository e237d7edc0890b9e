import { defaultRule } from '#contract/default-rule';
import { attributePrefix } from '#contract/finding-fields';
import type { Comparison, Rule, When } from '#contract/rules';
import { isolated } from '../../../shared/isolated';
import { groupOf, isComparison } from '../logic/conditions';
import { useTexts } from '../texts/texts';

/** The name of a field of findings in words. */
export function useFieldName(): (field: string) => string {
  const { fieldNames, attribute } = useTexts().rules;
  const known: Readonly<Record<string, string>> = fieldNames;
  return (field) => {
    if (field === attributePrefix) return attribute;
    if (field.startsWith(attributePrefix)) return isolated(field.slice(attributePrefix.length));
    return Object.hasOwn(known, field) ? (known[field] ?? field) : field;
  };
}

/** The name of a rule; that of the built-in one, until somebody renames it, in the language of the person who looks. */
export function useRuleName(): (rule: Pick<Rule, 'id' | 'name'>) => string {
  const { defaultName } = useTexts().rules;
  return ({ id, name }) => (id === defaultRule.id && name === defaultRule.name ? defaultName : name);
}

/** A value of a field in words. */
export function useValueName(): (field: string, value: unknown) => string {
  const { common, rules } = useTexts();
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    severity: common.severity,
    kind: common.kind,
    lifecycle: common.lifecycle,
    status: common.status,
  };
  return (field, value) => {
    if (typeof value === 'boolean') return value ? rules.yesNo.yes : rules.yesNo.no;
    return words[field]?.[String(value)] ?? isolated(String(value));
  };
}

/** One of a single value is that value. */
function asOfOne(op: Comparison['op'], values: number): Comparison['op'] {
  if (values !== 1) return op;
  if (op === 'in') return 'is';
  return op === 'notIn' ? 'isNot' : op;
}

/** What a rule does, in one sentence. */
export function useSummary(): (rule: Rule) => string {
  const texts = useTexts().rules;
  const fieldName = useFieldName();
  const valueName = useValueName();
  const compared = ({ field, op, value }: Comparison) => {
    if (op === 'exists')
      return `${fieldName(field)} ${value === false ? texts.existence.no : texts.existence.yes}`;
    const values = (Array.isArray(value) ? value : [value]).map((one) => valueName(field, one));
    return `${fieldName(field)} ${texts.ops[asOfOne(op, values.length)]} ${values.join(', ')}`;
  };
  const told = (when: When, isInner: boolean): string => {
    if (isComparison(when)) return compared(when);
    const { mode, parts } = groupOf(when);
    if (parts.length === 0) return texts.emptyGroup[mode];
    const all = parts.map((part) => told(part, true)).join(mode === 'all' ? texts.and : texts.or);
    if (mode === 'none') return texts.noneOf(all);
    return isInner && parts.length > 1 ? `(${all})` : all;
  };
  return ({ when, then }) => {
    const shared = then.groupBy ? texts.sharing(then.groupBy.map(fieldName).join(texts.and)) : '';
    const limit = then.cap ? ` ${texts.atMostADay(then.cap.perDay)}` : '';
    const isAll = 'all' in when && when.all.length === 0;
    return `${isAll ? texts.everyOpen : told(when, false)} → ${texts.creations[then.create]}${shared}${limit}`;
  };
}
