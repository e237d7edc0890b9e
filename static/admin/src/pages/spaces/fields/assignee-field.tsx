import { useState } from 'react';
import { assigneeChoice, namedAssignee, type Space } from '#contract/settings';
import { usePeople } from '../../../hooks/use-people';
import { explain } from '../../../parts/error-message';
import { ManyPicker, Picker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';
import { SpaceField } from './space-field';

const ways = ['nobody', 'person', 'projectLead', 'componentLead', 'list'] as const;
type Way = (typeof ways)[number];

/** Who gets issues whose finding names nobody: a person among those the project allows, a lead, or one of a list. */
export function AssigneeField() {
  const { spaces, common } = useTexts();
  const { space, facts, set } = useSpaceForm();
  const people = usePeople(space.project?.id);
  const [wanted, setWanted] = useState<Way>();
  const stored = wayOf(space);
  const way = stored === 'nobody' && wanted === 'person' ? 'person' : stored;
  const offScreen = facts.fields?.assignee === false;
  const failed = people.error === undefined ? undefined : explain(people.error, common);
  const choose = (to: Way) => {
    setWanted(to);
    set({
      assignee:
        to === 'nobody' || to === 'person' ? null : { from: to, ...(to === 'list' ? { list: [] } : {}) },
    });
  };
  return (
    <SpaceField
      field="assignee"
      help={failed ?? (offScreen ? spaces.offScreen.assignee : spaces.assigneeHelp[way])}
    >
      {(input) => {
        const isDisabled = input.isDisabled || offScreen;
        const search = {
          placeholder: spaces.placeholder.person,
          choices: people.choices,
          remote: people.remote,
        };
        return (
          <div className="sf-stack-tight">
            <Picker
              {...input}
              isDisabled={isDisabled}
              choices={ways.map((id) => ({ id, name: spaces.assigneeWays[id] }))}
              value={{ id: way, name: spaces.assigneeWays[way] }}
              onChange={(choice) => choose(ways.find((one) => one === choice?.id) ?? 'nobody')}
            />
            {way === 'person' && (
              <Picker
                {...input}
                {...search}
                id={`${input.id}-person`}
                label={spaces.assigneeWays.person}
                isClearable
                isDisabled={isDisabled}
                value={chosen(namedAssignee(space.assignee), undefined)}
                onChange={(choice) => set({ assignee: refOf(choice) })}
              />
            )}
            {way === 'list' && (
              <ManyPicker
                {...input}
                {...search}
                id={`${input.id}-list`}
                label={spaces.assigneeWays.list}
                isDisabled={isDisabled}
                value={(assigneeChoice(space.assignee)?.list ?? []).flatMap(
                  (ref) => chosen(ref, undefined) ?? [],
                )}
                onChange={(list) =>
                  set({ assignee: { from: 'list', list: list.map(({ id, name }) => ({ id, name })) } })
                }
              />
            )}
          </div>
        );
      }}
    </SpaceField>
  );
}

function wayOf({ assignee }: Space): Way {
  const from = assigneeChoice(assignee)?.from;
  if (from !== undefined) return from === 'finding' ? 'nobody' : from;
  return assignee === null ? 'nobody' : 'person';
}
