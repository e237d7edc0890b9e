import { lifecycles, severities } from '../../../../../src/contract/finding';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, ManySlot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { Card } from './card';
import type { ClosingDraft } from './closing-draft';

/** Which findings become an issue when they are first seen. */
export function CreatingCard({ draft }: { draft: ClosingDraft }) {
  const { closing, common } = useTexts();
  const texts = closing.creating;
  const { creating } = draft.value;
  const stages = lifecycles.map((id) => ({ id, name: common.lifecycle[id] }));
  const levels = severities.map((id) => ({ id, name: common.severity[id] }));
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
                  draft.set('creating', (now) => ({ ...now, lifecycles: next }));
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
                onChange={(leastSeverity) => draft.set('creating', (now) => ({ ...now, leastSeverity }))}
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
