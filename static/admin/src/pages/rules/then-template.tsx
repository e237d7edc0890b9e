import { isBuiltIn } from '#contract/settings';
import { errorAt } from '../../logic/field-errors';
import { listTemplates } from '../../logic/template-list';
import { Picker } from '../../parts/picker';
import { Sentence } from '../../parts/sentence';
import { Slot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import { chosen } from '../spaces/fields/choices';
import type { RuleEditorProps } from './part-props';

/** The template of a rule's issues; without one, that of the tool or the kind. */
export function ThenTemplate({ rule, path, draft, onChange }: RuleEditorProps) {
  const { rules: texts, common } = useTexts();
  const say = useSay();
  const { template, ...then } = rule.then;
  const wrong = errorAt(draft.errors, `${path}.then.template`);
  const choices = listTemplates(draft.value.templates).map(({ id, own }) => ({
    id,
    name: own?.name ?? (isBuiltIn(id) ? common.kind[id] : id),
  }));
  return (
    <>
      <Sentence
        text={texts.templateSentence}
        slots={{
          template: (
            <Slot kind="wide">
              <Picker
                id={`${path}.template`}
                label={texts.templateLabel}
                placeholder={texts.anyTemplate}
                isCompact
                isClearable
                isInvalid={wrong !== undefined}
                choices={choices}
                value={chosen(template === undefined ? undefined : { id: template, name: template }, choices)}
                onChange={(choice) =>
                  onChange({ ...rule, then: choice ? { ...then, template: choice.id } : then })
                }
              />
            </Slot>
          ),
        }}
      />
      {wrong && <Warning>{`${texts.templateLabel} ${say(wrong)}`}</Warning>}
    </>
  );
}
