import type { Check } from '../../contract/api';
import type { Permission } from '../../contract/messages/terms';
import type { SettingsDocument, Space } from '../../contract/settings';
import { ok, unreadable, wrong } from './check';
import type { SpaceFacts } from './facts';

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
  const what = { code: 'aboutPermitted' } as const;
  if (!granted.ok) return unreadable(what, granted.failure);
  const needed = neededPermissions(space, settings, linked);
  const permissions = needed.filter((permission) => !granted.value.has(permission));
  if (permissions.length === 0) return ok(what, { code: 'mayDo', permissions: needed });
  const place = project.ok ? project.value?.name : undefined;
  return wrong(what, { code: 'mayNot', permissions, place }, { code: 'grant', permissions, place });
}
