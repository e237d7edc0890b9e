import { projectOf } from '../state/lookup';
import type { IssueRecord, ProjectRecord } from '../state/model';
import type { World } from '../world';

/** The role that installed apps sit in. */
export const APP_ROLE = 'atlassian-addons-project-access';

/** Project permissions that the stand-in knows. */
export const PROJECT_PERMISSIONS = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'SCHEDULE_ISSUES',
  'MODIFY_REPORTER',
  'LINK_ISSUES',
  'MOVE_ISSUES',
  'DELETE_ISSUES',
  'SET_ISSUE_SECURITY',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'EDIT_ALL_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'RESOLVE_ISSUES',
  'CLOSE_ISSUES',
  'VIEW_READONLY_WORKFLOW',
  'ADMINISTER_PROJECTS',
] as const;

/** Global permissions that the stand-in knows. */
export const GLOBAL_PERMISSIONS = ['ADMINISTER', 'BULK_CHANGE', 'USER_PICKER', 'CREATE_PROJECT'] as const;

/** True when the account holds a global permission. */
export function hasGlobalPermission(world: World, accountId: string, permission: string): boolean {
  return world.state.users.get(accountId)?.globalPermissions.includes(permission) ?? false;
}

/** True when the account holds a permission in the project. */
export function hasProjectPermission(
  world: World,
  accountId: string,
  project: ProjectRecord,
  permission: string,
): boolean {
  if (project.state === 'trashed') return false;
  const roles = project.grants[permission] ?? [];
  return roles.some((role) => role === '*' || (project.roles[role]?.includes(accountId) ?? false));
}

/** True when the account may browse the project. */
export function canSeeProject(world: World, accountId: string, project: ProjectRecord): boolean {
  return hasProjectPermission(world, accountId, project, 'BROWSE_PROJECTS');
}

/** True when the account may browse the project and its security level lets it see the issue. */
export function canSeeIssue(world: World, accountId: string, issue: IssueRecord): boolean {
  const project = projectOf(world.state, issue);
  if (!canSeeProject(world, accountId, project)) return false;
  const level = project.securityLevels.find((l) => l.id === issue.values['security']);
  return !level || level.roles.some((role) => project.roles[role]?.includes(accountId));
}

/** True when the account may see the issue and holds a permission on it; archived projects are read-only. */
export function mayOnIssue(world: World, accountId: string, issue: IssueRecord, permission: string): boolean {
  const project = projectOf(world.state, issue);
  if (project.state === 'archived' && permission !== 'BROWSE_PROJECTS') return false;
  return canSeeIssue(world, accountId, issue) && hasProjectPermission(world, accountId, project, permission);
}
