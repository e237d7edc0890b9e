import type { ProjectRecord } from '../state/model';
import { projectView } from '../views/project-view';
import type { World } from '../world';

/** What can happen to a project, as event names say it. */
export type ProjectHappening =
  'created' | 'updated' | 'softdeleted' | 'deleted' | 'archived' | 'unarchived' | 'restored';

/** Raises a project event. */
export function raiseProjectEvent(
  world: World,
  what: ProjectHappening,
  project: ProjectRecord,
  accountId: string,
): void {
  const at = world.clock.now();
  const { id, key, name, style, lead } = projectView(world, project);
  const payload = {
    project: { id, key, name, style, projectLead: lead, assigneeType: 'UNASSIGNED', isPrivate: false },
    timestamp: String(at),
  };
  world.events.emit({ name: `avi:jira:${what}:project`, payload, accountId, at });
}
