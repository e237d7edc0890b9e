import { useRemoteChoices } from '../../../hooks/use-remote-choices';
import { findIssue } from '../../../jira/issue';
import { Picker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';
import { SpaceField } from './space-field';

/** The issue that stands above all of the space, such as an epic; found by its key. */
export function ParentField() {
  const { spaces } = useTexts();
  const { space, facts, set } = useSpaceForm();
  const isOff = facts.fields !== undefined && !facts.fields.all.some(({ id }) => id === 'parent');
  const issues = useRemoteChoices(async (text) => {
    const found = /^[a-z][a-z0-9_]+-\d+$/i.test(text.trim()) ? await findIssue(text.trim()) : undefined;
    return { items: found ? [{ id: found.id, name: found.key }] : [] };
  });
  return (
    <SpaceField field="parent" help={isOff ? spaces.offScreen.parent : spaces.help.parent}>
      {(input) => (
        <Picker
          {...input}
          isClearable
          isDisabled={input.isDisabled || isOff}
          placeholder={spaces.placeholder.issue}
          choices={issues.choices}
          remote={issues.remote}
          value={chosen(space.parent, undefined)}
          onChange={(choice) => set({ parent: refOf(choice) })}
        />
      )}
    </SpaceField>
  );
}
