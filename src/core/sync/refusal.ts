/** Why Jira refuses a change, where its words do not say so: it speaks of fields and ways as well when nothing may be changed at all. */
import type { Doing, Permission } from '../../contract/messages/terms';
import { type Consequence, consequenceOf, type JiraFailure } from '../jira/failure';
import type { Named } from '../settings/resolve-ref';

export type Held = Extract<Consequence, { kind: 'held' }>;

const permissionFor: Readonly<Partial<Record<Doing, Permission>>> = {
  creating: 'CREATE_ISSUES',
  changing: 'EDIT_ISSUES',
  readingTransitions: 'TRANSITION_ISSUES',
  moving: 'TRANSITION_ISSUES',
  linking: 'LINK_ISSUES',
  commenting: 'ADD_COMMENTS',
  deleting: 'DELETE_ISSUES',
};

/**
 * What follows when the create screen of a project cannot be read: Jira shows it only to those who may create there, and
 * tells all others that there is no such project.
 */
export function unreadScreen(failure: JiraFailure, project: string, name = project): Consequence {
  const problem = consequenceOf(failure, 'readingScreen', name);
  return problem.kind === 'held' ? { ...problem, refusal: { project, doing: 'creating' } } : problem;
}

/** The permission without which Jira refuses this whatever is asked; undefined: none is known. */
export function permissionOf({ reason, refusal }: Held): Permission | undefined {
  // That Jira refused for lack of one is known already.
  return reason.code === 'notAllowed' || !refusal ? undefined : permissionFor[refusal.doing];
}

type Asked = Named & { readonly archived: boolean };

/** What really holds the finding up in this project. `lacks`: the app has not got the permission for it. */
export function explained(problem: Held, { id, name, archived }: Asked, lacks: boolean): Held {
  const { refusal, reason } = problem;
  if (!refusal) return problem;
  if (archived)
    return { kind: 'held', cause: `project-gone|${id}`, reason: { code: 'spaceArchived', project: name } };
  if (!lacks && reason.code !== 'notAllowed') return problem;
  return {
    kind: 'held',
    cause: `not-allowed|${id}|${refusal.doing}`,
    reason: {
      code: 'notAllowed',
      doing: refusal.doing,
      ...(refusal.doing === 'moving' ? {} : { place: name }),
    },
  };
}
