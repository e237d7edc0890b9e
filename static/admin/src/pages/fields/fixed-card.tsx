import { IconButton } from '@atlaskit/button/new';
import Delete from '@atlaskit/icon/core/delete';
import type { Fields } from '#contract/settings';
import type { ScreenField } from '../../jira/types';
import { demandedFields } from '../../logic/demanded';
import { fromRaw, inputKind, toRaw } from '../../logic/fixed-values';
import { refLabel } from '../../logic/refs';
import { fixableFields } from '../../logic/screen-fields';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { AddFixed } from './add-fixed';
import type { Screen } from './use-screens';
import { ValueInput } from './value-input';
import { CardHead } from '../../parts/card-head';

type Fixed = Fields['fixed'];

interface FixedCardProps {
  readonly fixed: Fixed;
  readonly screens: readonly Screen[];
  readonly onChange: (fixed: Fixed) => void;
}

/** Values for fields that a project demands, with what is still missing. */
export function FixedCard({ fixed, screens, onChange }: FixedCardProps) {
  const { fixed: texts } = useTexts().fieldPage;
  const fields = fixableFields(screens.map((screen) => screen.fields));
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} intro={texts.intro} />
      {screens.length === 0 && <p className="sf-subtle">{texts.noSpace}</p>}
      {screens.map((screen) => (
        <Missing key={screen.key} screen={screen} fixed={fixed} />
      ))}
      {Object.keys(fixed).length === 0 && <p className="sf-subtle">{texts.none}</p>}
      {Object.keys(fixed).map((id) => (
        <FixedRow
          key={id}
          id={id}
          field={fields.find((field) => field.id === id)}
          fixed={fixed}
          onChange={onChange}
        />
      ))}
      {fields.length > 0 && (
        <AddFixed
          fields={fields.filter(({ id }) => !Object.hasOwn(fixed, id))}
          onAdd={(id, raw) => onChange({ ...fixed, [id]: raw })}
        />
      )}
    </section>
  );
}

function Missing({ screen, fixed }: { screen: Screen; fixed: Fixed }) {
  const { fixed: texts } = useTexts().fieldPage;
  const { spaces, fields } = screen;
  const project = spaces[0]?.project;
  const missing = new Set(spaces.flatMap((space) => demandedFields(fields, space, fixed)));
  return [...missing].map(({ id, name }) => (
    <Warning key={id}>{texts.demanded(name, project ? refLabel(project) : '')}</Warning>
  ));
}

interface FixedRowProps extends Omit<FixedCardProps, 'screens'> {
  readonly id: string;
  /** Undefined when no create screen in use has it. */
  readonly field: ScreenField | undefined;
}

function FixedRow({ id, field, fixed, onChange }: FixedRowProps) {
  const { fixed: texts } = useTexts().fieldPage;
  const name = field?.name ?? id;
  const kind = field && inputKind(field);
  const remove = () => {
    const { [id]: _, ...others } = fixed;
    onChange(others);
  };
  return (
    <div className="sf-fixed-row">
      <label htmlFor={`fixed-${id}`}>{name}</label>
      {field === undefined || kind === undefined ? (
        <span className="sf-subtle">
          {fromRaw(fixed[id]).join(', ')} ({texts.unknown})
        </span>
      ) : (
        <ValueInput
          id={`fixed-${id}`}
          field={field}
          kind={kind}
          entered={fromRaw(fixed[id])}
          onChange={(entered) => {
            const raw = toRaw(kind, entered);
            if (raw !== undefined) onChange({ ...fixed, [id]: raw });
          }}
        />
      )}
      <IconButton appearance="subtle" icon={Delete} label={texts.remove(name)} onClick={remove} />
    </div>
  );
}
