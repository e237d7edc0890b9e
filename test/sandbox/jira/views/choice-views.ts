import type { JsonObject } from '../json';
import type {
  ComponentRecord,
  OptionRecord,
  PriorityRecord,
  ProjectRecord,
  ResolutionRecord,
  SecurityLevelRecord,
  VersionRecord,
} from '../state/model';
import type { World } from '../world';

/** The address of a resource below /rest/api/3. */
export function selfOf(world: World, path: string): string {
  return `${world.options.baseUrl}/rest/api/3/${path}`;
}

/** A priority as issues and lists show it. */
export function priorityView(world: World, priority: PriorityRecord): JsonObject {
  return {
    self: selfOf(world, `priority/${priority.id}`),
    iconUrl: `${world.options.baseUrl}/images/icons/priorities/${priority.name.toLowerCase()}_new.svg`,
    name: priority.name,
    id: priority.id,
  };
}

/** A resolution as issues and lists show it. */
export function resolutionView(world: World, resolution: ResolutionRecord): JsonObject {
  return {
    self: selfOf(world, `resolution/${resolution.id}`),
    id: resolution.id,
    description: resolution.description,
    name: resolution.name,
  };
}

/** A component as issues show it. */
export function componentView(world: World, component: ComponentRecord): JsonObject {
  return {
    self: selfOf(world, `component/${component.id}`),
    id: component.id,
    name: component.name,
    description: component.description,
  };
}

/** A version as issues and projects show it. */
export function versionView(world: World, project: ProjectRecord, version: VersionRecord): JsonObject {
  return {
    self: selfOf(world, `version/${version.id}`),
    id: version.id,
    name: version.name,
    archived: version.archived,
    released: version.released,
    projectId: Number(project.id),
  };
}

/** An option of a select field. */
export function optionView(world: World, option: OptionRecord): JsonObject {
  return { self: selfOf(world, `customFieldOption/${option.id}`), value: option.value, id: option.id };
}

/** A security level as issues and projects show it. */
export function securityLevelView(world: World, level: SecurityLevelRecord): JsonObject {
  return {
    self: selfOf(world, `securitylevel/${level.id}`),
    id: level.id,
    description: level.description,
    name: level.name,
  };
}
