import './fields.css';
import type { FieldProblem } from '#contract/invalid-fields';
import type { FieldRow, Role } from '#contract/settings';
import type { ScreenField } from '../../jira/types';
import { hasSprint, mappableFields, newRow } from '../../logic/field-rows';
import { useRoute } from '../../app/router';
import { splitPlace } from '../../logic/place';
import { Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';
import { FieldRowEditor } from './field-row-editor';
import { CardHead } from '../../parts/card-head';

interface FieldRowsCardProps {
  readonly role: Role;
  readonly rows: readonly FieldRow[];
  readonly screens: readonly (readonly ScreenField[])[];
  readonly errors: readonly FieldProblem[];
  /** Where the rows stand in the document, for their errors. */
  readonly path: string;
  /** What the rows are for, where they are not those of the team space. */
  readonly intro?: string;
  readonly onChange: (rows: FieldRow[]) => void;
}

/** What fills the fields of one space's issues, a row each; further ones are added by typing their name. */
export function FieldRowsCard({ role, rows, screens, errors, path, intro, onChange }: FieldRowsCardProps) {
  const { fieldPage, common } = useTexts();
  const texts = fieldPage.mapping;
  const fields = mappableFields(screens);
  const title = texts.title(common.role[role]);
  // A link to a field that has no row yet leads to where one is added.
  const { path: at } = useRoute();
  const wanted = splitPlace(at).place[1];
  const missing = rows.some(({ field }) => field.id === wanted) ? undefined : wanted;
  const free = fields.filter(({ id }) => !rows.some(({ field }) => field.id === id));
  return (
    <section className="sf-card sf-stack" aria-label={title} data-place={role}>
      <CardHead title={title} intro={intro ?? texts.intro} />
      {screens.length === 0 && <p className="sf-subtle">{fieldPage.fixed.noSpace}</p>}
      {rows.length === 0 && screens.length > 0 && <p className="sf-subtle">{texts.none}</p>}
      {rows.map((row, index) => (
        <FieldRowEditor
          key={row.field.id ?? row.field.name}
          place={`${role}/${row.field.id ?? ''}`}
          id={`mapping-${role}-${row.field.id ?? String(index)}`}
          row={row}
          field={fields.find(({ id }) => id === row.field.id)}
          errors={errors}
          path={`${path}.${String(index)}`}
          onChange={(next) => onChange(rows.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(rows.filter((_, at) => at !== index))}
        />
      ))}
      {fields.length > 0 && (
        <div
          className="sf-field-row-add"
          data-place={missing === undefined ? undefined : `${role}/${missing}`}
        >
          <label htmlFor={`mapping-${role}-new`}>{texts.add}</label>
          <Picker
            id={`mapping-${role}-new`}
            label={texts.add}
            placeholder={fieldPage.fixed.choose}
            choices={free}
            value={undefined}
            onChange={(choice) => {
              if (choice !== undefined) onChange([...rows, newRow(choice)]);
            }}
          />
        </div>
      )}
      {hasSprint(screens) && <p className="sf-subtle sf-small">{texts.sprint}</p>}
    </section>
  );
}
