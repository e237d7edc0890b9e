import type { JsonObject } from '../json';
import { targetStatusId } from '../rules/transitions';
import { must, projectOf } from '../state/lookup';
import type { IssueRecord, TransitionRecord } from '../state/model';
import type { World } from '../world';
import { fieldMetadata } from './field-metadata';
import { statusView } from './status-view';

/** A transition as an issue offers it; its fields only when asked for, `{}` without a screen. */
export function transitionView(
  world: World,
  issue: IssueRecord,
  transition: TransitionRecord,
  withFields: boolean,
): JsonObject {
  const target = must(world.state.statuses.get(targetStatusId(issue, transition)), 'status');
  return {
    id: transition.id,
    name: transition.name,
    to: statusView(world, target),
    hasScreen: transition.screen !== null,
    isGlobal: transition.type === 'GLOBAL',
    isInitial: false,
    isAvailable: true,
    isConditional: transition.role !== null,
    isLooped: transition.to === null,
    ...(withFields ? { fields: screenFields(world, issue, transition) } : {}),
  };
}

function screenFields(world: World, issue: IssueRecord, transition: TransitionRecord): JsonObject {
  const project = projectOf(world.state, issue);
  const entries = (transition.screen ?? []).map(({ fieldId, required }) => {
    const field = must(world.state.fields.get(fieldId), 'field');
    return [fieldId, fieldMetadata(world, project, issue.issueTypeId, field, required)] as const;
  });
  return Object.fromEntries(entries);
}
