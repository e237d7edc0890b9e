import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { FieldProblem } from '#contract/invalid-fields';
import { isBuiltIn, type Template, templateModes } from '#contract/settings';
import { errorAt } from '../../logic/field-errors';
import { Field } from '../../parts/field';
import { ManyPicker } from '../../parts/picker';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot } from '../../parts/slot';
import { useSay, useTexts } from '../../texts/texts';
import { TemplateHelp } from './template-help';
import { CardHead } from '../../parts/card-head';

interface TemplateEditorProps {
  readonly id: string;
  readonly template: Template;
  /** It is stored; else it is a built-in one as it is. */
  readonly own: boolean;
  /** The names of the rules that use it. */
  readonly rules: readonly string[];
  readonly errors: readonly FieldProblem[];
  /** Without a template: it is removed, and of a kind the built-in one holds again. */
  readonly onChange: (template: Template | undefined) => void;
}

/** One template: what the issue is called, what stands in it, and where it is used. */
export function TemplateEditor({ id, template, own, rules, errors, onChange }: TemplateEditorProps) {
  const { templates: texts, common } = useTexts();
  const say = useSay();
  const set = (patch: Partial<Template>) => onChange({ ...template, ...patch });
  const said = (part: string) => {
    const message = errorAt(errors, `templates.${id}.${part}`);
    return message && say(message);
  };
  const title = isBuiltIn(id) ? common.kind[id] : template.name;
  const wrong = errors.find(({ path }) => path === `templates.${id}`);
  return (
    <section className="sf-card sf-stack" aria-label={title}>
      <CardHead
        title={title}
        action={
          own && (
            <Button
              spacing="compact"
              isDisabled={rules.length > 0 && !isBuiltIn(id)}
              onClick={() => onChange(undefined)}
            >
              {isBuiltIn(id) ? texts.reset : texts.remove}
            </Button>
          )
        }
      />
      {rules.length > 0 && <p className="sf-subtle">{texts.usedBy(rules.join(', '))}</p>}
      {wrong !== undefined && <p role="alert" className="sf-danger">{`${title} ${say(wrong.message)}`}</p>}
      {!isBuiltIn(id) && <Uses template={template} said={said} set={set} />}
      <Field id="template-summary" label={texts.summary} help={texts.summaryHelp} error={said('summary')}>
        <Textfield
          id="template-summary"
          isMonospaced
          isInvalid={said('summary') !== undefined}
          value={template.summary}
          onChange={(event) => set({ summary: event.currentTarget.value })}
        />
      </Field>
      <Field id="template-description" label={texts.description} error={said('description')}>
        <TextArea
          id="template-description"
          isMonospaced
          isInvalid={said('description') !== undefined}
          minimumRows={16}
          maxHeight="60vh"
          value={template.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </Field>
      <TemplateHelp />
      <Sentence
        text={texts.mode}
        slots={{
          mode: (
            <ChoiceSlot
              id="template-mode"
              label={texts.modeLabel}
              kind="wide"
              choices={templateModes.map((mode) => ({ id: mode, name: texts.modes[mode] }))}
              value={template.mode}
              onChange={(mode) => set({ mode })}
            />
          ),
        }}
      />
    </section>
  );
}

interface UsesProps {
  readonly template: Template;
  readonly said: (part: string) => string | undefined;
  readonly set: (patch: Partial<Template>) => void;
}

/** The name of a template that was added, and the tools whose findings take it. */
function Uses({ template, said, set }: UsesProps) {
  const { templates: texts } = useTexts();
  const tools = template.tools ?? [];
  return (
    <>
      <Field id="template-name" label={texts.name} error={said('name')}>
        <Textfield
          id="template-name"
          isInvalid={said('name') !== undefined}
          value={template.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </Field>
      <Field id="template-tools" label={texts.tools} help={texts.toolsHelp} error={said('tools')}>
        <ManyPicker
          id="template-tools"
          placeholder={texts.toolsPlaceholder}
          choices={[]}
          value={tools.map((tool) => ({ id: tool, name: tool }))}
          create={(text) => (text.trim() === '' ? undefined : { id: text.trim(), name: text.trim() })}
          onChange={(list) => set({ tools: [...new Set(list.map(({ id }) => id))] })}
        />
      </Field>
    </>
  );
}
