import { view } from '@forge/bridge';

/** Where the page is open, and for whom. */
export interface Place {
  /** Id of the project. */
  readonly project: string;
  readonly locale: string;
  readonly siteUrl: string;
}

/** @throws where the page is not open in a project. */
export async function readPlace(): Promise<Place> {
  const { extension, locale, siteUrl } = await view.getContext();
  const project = new Map(Object.entries(extension)).get('project') as { id?: unknown } | undefined;
  if (typeof project?.id !== 'string') throw new Error('The page is not open in a space.');
  return { project: project.id, locale, siteUrl };
}
