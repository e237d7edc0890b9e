import type { JsonObject } from '../json';
import { must } from '../state/lookup';
import type { IssueTypeRecord, ProjectRecord } from '../state/model';
import type { World } from '../world';
import { selfOf, versionView } from './choice-views';
import { componentListView } from './component-view';
import { avatarsOf, userViewOf } from './user-view';

/** The short form of a project, as issues and lists show it. */
export function projectRefView(world: World, project: ProjectRecord): JsonObject {
  return {
    self: selfOf(world, `project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.typeKey,
    simplified: project.style === 'next-gen',
    avatarUrls: avatarsOf(world, `projectavatar?pid=${project.id}`),
  };
}

/** A project as /project/search lists it. */
export function projectListView(world: World, project: ProjectRecord): JsonObject {
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectRefView(world, project),
    style: project.style,
    isPrivate: false,
    properties: {},
    ...(project.state === 'archived' ? { archived: true } : {}),
  };
}

/** A whole project, as GET /project/{key} shows it. */
export function projectView(world: World, project: ProjectRecord): JsonObject {
  const roles = Object.keys(project.roles).map((role, index) => {
    return [role, selfOf(world, `project/${project.id}/role/${String(10002 + index)}`)] as const;
  });
  return {
    ...projectListView(world, project),
    description: '',
    lead: userViewOf(world, project.leadAccountId) ?? undefined,
    components: project.components.map((component) => componentListView(world, project, component)),
    issueTypes: project.setups.map((setup) =>
      issueTypeView(world, must(world.state.issueTypes.get(setup.issueTypeId), 'issue type')),
    ),
    assigneeType: 'UNASSIGNED',
    versions: project.versions.map((version) => versionView(world, project, version)),
    roles: Object.fromEntries(roles),
  };
}

/** An issue type as issues, projects and createmeta show it. */
export function issueTypeView(world: World, type: IssueTypeRecord): JsonObject {
  return {
    self: selfOf(world, `issuetype/${type.id}`),
    id: type.id,
    description: type.description,
    iconUrl: `${world.options.baseUrl}/images/icons/issuetypes/${type.name.toLowerCase()}.svg`,
    name: type.name,
    subtask: type.hierarchyLevel < 0,
    hierarchyLevel: type.hierarchyLevel,
    ...(type.projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: type.projectId } } }),
  };
}
