import { operationsOf, schemaOf } from '../fields/field-schema';
import type { Json, JsonObject } from '../json';
import { must } from '../state/lookup';
import type { FieldRecord, ProjectRecord } from '../state/model';
import type { World } from '../world';
import {
  optionView,
  priorityView,
  resolutionView,
  securityLevelView,
  selfOf,
  versionView,
} from './choice-views';
import { issueTypeView, projectRefView } from './project-view';

/** A field as create, edit and transition metadata describe it. */
export function fieldMetadata(
  world: World,
  project: ProjectRecord,
  issueTypeId: string,
  field: FieldRecord,
  required: boolean,
): JsonObject {
  const allowed = allowedValues(world, project, issueTypeId, field);
  const fallback = defaultValue(world, project, field);
  return {
    required,
    schema: schemaOf(field),
    name: field.name,
    key: field.id,
    hasDefaultValue: fallback !== undefined || field.id === 'reporter',
    operations: operationsOf(field),
    ...(allowed ? { allowedValues: allowed } : {}),
    ...(fallback === undefined ? {} : { defaultValue: fallback }),
    ...autoComplete(world, field),
  };
}

function allowedValues(
  world: World,
  project: ProjectRecord,
  issueTypeId: string,
  field: FieldRecord,
): Json[] | undefined {
  switch (field.kind) {
    case 'priority':
      return (project.priorityIds ?? []).map((id) =>
        priorityView(world, must(world.state.priorities.get(id), 'priority')),
      );
    case 'resolution':
      return [...world.state.resolutions.values()].map((resolution) => resolutionView(world, resolution));
    case 'components':
      return project.components.map(({ id, name }) => ({ self: selfOf(world, `component/${id}`), id, name }));
    case 'version':
    case 'versions':
      return project.versions
        .filter((v) => !v.archived)
        .map((version) => versionView(world, project, version));
    case 'security':
      return project.securityLevels.map((level) => securityLevelView(world, level));
    case 'option':
    case 'options':
    case 'radio':
    case 'checkboxes':
      return field.options.map((option) => optionView(world, option));
    case 'cascading':
      return field.options.map((option) => ({
        ...optionView(world, option),
        children: (option.children ?? []).map((child) => optionView(world, child)),
      }));
    case 'project':
      return [projectRefView(world, project)];
    case 'issuetype':
      return [issueTypeView(world, must(world.state.issueTypes.get(issueTypeId), 'issue type'))];
    default:
      return undefined;
  }
}

function defaultValue(world: World, project: ProjectRecord, field: FieldRecord): Json | undefined {
  if (field.kind !== 'priority' || project.defaultPriorityId === null) return undefined;
  return priorityView(world, must(world.state.priorities.get(project.defaultPriorityId), 'priority'));
}

function autoComplete(world: World, field: FieldRecord): JsonObject {
  if (field.kind === 'labels')
    return { autoCompleteUrl: `${world.options.baseUrl}/rest/api/1.0/labels/suggest?query=` };
  if (field.kind === 'user' || field.kind === 'users')
    return { autoCompleteUrl: selfOf(world, 'user/recommend?context=Assignee&query=') };
  return {};
}
