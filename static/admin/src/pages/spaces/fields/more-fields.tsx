import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import type { Space } from '#contract/settings';
import { useRoute } from '../../../app/router';
import { splitPlace } from '../../../logic/place';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { AssigneeField } from './assignee-field';
import { ChoiceField } from './choice-field';
import { ComponentsField } from './components-field';
import { KindFields } from './kind-fields';
import { LabelsField } from './labels-field';
import { LanguageField } from './language-field';
import { ParentField } from './parent-field';

const inside: readonly (keyof Space)[] = [
  'components',
  'dueDateField',
  'labels',
  'assignee',
  'securityLevel',
  'parent',
  'language',
  'issueTypeByKind',
];

/** The fields that most admins leave as proposed, behind a button; open by itself when one of them is wrong. Those `without` stand elsewhere. */
export function MoreFields({ without }: { without: readonly string[] }) {
  const { spaces } = useTexts();
  const { errorAt, role } = useSpaceForm();
  const { path } = useRoute();
  const [wanted, setWanted] = useState(false);
  const id = useId();
  const target = splitPlace(path).place;
  const isTarget = target[0] === role && inside.some((field) => field === target[1]);
  const open = wanted || isTarget || inside.some((field) => errorAt(field) !== undefined);
  return (
    <section className="sf-space-section">
      <div className="sf-more">
        <Button
          appearance="subtle"
          iconBefore={open ? ChevronDown : ChevronRight}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setWanted(!open)}
        >
          {spaces.more}
        </Button>
      </div>
      {!open && <p className="sf-subtle sf-small">{spaces.moreHelp}</p>}
      <div id={id} hidden={!open}>
        {open && <Fields without={without} />}
      </div>
    </section>
  );
}

function Fields({ without }: { without: readonly string[] }) {
  const { spaces } = useTexts();
  const { facts } = useSpaceForm();
  const fields = facts.fields;
  const noLevels = fields !== undefined && (fields.securityLevels ?? []).length === 0;
  const noDates = fields?.dateFields.length === 0;
  return (
    <>
      {!without.includes('components') && <ComponentsField />}
      <ChoiceField
        field="dueDateField"
        things={fields?.dateFields}
        help={noDates ? spaces.offScreen.dueDateField : spaces.help.dueDateField}
        placeholder={spaces.noDueDate}
        isClearable
      />
      <LabelsField />
      {!without.includes('assignee') && <AssigneeField />}
      <ChoiceField
        field="securityLevel"
        things={fields === undefined ? undefined : (fields.securityLevels ?? [])}
        help={noLevels ? spaces.offScreen.securityLevel : spaces.help.securityLevel}
        placeholder={spaces.placeholder.none}
        isClearable
        isDisabled={noLevels}
      />
      <ParentField />
      <LanguageField />
      <KindFields />
    </>
  );
}
