import type { JsonObject } from '../json';
import type { StatusRecord, TransitionRecord, WorkflowRecord } from '../state/model';
import type { World } from '../world';
import { scopeView, statusListView } from './status-view';

/** A status in the answer of POST /workflows. */
export function workflowStatusView(status: StatusRecord): JsonObject {
  return { ...statusListView(status), statusReference: status.id };
}

/** A workflow with its transitions in the answer of POST /workflows. */
export function workflowView(world: World, workflow: WorkflowRecord): JsonObject {
  return {
    id: workflow.id,
    name: workflow.name,
    description: '',
    scope: scopeView(workflow.projectId),
    startPointLayout: { x: 0, y: 0 },
    statuses: workflow.statusIds.map((id, at) => ({
      statusReference: id,
      layout: { x: 120 * (at + 1), y: 0 },
      properties: {},
      deprecated: false,
    })),
    transitions: workflow.transitions.map((transition) => transitionRuleView(world, workflow, transition)),
    version: { id: workflow.id, versionNumber: workflow.version },
    isEditable: false,
  };
}

function transitionRuleView(
  world: World,
  workflow: WorkflowRecord,
  transition: TransitionRecord,
): JsonObject {
  return {
    id: transition.id,
    type: transition.type,
    ...(transition.to === null ? {} : { toStatusReference: transition.to }),
    links: transition.from.map((id) => ({ fromStatusReference: id, fromPort: 0, toPort: 1 })),
    name: transition.name,
    description: '',
    actions: actionsOf(world, workflow, transition),
    validators: validatorsOf(transition),
    triggers: [],
    properties: {},
    ...(transition.role === null ? {} : { conditions: conditionOf(transition.role) }),
    ...(transition.screen === null ? {} : { transitionScreen: screenOf(transition) }),
  };
}

function actionsOf(world: World, workflow: WorkflowRecord, transition: TransitionRecord): JsonObject[] {
  if (transition.resolution === 'keep') return [];
  const value = transition.resolution === 'clear' ? '' : transition.resolution;
  const id = `${workflow.id}-${transition.id}-resolution`;
  const name = world.state.resolutions.get(value)?.name ?? '';
  return [
    { id, ruleKey: 'system:update-field', parameters: { field: 'resolution', value, valueName: name } },
  ];
}

function validatorsOf(transition: TransitionRecord): JsonObject[] {
  const required = (transition.screen ?? []).filter((field) => field.required).map((field) => field.fieldId);
  if (required.length === 0) return [];
  const parameters = {
    ruleType: 'fieldRequired',
    fieldsRequired: required.join(','),
    ignoreContext: 'false',
  };
  return [{ ruleKey: 'system:validate-field-value', parameters }];
}

function conditionOf(role: string): JsonObject {
  const rule = { ruleKey: 'system:restrict-issue-transition', parameters: { roleIds: role } };
  return { operation: 'ALL', conditions: [rule], conditionGroups: [] };
}

function screenOf(transition: TransitionRecord): JsonObject {
  return { ruleKey: 'system:transition-screen', parameters: { screenId: transition.id } };
}
