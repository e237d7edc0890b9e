import { IconButton } from '@atlaskit/button/new';
import Delete from '@atlaskit/icon/core/delete';
import Textfield from '@atlaskit/textfield';
import { attributePrefix } from '#contract/finding-fields';
import type { Message } from '#contract/messages/message';
import type { Comparison } from '#contract/rules';
import { fieldNames, operatorsFor, withField, withOperator } from '../../logic/comparisons';
import { ChoiceSlot, Slot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import type { RulesDraft } from './part-props';
import { useFieldName } from '../../parts/rule-words';
import { ValueEditor } from './value-editor';

interface RowProps {
  readonly comparison: Comparison;
  readonly path: string;
  readonly error: Message | undefined;
  readonly draft: RulesDraft;
  readonly onChange: (comparison: Comparison) => void;
  readonly onRemove: () => void;
}

/** Field, comparison and value. Attributes have any name, so theirs is typed. */
export function ComparisonRow({ comparison, path, error, draft, onChange, onRemove }: RowProps) {
  const texts = useTexts().rules;
  const say = useSay();
  const nameOf = useFieldName();
  const { field, op } = comparison;
  const isAttribute = field.startsWith(attributePrefix);
  const fields = [...fieldNames(), attributePrefix].map((id) => ({ id, name: nameOf(id) }));
  return (
    <div>
      <div className="sf-comparison">
        <div className="sf-sentence">
          <ChoiceSlot
            id={`${path}.field`}
            label={texts.fieldLabel}
            kind="wide"
            choices={fields}
            value={isAttribute ? attributePrefix : field}
            onChange={(next) => onChange(withField(comparison, next))}
          />
          {isAttribute && (
            <Slot>
              <Textfield
                id={`${path}.attribute`}
                aria-label={texts.attributeLabel}
                isCompact
                value={field.slice(attributePrefix.length)}
                onChange={(event) =>
                  onChange({ ...comparison, field: `${attributePrefix}${event.currentTarget.value}` })
                }
              />
            </Slot>
          )}
          <ChoiceSlot
            id={`${path}.op`}
            label={texts.opLabel}
            choices={operatorsFor(field).map((id) => ({ id, name: texts.ops[id] }))}
            value={op}
            onChange={(next) => onChange(withOperator(comparison, next))}
          />
          <ValueEditor
            comparison={comparison}
            id={`${path}.value`}
            statuses={draft.value.statuses.own}
            isInvalid={error !== undefined}
            onChange={(value) => onChange({ ...comparison, value })}
          />
        </div>
        <IconButton
          icon={Delete}
          label={texts.removeCondition(nameOf(field))}
          appearance="subtle"
          spacing="compact"
          onClick={onRemove}
        />
      </div>
      {error && <Warning>{`${nameOf(field)} ${say(error)}`}</Warning>}
    </div>
  );
}
