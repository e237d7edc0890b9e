import { attributePrefix } from '#contract/finding-fields';
import { fieldNames } from '../../logic/comparisons';
import { errorAt } from '../../logic/field-errors';
import { ManyPicker } from '../../parts/picker';
import { useFieldName } from '../../parts/rule-words';
import { Sentence } from '../../parts/sentence';
import { Slot } from '../../parts/slot';
import { Switch } from '../../parts/switch';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import type { RuleEditorProps } from './part-props';

const proposedFields = ['location.component', 'cve'];

/** The fields by which findings share an issue, and what that means for it. */
export function ThenGroup({ rule, path, draft, onChange }: RuleEditorProps) {
  const texts = useTexts().rules.group;
  const say = useSay();
  const nameOf = useFieldName();
  const { groupBy, ...then } = rule.then;
  const wrong = errorAt(draft.errors, `${path}.then.groupBy`);
  const asChoice = (id: string) => ({ id, name: nameOf(id) });
  const set = (fields: string[] | undefined) =>
    onChange({ ...rule, then: fields ? { ...then, groupBy: fields } : then });
  return (
    <>
      <Switch
        id={`${path}.groups`}
        label={texts.switch}
        isChecked={groupBy !== undefined}
        onChange={(on) => set(on ? proposedFields : undefined)}
      />
      {groupBy && (
        <>
          <Sentence
            text={texts.sentence}
            slots={{
              fields: (
                <Slot kind="wide">
                  <ManyPicker
                    id={`${path}.groupBy`}
                    label={texts.label}
                    isCompact
                    isInvalid={wrong !== undefined}
                    choices={fieldNames().map(asChoice)}
                    value={groupBy.map(asChoice)}
                    create={attributeOf}
                    onChange={(fields) => set(fields.map(({ id }) => id))}
                  />
                </Slot>
              ),
            }}
          />
          <p className="sf-subtle sf-small">{texts.means}</p>
        </>
      )}
      {wrong && <Warning>{`${texts.label} ${say(wrong)}`}</Warning>}
    </>
  );
}

/** Attributes have any name, so theirs is typed. */
function attributeOf(text: string) {
  const id = text.trim();
  return id.startsWith(attributePrefix) && id.length > attributePrefix.length
    ? { id, name: id.slice(attributePrefix.length) }
    : undefined;
}
