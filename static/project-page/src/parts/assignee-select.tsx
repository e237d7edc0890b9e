import { useState } from 'react';
import Select from '@atlaskit/select';
import { findPeople } from '../data/people';
import { useAsked } from '../data/use-asked';
import type { AssigneeFilter } from '../logic/query';
import { useLanguage } from '../texts/texts';

interface AssigneeSelectProps {
  readonly project: string;
  readonly assignee: AssigneeFilter;
  readonly onAssignee: (assignee: AssigneeFilter) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly of: AssigneeFilter;
}

/** Anyone, the person who looks, nobody, or somebody whom Jira finds by a part of their name. */
export function AssigneeSelect({ project, assignee, onAssignee }: AssigneeSelectProps) {
  const { texts } = useLanguage();
  const [typed, setTyped] = useState('');
  const people = useAsked(`${project} ${typed}`, () =>
    typed.trim() === '' ? Promise.resolve([]) : findPeople(project, typed.trim()),
  );
  const choice = (of: AssigneeFilter): Choice =>
    of.who === 'person'
      ? { value: of.accountId, label: of.name, of }
      : { value: of.who, label: texts[of.who], of };
  const usual = (['anyone', 'me', 'nobody'] as const).map((who) => choice({ who }));
  const fitting = usual.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()));
  const found = (people.value ?? []).map((person) => choice({ who: 'person', ...person }));
  return (
    <Select<Choice>
      spacing="compact"
      label={texts.assignee}
      isLoading={people.busy && typed !== ''}
      options={[...fitting, ...found]}
      filterOption={null}
      noOptionsMessage={() => people.problem ?? texts.noChoice}
      value={choice(assignee)}
      formatOptionLabel={({ label, of }, { context }) =>
        context === 'value' && of.who === 'anyone' ? `${texts.assignee}: ${label}` : label
      }
      onInputChange={(text) => {
        setTyped(text);
      }}
      onChange={(chosen) => {
        if (chosen) onAssignee(chosen.of);
      }}
    />
  );
}
