import { must } from '../state/lookup';
import type { StatusRecord, TransitionRecord, WorkflowRecord } from '../state/model';
import { nextId } from '../state/site-state';
import type { World } from '../world';
import type { StatusSpec, TransitionSpec, WorkflowSpec } from './specs';

/** Makes a workflow, and its statuses where they are new. `projectId` scopes it to a team-managed project. */
export function addWorkflow(world: World, spec: WorkflowSpec, projectId: string | null): WorkflowRecord {
  const number = nextId(world.state, 'workflow', 1);
  const workflow: WorkflowRecord = {
    ...readWorkflow(world, spec, projectId),
    id: workflowId(number),
    version: 1,
  };
  world.state.workflows.set(workflow.id, workflow);
  return workflow;
}

/** Replaces the statuses and transitions of a workflow, as an admin who publishes a draft does. */
export function replaceWorkflow(world: World, workflow: WorkflowRecord, spec: WorkflowSpec): void {
  Object.assign(workflow, readWorkflow(world, spec, workflow.projectId), { version: workflow.version + 1 });
}

function workflowId(number: string): string {
  return `00000000-0000-4000-8000-${number.padStart(12, '0')}`;
}

function readWorkflow(
  world: World,
  spec: WorkflowSpec,
  projectId: string | null,
): Omit<WorkflowRecord, 'id' | 'version'> {
  const statuses = spec.statuses.map((status) => statusFor(world, status, projectId));
  const byName = new Map(statuses.map((status) => [status.name, status]));
  const first = must(statuses[0], 'status');
  const initial: TransitionRecord = {
    id: '1',
    name: 'Create',
    type: 'INITIAL',
    from: [],
    to: first.id,
    screen: null,
    resolution: 'keep',
    role: null,
  };
  const transitions = spec.transitions.map((transition, at) => readTransition(world, transition, at, byName));
  return {
    name: spec.name,
    projectId,
    statusIds: statuses.map((status) => status.id),
    transitions: [initial, ...transitions],
  };
}

function readTransition(
  world: World,
  spec: TransitionSpec,
  at: number,
  byName: ReadonlyMap<string, StatusRecord>,
): TransitionRecord {
  const to = spec.to === null ? null : must(byName.get(spec.to), `status ${spec.to}`);
  const screen = spec.screen?.map(({ field, required }) => ({
    fieldId: fieldIdOf(world, field),
    required: required ?? false,
  }));
  return {
    id: String(at + 1) + '1',
    name: spec.name,
    type: spec.from ? 'DIRECTED' : 'GLOBAL',
    from: (spec.from ?? []).map((name) => must(byName.get(name), `status ${name}`).id),
    to: to?.id ?? null,
    screen: screen ?? null,
    resolution: resolutionOf(world, spec, to),
    role: spec.role ?? null,
  };
}

function fieldIdOf(world: World, name: string): string {
  const field = [...world.state.fields.values()].find((f) => f.id === name || f.name === name);
  return must(field, `field ${name}`).id;
}

function resolutionOf(world: World, spec: TransitionSpec, to: StatusRecord | null): string {
  const wanted = spec.resolution ?? (to === null ? 'keep' : to.category === 'DONE' ? 'Done' : 'clear');
  if (wanted === 'clear' || wanted === 'keep') return wanted;
  const resolution = [...world.state.resolutions.values()].find((r) => r.name === wanted);
  return must(resolution, `resolution ${wanted}`).id;
}

function statusFor(world: World, spec: StatusSpec, projectId: string | null): StatusRecord {
  const known = [...world.state.statuses.values()].find(
    (s) => s.name === spec.name && s.projectId === projectId,
  );
  if (known) return known;
  const status: StatusRecord = {
    id: nextId(world.state, 'status'),
    name: spec.name,
    description: '',
    category: spec.category,
    projectId,
  };
  world.state.statuses.set(status.id, status);
  return status;
}
