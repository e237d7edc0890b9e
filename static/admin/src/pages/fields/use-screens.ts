import { type Role, type Settings, type Space, roles } from '#contract/settings';
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
  /** The roles that these spaces have. */
  readonly roles: readonly Role[];
  readonly fields: readonly ScreenField[];
}

/** Reads the create screens in use; their spaces are those of `settings`, so that what is edited counts at once. */
export function useScreens(settings: Pick<Settings, 'spaces' | 'products'>) {
  const used = usesByScreen(settings);
  const read = useAsync([...used.keys()].join(' '), () =>
    Promise.all(
      [...used.keys()].map(async (key) => {
        const [project = '', issueType = ''] = key.split('/');
        const { all } = await readCreateFields(project, issueType);
        return { key, fields: all };
      }),
    ),
  );
  const screens = read.value?.map(({ key, fields }) => screenOf(key, fields, used.get(key) ?? []));
  return { read, screens };
}

function screenOf(key: string, fields: readonly ScreenField[], uses: readonly Use[]): Screen {
  const of = new Set(uses.map(({ role }) => role));
  return { key, spaces: uses.map(({ space }) => space), roles: [...of], fields };
}

interface Use {
  readonly role: Role;
  readonly space: Space;
}

function usesByScreen({ spaces, products }: Pick<Settings, 'spaces' | 'products'>): Map<string, Use[]> {
  const found = new Map<string, Use[]>();
  for (const role of roles) {
    const overrides = Object.values(products).map((product) => product[role]);
    for (const override of [undefined, ...overrides]) {
      const space = spaceOf(spaces[role], override);
      const { enabled, project, issueType } = space;
      if (!enabled || project?.id === undefined || issueType?.id === undefined) continue;
      const key = `${project.id}/${issueType.id}`;
      found.set(key, [...(found.get(key) ?? []), { role, space }]);
    }
  }
  return found;
}
