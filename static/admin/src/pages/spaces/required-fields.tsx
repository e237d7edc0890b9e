import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { useRoute } from '../../app/router';
import type { ScreenField } from '../../jira/types';
import { demandedFields } from '../../logic/demanded';
import { enteredValue, inputOf, newRow, shownValues } from '../../logic/field-rows';
import { pathTo } from '../../logic/place';
import { useTexts } from '../../texts/texts';
import { ValueInput } from '../fields/value-input';
import { AssigneeField } from './fields/assignee-field';
import { ComponentsField } from './fields/components-field';
import { SpacePlace } from './fields/space-field';
import { useSpaceForm } from './space-form';

/** These have inputs of their own further down. */
const furtherDown = ['security', 'parent', 'priority', 'duedate'];
const ofSpaces = [...furtherDown, 'components', 'assignee'];

/**
 * Fields that the project requires of new issues, each with its input. One that was filled here stays as long as the
 * card, so that what was entered is not swept away under people's hands.
 */
export function RequiredFields({ required }: { required: readonly ScreenField[] }) {
  const { spaces } = useTexts();
  const { go } = useRoute();
  const { role, space, fixed, originOf } = useSpaceForm();
  if (required.length === 0) return null;
  const missing = demandedFields(required, space, fixed);
  const names = missing.map(({ name }) => name).join(', ');
  const below = originOf === undefined ? [] : missing.filter(({ id }) => !ofSpaces.includes(id));
  return (
    <section className="sf-space-section" aria-label={spaces.required.title}>
      <SectionMessage
        appearance={missing.length > 0 ? 'warning' : 'success'}
        title={spaces.required.title}
        headingLevel="h3"
        actions={
          originOf === undefined ? (
            <SectionMessageAction onClick={() => go(pathTo('/fields', role))}>
              {spaces.required.otherwise}
            </SectionMessageAction>
          ) : (
            []
          )
        }
      >
        <p>{missing.length > 0 ? spaces.required.missing(names) : spaces.required.filled}</p>
        {below.length > 0 && <p>{spaces.required.below(below.map(({ name }) => name).join(', '))}</p>}
      </SectionMessage>
      {required.map((field) => (
        <RequiredField key={field.id} field={field} />
      ))}
    </section>
  );
}

function RequiredField({ field }: { field: ScreenField }) {
  const { idPrefix, originOf } = useSpaceForm();
  if (field.id === 'components') return <ComponentsField />;
  if (field.id === 'assignee') return <AssigneeField />;
  if (furtherDown.includes(field.id)) return null;
  // A product overrides its rows one by one, under its own fields.
  if (originOf !== undefined) return null;
  return (
    <SpacePlace place={field.id} id={`${idPrefix}-${field.id}`} label={field.name}>
      <FixedInput field={field} />
    </SpacePlace>
  );
}

/** One value for all findings; Fields offers other sources. */
function FixedInput({ field }: { field: ScreenField }) {
  const { space, set, idPrefix } = useSpaceForm();
  const row = space.mapping.find((one) => one.field.id === field.id);
  const value = row?.source.kind === 'fixed' ? row.source.value : null;
  const change = (entered: readonly string[]) => {
    const others = space.mapping.filter((one) => one.field.id !== field.id);
    const next = enteredValue(field, entered);
    const filled = { ...newRow(field), source: { kind: 'fixed', value: next } as const };
    set({ mapping: next === null ? others : [...others, filled] });
  };
  return (
    <ValueInput
      id={`${idPrefix}-${field.id}`}
      field={field}
      kind={inputOf(field)}
      entered={shownValues(value, field.allowed)}
      onChange={change}
    />
  );
}
