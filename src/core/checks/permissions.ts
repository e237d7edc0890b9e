import type { Check } from '../../contract/api';
import type { SettingsDocument, Space } from '../../contract/settings';
import { ok, unreadable, wrong } from './check';
import type { SpaceFacts } from './facts';

const words = {
  BROWSE_PROJECTS: 'see issues',
  CREATE_ISSUES: 'create issues',
  EDIT_ISSUES: 'edit issues',
  TRANSITION_ISSUES: 'move issues',
  ADD_COMMENTS: 'comment',
  LINK_ISSUES: 'link issues',
  ASSIGN_ISSUES: 'assign issues',
  SCHEDULE_ISSUES: 'set due dates',
  SET_ISSUE_SECURITY: 'set security levels',
  DELETE_ISSUES: 'delete issues',
} as const;
type Permission = keyof typeof words;

/** What the app must be allowed in a space, by what the settings ask of it. */
export function neededPermissions(space: Space, settings: SettingsDocument, linked: boolean): Permission[] {
  const deletes = settings.deleting.enabled || settings.deleting.goneFromPortal === 'delete';
  return [
    'BROWSE_PROJECTS',
    'CREATE_ISSUES',
    'EDIT_ISSUES',
    'TRANSITION_ISSUES',
    'ADD_COMMENTS',
    ...(linked ? (['LINK_ISSUES'] as const) : []),
    ...(space.assignee ? (['ASSIGN_ISSUES'] as const) : []),
    ...(space.dueDateField?.id === 'duedate' ? (['SCHEDULE_ISSUES'] as const) : []),
    ...(space.securityLevel ? (['SET_ISSUE_SECURITY'] as const) : []),
    ...(deletes ? (['DELETE_ISSUES'] as const) : []),
  ];
}

/** Whether the app may do there what it has to. */
export function checkPermissions({ space, settings, linked, granted, project }: SpaceFacts): Check {
  const what = 'What the app may do';
  if (!granted.ok) return unreadable(what, granted.failure);
  const needed = neededPermissions(space, settings, linked);
  const missing = needed.filter((permission) => !granted.value.has(permission));
  if (missing.length === 0) return ok(what, `${sentence(needed)}.`);
  const where = (project.ok ? project.value?.name : undefined) ?? 'the project';
  return wrong(
    what,
    `The app may not ${sentence(missing)} in ${where}.`,
    `Give the role atlassian-addons-project-access these permissions in the permission scheme of ${where}: ${missing.join(', ')}.`,
  );
}

function sentence(permissions: readonly Permission[]): string {
  return permissions.map((permission) => words[permission]).join(', ');
}
