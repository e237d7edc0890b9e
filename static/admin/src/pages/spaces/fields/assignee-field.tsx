import { namedAssignee } from '../../../../../../src/contract/settings';
import { useRemoteChoices } from '../../../hooks/use-remote-choices';
import { searchAssignable } from '../../../jira/people';
import { explain } from '../../../parts/error-message';
import { Picker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';
import { SpaceField } from './space-field';

/** The person who gets issues whose finding names nobody, among those the project allows. */
export function AssigneeField() {
  const { spaces, common } = useTexts();
  const { space, facts, set } = useSpaceForm();
  const projectId = space.project?.id;
  const offScreen = facts.fields?.assignee === false;
  const people = useRemoteChoices(async (text) => {
    if (projectId === undefined) return { items: [] };
    const found = await searchAssignable(projectId, text);
    return { items: found.map(({ accountId, displayName }) => ({ id: accountId, name: displayName })) };
  });
  const failed = people.error === undefined ? undefined : explain(people.error, common);
  return (
    <SpaceField
      field="assignee"
      help={failed ?? (offScreen ? spaces.offScreen.assignee : spaces.help.assignee)}
    >
      {(input) => (
        <Picker
          {...input}
          isClearable
          isDisabled={input.isDisabled || offScreen}
          placeholder={spaces.placeholder.person}
          choices={people.choices}
          remote={people.remote}
          value={chosen(namedAssignee(space.assignee), undefined)}
          onChange={(choice) => set({ assignee: refOf(choice) })}
        />
      )}
    </SpaceField>
  );
}
