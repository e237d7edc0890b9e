import type { AnyModule } from '../forge/manifest';
import type { PagesContext } from './pages-context';

export interface ProjectPageModule extends AnyModule {
  readonly title: string;
  readonly resource: string;
  readonly icon?: string;
}

/** The app's page in spaces; undefined where it has none. */
export function projectPageModule({
  manifest,
}: Pick<PagesContext, 'manifest'>): ProjectPageModule | undefined {
  const modules = (manifest.modules['jira:projectPage'] ?? []) as readonly ProjectPageModule[];
  return modules[0];
}

/** Where that page is in a space. */
export function projectPagePath({ host }: PagesContext, key: string): string {
  const { appId, environmentId } = host.identity;
  return `/jira/software/projects/${key}/apps/${appId}/${environmentId}`;
}
