import { useRemoteChoices } from '../../../hooks/use-remote-choices';
import { searchProjects } from '../../../jira/projects';
import { projectLabel } from '../../../logic/refs';
import { ErrorMessage } from '../../../parts/error-message';
import { Picker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';
import { SpaceField } from './space-field';

/** The project: searched in Jira, because there may be thousands. */
export function ProjectField() {
  const { placeholder } = useTexts().spaces;
  const { space, chooseProject } = useSpaceForm();
  const list = useRemoteChoices(async (text, startAt) => {
    const { items, next } = await searchProjects(text, startAt);
    const choices = items.map((project) => ({ id: project.id, name: projectLabel(project) }));
    return { items: choices, ...(next === undefined ? {} : { next }) };
  });
  return (
    <>
      <SpaceField field="project">
        {(input) => (
          <Picker
            {...input}
            choices={list.choices}
            remote={list.remote}
            placeholder={placeholder.project}
            value={chosen(space.project, undefined)}
            onChange={(choice) => chooseProject(refOf(choice))}
          />
        )}
      </SpaceField>
      {list.error !== undefined && <ErrorMessage error={list.error} retry={() => list.remote.search('')} />}
    </>
  );
}
