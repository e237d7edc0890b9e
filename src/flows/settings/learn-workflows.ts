import { roles, type SettingsDocument, type Space } from '../../contract/settings';
import { effectiveSpace } from '../../core/settings/spaces';
import type { Ports } from '../ports';

/** An admin waits for this; workflows beyond are learnt by the connection test or stay at one step. */
const atMost = 20;

/**
 * Reads the workflows of all spaces in use. Where Jira refuses the app, the admin who is saving reads them for it:
 * without the graph only statuses one transition away can be reached.
 */
export async function learnWorkflows(ports: Ports, settings: SettingsDocument): Promise<void> {
  const spaces = roles.flatMap((role) => [
    ...['', ...Object.keys(settings.products)].map((product) => effectiveSpace(settings, role, product)),
    ...settings.rules.map((rule) => effectiveSpace(settings, role, '', rule)),
  ]);
  const places = spaces.flatMap(({ space }) => typesOf(space));
  const distinct = new Map(places.map((place) => [`${place.project}/${place.type}`, place]));
  for (const { project, type } of [...distinct.values()].slice(0, atMost))
    await ports.jira.learnWorkflow(project, type);
}

function typesOf({
  enabled,
  project,
  issueType,
  issueTypeByKind,
}: Space): { project: string; type: string }[] {
  const id = project?.id;
  if (!enabled || id === undefined) return [];
  return [issueType, ...Object.values(issueTypeByKind)].flatMap((ref) =>
    ref?.id === undefined ? [] : [{ project: id, type: ref.id }],
  );
}
