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
  const { placeholder, goneHelp } = useTexts().spaces;
  const { space, facts, chooseProject } = useSpaceForm();
  const list = useRemoteChoices(async (text, startAt) => {
    const { items, next } = await searchProjects(text, startAt);
    const choices = items.map((project) => ({ id: project.id, name: projectLabel(project) }));
    return { items: choices, ...(next === undefined ? {} : { next }) };
  });
  const now = facts.project && { id: facts.project.id, name: projectLabel(facts.project) };
  const known = now === undefined ? undefined : now === null ? [] : [now];
  return (
    <>
      <SpaceField field="project" help={facts.project === null ? goneHelp : undefined}>
        {(input) => (
          <Picker
            {...input}
            choices={list.choices}
            remote={list.remote}
            placeholder={placeholder.project}
            value={chosen(space.project, known)}
            onChange={(choice) => chooseProject(refOf(choice))}
          />
        )}
      </SpaceField>
      {list.error !== undefined && <ErrorMessage error={list.error} retry={list.retry} />}
    </>
  );
}
