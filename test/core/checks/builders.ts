/** A space where nothing stands in the way, with what a test is about put in. */
import type { ScreenField, SpaceFacts, TypeFacts } from '../../../src/core/checks/facts';
import type { JiraFailure, JiraResult } from '../../../src/core/jira/failure';
import type { Workflow } from '../../../src/core/jira/workflow';
import { settingsOf, spaceOf } from '../builders';

export const good = <T>(value: T): JiraResult<T> => ({ ok: true, value });
export const bad = (failure: Partial<JiraFailure> = {}): JiraResult<never> => ({
  ok: false,
  failure: { kind: 'refused', status: 403, messages: ['No.'], fields: {}, ...failure } as JiraFailure,
});

/** A field on a create screen; nothing else demands it. */
export function fieldOf(id: string, more: Partial<ScreenField> = {}): ScreenField {
  return { id, name: `Field ${id}`, required: false, hasDefault: false, allowed: [], ...more };
}

const graph: Workflow = {
  initial: '1',
  statuses: [
    { id: '1', name: 'To do', category: 'new' },
    { id: '2', name: 'Done', category: 'done' },
    { id: '3', name: 'Island', category: 'new' },
  ],
  transitions: [{ id: '11', name: 'Finish', from: ['1'], to: '2' }],
};

/** The issue type of `factsOf`. */
export function typeOf(more: Partial<TypeFacts> = {}): TypeFacts {
  return { id: '10', name: 'Bug', screen: good([]), workflow: good(graph), ...more };
}

/** The same graph with another start or other transitions. */
export function graphOf(more: Partial<Workflow> = {}): Workflow {
  return { ...graph, ...more };
}

export const everything = new Set([
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ADD_COMMENTS',
  'SCHEDULE_ISSUES',
]);

/** Everything Jira said about a space that is in order. */
export function factsOf(more: Partial<SpaceFacts> = {}): SpaceFacts {
  return {
    role: 'product',
    space: spaceOf({ enabled: true, project: { id: '100', name: 'Web' }, issueType: { id: '10' } }),
    settings: settingsOf(),
    linked: false,
    project: good({
      id: '100',
      name: 'Web shop',
      key: 'WEB',
      archived: false,
      issueTypes: [
        { id: '10', name: 'Bug', subtask: false },
        { id: '20', name: 'Sub-task', subtask: true },
      ],
    }),
    granted: good(everything),
    types: [typeOf({ screen: good([fieldOf('duedate'), fieldOf('priority')]) })],
    ...more,
  };
}
