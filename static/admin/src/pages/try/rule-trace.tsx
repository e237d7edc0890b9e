import Lozenge from '@atlaskit/lozenge';
import type { ConditionTrace, RuleTrace } from '#contract/rule-trace';
import { useFieldName, useRuleName, useValueName } from '../../parts/rule-words';
import { useTexts } from '../../texts/texts';

/** What decided, rule by rule and condition by condition; shut until somebody wants to know. */
export function RuleTraces({ rules }: { rules: readonly RuleTrace[] }) {
  const texts = useTexts().tryOut.rules;
  const ruleName = useRuleName();
  const nameOf = ({ rule, name }: RuleTrace) => ruleName({ id: rule, name });
  const taking = rules.find(({ verdict }) => verdict === 'takes');
  return (
    <details className="sf-card">
      <summary>{taking ? texts.taken(nameOf(taking)) : texts.none}</summary>
      <ol className="sf-try-rules">
        {rules.map((rule) => (
          <li key={rule.rule}>
            <div className="sf-row">
              <strong>
                <bdi>{nameOf(rule)}</bdi>
              </strong>
              <Lozenge appearance={rule.verdict === 'takes' ? 'success' : 'default'}>
                {texts.verdicts[rule.verdict]}
              </Lozenge>
            </div>
            {rule.conditions.map((condition) => (
              <Condition key={condition.path} condition={condition} />
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Condition({ condition }: { condition: ConditionTrace }) {
  const { tryOut, rules } = useTexts();
  const fieldName = useFieldName();
  const valueName = useValueName();
  const { field, op, value, values, holds } = condition;
  const wanted = (Array.isArray(value) ? value : [value]).map((one) => valueName(field, one)).join(', ');
  const given = values.map((one) => valueName(field, one)).join(', ');
  const asked =
    op === 'exists'
      ? value === false
        ? rules.existence.no
        : rules.existence.yes
      : `${rules.ops[op]} ${wanted}`;
  const texts = tryOut.rules;
  return (
    <p className="sf-subtle">
      {`${holds ? texts.holds : texts.fails}: ${fieldName(field)} ${asked} (${given === '' ? texts.nothing : texts.has(given)})`}
    </p>
  );
}
