import { type Role, type Space, type Spaces, roles } from '../../../../../src/contract/settings';
import { useAsync } from '../../hooks/use-async';
import { readCreateFields } from '../../jira/create-fields';
import type { ScreenField } from '../../jira/types';

/** The create screen of one space in use. */
export interface Screen {
  readonly role: Role;
  readonly space: Space;
  readonly fields: readonly ScreenField[];
}

/** Reads the create screens of the spaces in use. */
export function useScreens(spaces: Spaces) {
  const used = roles.flatMap((role) => {
    const space = spaces[role];
    const project = space.project?.id;
    const issueType = space.issueType?.id;
    const ready = space.enabled && project !== undefined && issueType !== undefined;
    return ready ? [{ role, space, project, issueType }] : [];
  });
  const key = used.map(({ project, issueType }) => `${project}/${issueType}`).join(' ');
  return useAsync(key, () =>
    Promise.all(
      used.map(async ({ role, space, project, issueType }): Promise<Screen> => {
        const { all } = await readCreateFields(project, issueType);
        return { role, space, fields: all };
      }),
    ),
  );
}
