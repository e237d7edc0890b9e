import Button from '@atlaskit/button/new';
import { deepest, type When } from '#contract/rules';
import { firstComparison } from '../../logic/comparisons';
import { groupModes, groupOf, isComparison, partPath, whenOf } from '../../logic/conditions';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import { ComparisonRow } from './comparison-row';
import type { RulesDraft } from './part-props';

interface GroupProps {
  readonly when: When;
  readonly path: string;
  /** The outermost group is level 1. */
  readonly level: number;
  readonly draft: RulesDraft;
  readonly onChange: (when: When) => void;
  readonly onRemove?: () => void;
}

/** All, any or none of several conditions, each of which may be such a group again. */
export function ConditionGroup({ when, path, level, draft, onChange, onRemove }: GroupProps) {
  const texts = useTexts().rules;
  const say = useSay();
  const group = groupOf(when);
  const change = (parts: readonly When[]) => onChange(whenOf({ ...group, parts }));
  const wrong = draft.errors.find((error) => error.path === path)?.message;
  return (
    <div className="sf-condition-group" role="group" aria-label={texts.groupOf[group.mode]}>
      <div className="sf-row-between">
        <Sentence
          text={texts.groupSentence}
          slots={{
            mode: (
              <ChoiceSlot
                id={`${path}.mode`}
                label={texts.modeLabel}
                choices={groupModes.map((id) => ({ id, name: texts.modes[id] }))}
                value={group.mode}
                onChange={(mode) => onChange(whenOf({ ...group, mode }))}
              />
            ),
          }}
        />
        {onRemove && (
          <Button spacing="compact" appearance="subtle" onClick={onRemove}>
            {texts.removeGroup}
          </Button>
        )}
      </div>
      {group.parts.length === 0 && <p className="sf-subtle">{texts.emptyGroup[group.mode]}</p>}
      {group.parts.map((part, index) => {
        const at = [path, partPath(when, index)].filter((one) => one !== '').join('.');
        const shared = {
          path: at,
          draft,
          onRemove: () => change(group.parts.filter((_, other) => other !== index)),
        };
        const set = (next: When) => change(group.parts.map((one, other) => (other === index ? next : one)));
        return isComparison(part) ? (
          <ComparisonRow
            key={index}
            comparison={part}
            error={errorAt(draft.errors, at)}
            onChange={set}
            {...shared}
          />
        ) : (
          <ConditionGroup key={index} when={part} level={level + 1} onChange={set} {...shared} />
        );
      })}
      {wrong && <Warning>{say(wrong)}</Warning>}
      <div className="sf-row">
        <Button spacing="compact" onClick={() => change([...group.parts, firstComparison])}>
          {texts.addCondition}
        </Button>
        {level < deepest && (
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() => change([...group.parts, { any: [firstComparison] }])}
          >
            {texts.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
}
