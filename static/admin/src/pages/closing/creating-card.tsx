import { lifecycles, severities } from '#contract/finding';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, ManySlot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { isolated } from '../../../../shared/isolated';
import { useTexts } from '../../texts/texts';
import { Card } from '../../parts/card';
import type { ClosingDraft } from './closing-draft';
import { plainRule, withPlainRule } from './plain-rule';

/** Which findings become an issue when they are first seen. */
export function CreatingCard({ draft }: { draft: ClosingDraft }) {
  const { closing, common } = useTexts();
  const texts = closing.creating;
  const creating = plainRule(draft.value.rules);
  const stages = lifecycles.map((id) => ({ id, name: common.lifecycle[id] }));
  const levels = severities.map((id) => ({ id, name: common.severity[id] }));
  if (!creating)
    return (
      <Card title={texts.title}>
        <p>{texts.several}</p>
        <ol>
          {draft.value.rules.map(({ id, name, enabled }) => (
            <li key={id}>{enabled ? isolated(name) : `${isolated(name)} (${texts.off})`}</li>
          ))}
        </ol>
        {draft.value.rules.length === 0 && <Warning>{texts.none}</Warning>}
      </Card>
    );
  const change = (changed: Partial<typeof creating>) =>
    draft.set('rules', (rules) => withPlainRule(rules, { ...creating, ...changed }));
  return (
    <Card title={texts.title}>
      <div className="sf-stack-tight">
        <Sentence
          text={texts.lifecycles}
          slots={{
            lifecycles: (
              <ManySlot
                id="creating-lifecycles"
                label={texts.lifecyclesLabel}
                choices={stages}
                value={stages.filter(({ id }) => creating.lifecycles.includes(id))}
                onChange={(chosen) => {
                  const next = lifecycles.filter((one) => chosen.some(({ id }) => id === one));
                  change({ lifecycles: next });
                }}
              />
            ),
          }}
        />
        <Sentence
          text={texts.severity}
          slots={{
            severity: (
              <ChoiceSlot
                id="creating-severity"
                label={texts.severityLabel}
                choices={levels}
                value={creating.leastSeverity}
                onChange={(leastSeverity) => change({ leastSeverity })}
              />
            ),
          }}
        />
      </div>
      {creating.lifecycles.length === 0 && <Warning>{texts.nothing}</Warning>}
      <p className="sf-subtle">{texts.note}</p>
    </Card>
  );
}
