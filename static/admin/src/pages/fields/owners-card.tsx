import '../../parts/table.css';
import { builtInFields, type BuiltInField, type Fields, fieldOwners } from '#contract/settings';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot } from '../../parts/slot';
import { useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

interface OwnersCardProps {
  readonly fields: Fields;
  readonly onChange: (patch: Partial<Fields>) => void;
}

/** Whether a field follows the portal, follows until someone edits it, or is set once. */
export function OwnersCard({ fields, onChange }: OwnersCardProps) {
  const { owners: texts } = useTexts().fieldPage;
  const modes = (['replace', 'append'] as const).map((id) => ({ id, name: texts.modes[id] }));
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} intro={texts.intro} />
      <table className="sf-table sf-owners">
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.owner}</th>
          </tr>
        </thead>
        <tbody>
          {builtInFields.map((field) => (
            <OwnerRow key={field} field={field} fields={fields} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <Sentence
        text={texts.mode}
        slots={{
          mode: (
            <ChoiceSlot
              id="description-mode"
              label={texts.modeLabel}
              choices={modes}
              value={fields.descriptionMode}
              onChange={(descriptionMode) => onChange({ descriptionMode })}
            />
          ),
        }}
      />
    </section>
  );
}

function OwnerRow({ field, fields, onChange }: OwnersCardProps & { readonly field: BuiltInField }) {
  const { owners: texts } = useTexts().fieldPage;
  const choices = fieldOwners.map((id) => ({ id, name: texts.choices[id] }));
  return (
    <tr>
      <th scope="row">{texts.names[field]}</th>
      <td>
        <ChoiceSlot
          id={`owner-${field}`}
          label={texts.of(texts.names[field])}
          kind="wide"
          choices={choices}
          value={fields.owners[field] ?? 'people'}
          onChange={(owner) => onChange({ owners: { ...fields.owners, [field]: owner } })}
        />
      </td>
    </tr>
  );
}
