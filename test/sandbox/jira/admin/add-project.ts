import { raiseProjectEvent } from '../events/project-events';
import { COMMON_FIELDS, DEFAULT_CREATE_SCREEN } from '../fields/system-fields';
import { APP_ROLE, PROJECT_PERMISSIONS } from '../rules/permissions';
import { must } from '../state/lookup';
import type {
  FieldRecord,
  IssueTypeRecord,
  IssueTypeSetup,
  OptionRecord,
  ProjectRecord,
  ScreenField,
} from '../state/model';
import { nextId } from '../state/site-state';
import type { World } from '../world';
import { addWorkflow } from './add-workflow';
import { DEFAULT_WORKFLOW } from './specs';
import type { CustomFieldSpec, ProjectSpec } from './specs';

const ADMIN_ONLY = new Set([
  'ADMINISTER_PROJECTS',
  'DELETE_ISSUES',
  'SET_ISSUE_SECURITY',
  'MODIFY_REPORTER',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
]);

/** Sets up a project and raises its event. */
export function addProject(world: World, spec: ProjectSpec): ProjectRecord {
  const { state } = world;
  const id = nextId(state, 'project');
  const scope = spec.style === 'next-gen' ? id : null;
  const customFields = (spec.customFields ?? []).map((field) => customFieldFor(world, field, scope));
  const priorityIds = prioritiesOf(world, spec);
  const project: ProjectRecord = {
    id,
    key: spec.key,
    name: spec.name,
    style: spec.style ?? 'classic',
    typeKey: spec.type ?? 'software',
    leadAccountId: spec.lead ?? spec.administrators?.[0] ?? world.appAccountId,
    state: 'live',
    priorityIds,
    defaultPriorityId: defaultPriority(world, spec, priorityIds),
    components: (spec.components ?? []).map((name) => ({
      id: nextId(state, 'component'),
      name,
      description: '',
    })),
    versions: (spec.versions ?? []).map((name) => ({
      id: nextId(state, 'version'),
      name,
      released: false,
      archived: false,
    })),
    securityLevels: (spec.securityLevels ?? []).map(({ name, roles }) => ({
      id: nextId(state, 'securityLevel'),
      name,
      description: '',
      roles: [...roles],
    })),
    setups: [],
    roles: {
      Administrators: [...(spec.administrators ?? [])],
      Members: [...(spec.members ?? [])],
      [APP_ROLE]: [world.appAccountId],
    },
    grants: defaultGrants(),
    nextIssueNumber: 1,
    pinnedPanels: [],
  };
  const workflow = addWorkflow(world, spec.workflow ?? DEFAULT_WORKFLOW, scope);
  project.setups = issueTypesFor(world, spec, scope).map((type) =>
    setupFor(spec, project, type, workflow.id, customFields),
  );
  state.projects.set(id, project);
  raiseProjectEvent(world, 'created', project, project.leadAccountId);
  return project;
}

/** Apps hold every permission but administration; members everything that does not rule over others. */
function defaultGrants(): Record<string, string[]> {
  return Object.fromEntries(
    PROJECT_PERMISSIONS.map((permission) => {
      const members = ADMIN_ONLY.has(permission) ? [] : ['Members'];
      const app = permission === 'ADMINISTER_PROJECTS' || permission === 'ASSIGNABLE_USER' ? [] : [APP_ROLE];
      return [permission, ['Administrators', ...members, ...app]];
    }),
  );
}

function prioritiesOf(world: World, spec: ProjectSpec): string[] | null {
  if (spec.priorities === null) return null;
  const all = [...world.state.priorities.values()];
  if (!spec.priorities) return ['1', '2', '3', '4', '5'];
  return spec.priorities.map((name) => {
    const known = all.find((priority) => priority.name === name);
    if (known) return known.id;
    const id = nextId(world.state, 'priority');
    world.state.priorities.set(id, { id, name, description: '', color: '#707070' });
    return id;
  });
}

