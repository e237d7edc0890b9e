import Heading from '@atlaskit/heading';
import Textfield from '@atlaskit/textfield';
import { errorAt } from '../../logic/field-errors';
import { Field } from '../../parts/field';
import { useSay, useTexts } from '../../texts/texts';
import { ConditionGroup } from './condition-group';
import type { RuleEditorProps } from './part-props';
import { ThenEditor } from './then-editor';

/** A rule's name, its condition, and what it does. */
export function RuleEditor(props: RuleEditorProps) {
  const { rule, path, draft, onChange } = props;
  const texts = useTexts().rules;
  const say = useSay();
  const wrong = errorAt(draft.errors, `${path}.name`);
  return (
    <div className="sf-stack">
      <Field id={`${path}.name`} label={texts.name} {...(wrong && { error: say(wrong) })}>
        <Textfield
          id={`${path}.name`}
          value={rule.name}
          maxLength={100}
          isInvalid={wrong !== undefined}
          aria-describedby={`${path}.name-help`}
          onChange={(event) => onChange({ ...rule, name: event.currentTarget.value })}
        />
      </Field>
      <div className="sf-stack-tight">
        <Heading size="xsmall" as="h3">
          {texts.when}
        </Heading>
        <ConditionGroup
          when={rule.when}
          path={`${path}.when`}
          level={1}
          draft={draft}
          onChange={(when) => onChange({ ...rule, when })}
        />
        <p className="sf-subtle sf-small">{texts.openOnly}</p>
      </div>
      <ThenEditor {...props} />
    </div>
  );
}
