import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { creations } from '#contract/rules';
import { type Role, roles } from '#contract/settings';
import { errorAt } from '../../logic/field-errors';
import { overridden } from '../../logic/overrides';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, NumberSlot } from '../../parts/slot';
import { Switch } from '../../parts/switch';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import type { RuleEditorProps } from './part-props';
import { RuleSpace } from './rule-space';
import { ThenGroup } from './then-group';
import { ThenTemplate } from './then-template';

const proposedLimit = 20;

/** Which issues a rule makes, how they look, which findings share them, how many a day, and with which values of its own. */
export function ThenEditor(props: RuleEditorProps) {
  const { rule, path, onChange } = props;
  const texts = useTexts().rules;
  const { create } = rule.then;
  const wanted = roles.filter((role) => create === 'both' || create === role);
  return (
    <div className="sf-stack-tight">
      <Heading size="xsmall" as="h3">
        {texts.then}
      </Heading>
      <Sentence
        text={texts.createSentence}
        slots={{
          create: (
            <ChoiceSlot
              id={`${path}.create`}
              label={texts.createLabel}
              kind="wide"
              choices={creations.map((id) => ({ id, name: texts.creations[id] }))}
              value={create}
              onChange={(next) => onChange({ ...rule, then: { ...rule.then, create: next } })}
            />
          ),
        }}
      />
      {create !== 'none' && (
        <>
          <ThenTemplate {...props} />
          <ThenGroup {...props} />
          <Limit {...props} />
        </>
      )}
      {wanted.map((role) => (
        <Own key={role} role={role} {...props} />
      ))}
    </div>
  );
}

function Limit({ rule, path, draft, onChange }: RuleEditorProps) {
  const texts = useTexts().rules;
  const say = useSay();
  const { cap, ...then } = rule.then;
  const wrong = errorAt(draft.errors, `${path}.then.cap`);
  return (
    <>
      <Switch
        id={`${path}.hasCap`}
        label={texts.hasCap}
        isChecked={cap !== undefined}
        onChange={(on) =>
          onChange({ ...rule, then: on ? { ...then, cap: { perDay: proposedLimit } } : then })
        }
      />
      {cap && (
        <Sentence
          text={texts.capSentence}
          slots={{
            perDay: (
              <NumberSlot
                id={`${path}.perDay`}
                label={texts.capLabel}
                min={1}
                max={5000}
                value={cap.perDay}
                isInvalid={wrong !== undefined}
                onChange={(perDay) => onChange({ ...rule, then: { ...then, cap: { perDay } } })}
              />
            ),
          }}
        />
      )}
      {wrong && <Warning>{`${texts.capLabel} ${say(wrong)}`}</Warning>}
    </>
  );
}

/** Values of the rule's own for one space; shut until somebody wants them. */
function Own({ role, ...props }: RuleEditorProps & { role: Role }) {
  const { rules: texts, common } = useTexts();
  const { rule, path, draft } = props;
  const count = overridden(rule.then, role).length;
  const isWrong = errorAt(draft.errors, `${path}.then.${role}`) !== undefined;
  const [open, setOpen] = useState(isWrong);
  return (
    <>
      <div className="sf-row">
        <Button
          spacing="compact"
          appearance="subtle"
          aria-expanded={open || isWrong}
          onClick={() => setOpen(!open)}
        >
          {texts.ownValues(common.role[role], count)}
        </Button>
      </div>
      {(open || isWrong) && <RuleSpace role={role} {...props} />}
    </>
  );
}
