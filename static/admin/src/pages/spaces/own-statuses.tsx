import { useState } from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import Delete from '@atlaskit/icon/core/delete';
import Textfield from '@atlaskit/textfield';
import { type Lifecycle, StatusName, builtInStatuses, lifecycles } from '#contract/finding';
import { fieldProblems } from '#contract/invalid-fields';
import type { Statuses } from '#contract/settings';
import { Field } from '../../parts/field';
import { Picker } from '../../parts/picker';
import { useSay, useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

interface OwnStatusesProps {
  readonly own: Statuses['own'];
  readonly onChange: (own: Statuses['own']) => void;
}

/** Finding statuses beyond the built-in ones, each with its lifecycle. */
export function OwnStatuses({ own, onChange }: OwnStatusesProps) {
  const { spaces, common } = useTexts();
  const texts = spaces.own;
  const entries = Object.entries(own);
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} intro={texts.intro} />
      {entries.length === 0 && <p className="sf-subtle">{texts.none}</p>}
      {entries.length > 0 && (
        <ul className="sf-plain-list">
          {entries.map(([name, value]) => (
            <li key={name} className="sf-row">
              <strong>
                <bdi>{value?.label}</bdi>
              </strong>
              <code className="sf-code">{name}</code>
              <span className="sf-subtle">
                {value === undefined ? '' : common.lifecycle[value.lifecycle]}
              </span>
              <IconButton
                icon={Delete}
                appearance="subtle"
                spacing="compact"
                label={texts.remove(value?.label ?? name)}
                onClick={() => onChange(Object.fromEntries(entries.filter(([other]) => other !== name)))}
              />
            </li>
          ))}
        </ul>
      )}
      <AddStatus own={own} onAdd={(name, value) => onChange({ ...own, [name]: value })} />
    </section>
  );
}

interface AddStatusProps {
  readonly own: Statuses['own'];
  readonly onAdd: (name: string, value: { label: string; lifecycle: Lifecycle }) => void;
}

function AddStatus({ own, onAdd }: AddStatusProps) {
  const { spaces, common } = useTexts();
  const texts = spaces.own;
  const say = useSay();
  const [name, setName] = useState('');
  const [label, setLabel] = useState('');
  const [lifecycle, setLifecycle] = useState<Lifecycle>('open');
  const [error, setError] = useState<string>();
  const choices = lifecycles.map((one) => ({ id: one, name: common.lifecycle[one] }));
  const add = () => {
    const taken = Object.hasOwn(builtInStatuses, name) || Object.hasOwn(own, name);
    const checked = StatusName.safeParse(name);
    const wrong = checked.success ? undefined : fieldProblems(checked.error)[0]?.message;
    setError(taken ? texts.taken : wrong && say(wrong));
    if (taken || wrong !== undefined) return;
    onAdd(name, { label: label.trim() === '' ? name : label.trim(), lifecycle });
    setName('');
    setLabel('');
  };
  return (
    <div className="sf-add-status">
      <Field id="own-name" label={texts.name} help={texts.nameHelp} error={error}>
        <Textfield
          id="own-name"
          value={name}
          isInvalid={error !== undefined}
          aria-describedby="own-name-help"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field id="own-label" label={texts.label}>
        <Textfield
          id="own-label"
          value={label}
          maxLength={60}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
      </Field>
      <Field id="own-lifecycle" label={texts.lifecycle}>
        <Picker
          id="own-lifecycle"
          choices={choices}
          value={choices.find(({ id }) => id === lifecycle)}
          onChange={(choice) => setLifecycle(lifecycles.find((one) => one === choice?.id) ?? 'open')}
        />
      </Field>
      <Button isDisabled={name === ''} onClick={add}>
        {texts.add}
      </Button>
    </div>
  );
}