function defaultPriority(world: World, spec: ProjectSpec, ids: readonly string[] | null): string | null {
  if (ids === null) return null;
  const wanted = spec.defaultPriority ?? 'Medium';
  return ids.find((id) => world.state.priorities.get(id)?.name === wanted) ?? ids[0] ?? null;
}

function issueTypesFor(world: World, spec: ProjectSpec, scope: string | null): IssueTypeRecord[] {
  const names = spec.issueTypes ?? ['Epic', 'Story', 'Task', 'Bug', scope === null ? 'Sub-task' : 'Subtask'];
  return names.map((name) => {
    const shared = [...world.state.issueTypes.values()].find(
      (type) => type.name === name && type.projectId === null,
    );
    if (scope === null && shared) return shared;
    const hierarchyLevel = name === 'Epic' ? 1 : /^sub-?task$/i.test(name) ? -1 : 0;
    const type = {
      id: nextId(world.state, 'issueType'),
      name,
      description: '',
      hierarchyLevel,
      projectId: scope,
    };
    world.state.issueTypes.set(type.id, type);
    return type;
  });
}

function setupFor(
  spec: ProjectSpec,
  project: ProjectRecord,
  type: IssueTypeRecord,
  workflowId: string,
  customFields: readonly FieldRecord[],
): IssueTypeSetup {
  const teamManaged = project.style === 'next-gen';
  const absent = new Set([
    ...(project.priorityIds ? [] : ['priority']),
    ...(type.hierarchyLevel === 1 ? ['parent'] : []),
    ...(teamManaged ? ['environment', 'versions'] : []),
  ]);
  const security = project.securityLevels.length > 0 ? ['security'] : [];
  const fieldIds = [
    ...COMMON_FIELDS.filter((id) => !absent.has(id)),
    ...security,
    ...customFields.map((f) => f.id),
  ];
  const required = new Set([
    'summary',
    'project',
    'issuetype',
    ...(teamManaged ? [] : ['reporter']),
    ...(spec.required ?? []),
  ]);
  if (type.hierarchyLevel < 0) required.add('parent');
  const offScreen = new Set([...absent, ...(spec.offCreateScreen ?? [])]);
  const system = [...DEFAULT_CREATE_SCREEN, ...security]
    .filter((id) => !offScreen.has(id))
    .map((fieldId) => ({ fieldId, required: required.has(fieldId) }));
  return {
    issueTypeId: type.id,
    workflowId,
    createScreen: [...system, ...customScreen(spec, customFields)],
    fieldIds,
  };
}

function customScreen(spec: ProjectSpec, fields: readonly FieldRecord[]): ScreenField[] {
  return fields.flatMap((field, at) => {
    const custom = must(spec.customFields?.[at], 'custom field');
    return custom.onCreate === false ? [] : [{ fieldId: field.id, required: custom.required ?? false }];
  });
}

function customFieldFor(world: World, spec: CustomFieldSpec, scope: string | null): FieldRecord {
  const known = [...world.state.fields.values()].find(
    (f) => f.custom && f.name === spec.name && f.projectId === scope,
  );
  if (known) return known;
  const id = `customfield_${nextId(world.state, 'customField', 10050)}`;
  const field: FieldRecord = {
    id,
    name: spec.name,
    kind: spec.kind,
    custom: true,
    clauseNames: [],
    options: (spec.options ?? Object.keys(spec.children ?? {})).map((value) => optionFor(world, spec, value)),
    projectId: scope,
  };
  world.state.fields.set(id, field);
  return field;
}

function optionFor(world: World, spec: CustomFieldSpec, value: string): OptionRecord {
  const next = (name: string): OptionRecord => ({ id: nextId(world.state, 'option', 10200), value: name });
  const children = spec.children?.[value];
  return { ...next(value), ...(children ? { children: children.map(next) } : {}) };
}
