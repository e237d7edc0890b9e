import type { JsonObject } from '../json';
import type { ComponentRecord, ProjectRecord } from '../state/model';
import type { World } from '../world';
import { componentView } from './choice-views';
import { userViewOf } from './user-view';

/** A component as the project's lists show it. */
export function componentListView(
  world: World,
  project: ProjectRecord,
  component: ComponentRecord,
): JsonObject {
  return {
    ...componentView(world, component),
    ...(component.leadAccountId === undefined
      ? {}
      : { lead: userViewOf(world, component.leadAccountId) ?? undefined }),
    assigneeType: 'PROJECT_DEFAULT',
    realAssigneeType: 'PROJECT_DEFAULT',
    isAssigneeTypeValid: false,
    project: project.key,
    projectId: Number(project.id),
  };
}
