import type { JsonObject } from '../json';
import type { StatusCategory, StatusRecord } from '../state/model';
import type { World } from '../world';
import { selfOf } from './choice-views';

const CATEGORIES: Readonly<Record<StatusCategory, readonly [number, string, string, string]>> = {
  TODO: [2, 'new', 'blue-gray', 'To Do'],
  IN_PROGRESS: [4, 'indeterminate', 'yellow', 'In Progress'],
  DONE: [3, 'done', 'green', 'Done'],
};

/** A status category as an object, the form issues and transitions use. */
export function statusCategoryView(world: World, category: StatusCategory): JsonObject {
  const [id, key, colorName, name] = CATEGORIES[category];
  return { self: selfOf(world, `statuscategory/${String(id)}`), id, key, colorName, name };
}

/** The key of a status category (`new`, `indeterminate`, `done`). */
export function categoryKey(category: StatusCategory): string {
  return CATEGORIES[category][1];
}

/** The name of a status category as people read it. */
export function categoryName(category: StatusCategory): string {
  return CATEGORIES[category][3];
}

/** A status as issues, transitions and /status show it. */
export function statusView(world: World, status: StatusRecord): JsonObject {
  return {
    self: selfOf(world, `status/${status.id}`),
    description: status.description,
    iconUrl: `${world.options.baseUrl}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: statusCategoryView(world, status.category),
    ...(status.projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: status.projectId } } }),
  };
}

/** A status as /statuses and /workflows show it: the category is one word, the scope always there. */
export function statusListView(status: StatusRecord): JsonObject {
  return {
    id: status.id,
    name: status.name,
    statusCategory: status.category,
    scope: scopeView(status.projectId),
    description: status.description,
  };
}

/** The scope of a status or workflow: the whole site, or one team-managed project. */
export function scopeView(projectId: string | null): JsonObject {
  return projectId === null ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } };
}
