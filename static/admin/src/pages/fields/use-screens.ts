import { type Settings, type Space, roles } from '../../../../../src/contract/settings';
import { useAsync } from '../../hooks/use-async';
import { readCreateFields } from '../../jira/create-fields';
import type { ScreenField } from '../../jira/types';
import { spaceOf } from '../../logic/overrides';

/** A create screen in use, of the team spaces or of single products. */
export interface Screen {
  /** Project and issue type by their ids. */
  readonly key: string;
  /** The spaces that create issues through it; at least one. */
  readonly spaces: readonly Space[];
  readonly fields: readonly ScreenField[];
}

/** Reads the create screens in use. */
export function useScreens(settings: Pick<Settings, 'spaces' | 'products'>) {
  const used = spacesByScreen(settings);
  return useAsync([...used.keys()].join(' '), () =>
    Promise.all(
      [...used].map(async ([key, spaces]): Promise<Screen> => {
        const [project = '', issueType = ''] = key.split('/');
        const { all } = await readCreateFields(project, issueType);
        return { key, spaces, fields: all };
      }),
    ),
  );
}

function spacesByScreen({ spaces, products }: Pick<Settings, 'spaces' | 'products'>): Map<string, Space[]> {
  const found = new Map<string, Space[]>();
  for (const role of roles) {
    const overrides = Object.values(products).map((product) => product[role]);
    for (const override of [undefined, ...overrides]) {
      const space = spaceOf(spaces[role], override);
      const { enabled, project, issueType } = space;
      if (!enabled || project?.id === undefined || issueType?.id === undefined) continue;
      const key = `${project.id}/${issueType.id}`;
      found.set(key, [...(found.get(key) ?? []), space]);
    }
  }
  return found;
}
