import { JiraError, readJira } from '../../shared/jira/request';
import { isObject } from '../../shared/is-object';

/** A project as a choice of a drop-down. */
export interface ProjectChoice {
  readonly label: string;
  readonly value: string;
}

const mostShown = 50;

/** Projects that the person may browse, by a part of name or key; all of them, up to 50, where nothing is typed. */
export async function findProjects(typed: string): Promise<readonly ProjectChoice[]> {
  const query = typed.trim() === '' ? '' : `&query=${encodeURIComponent(typed.trim())}`;
  const path = `/rest/api/3/project/search?maxResults=${String(mostShown)}&orderBy=name${query}`;
  const answer = await readJira(path);
  const values = isObject(answer) && Array.isArray(answer['values']) ? answer['values'] : [];
  return values.flatMap(choiceOf);
}

/** One project by its id; undefined where the person may not browse it. */
export async function projectById(id: string): Promise<ProjectChoice | undefined> {
  try {
    return choiceOf(await readJira(`/rest/api/3/project/${encodeURIComponent(id)}`))[0];
  } catch (error) {
    // Hidden or gone: the person chooses another.
    if (error instanceof JiraError && error.status === 404) return undefined;
    throw error;
  }
}

function choiceOf(project: unknown): ProjectChoice[] {
  if (!isObject(project)) return [];
  const { id, key, name } = project;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof key !== 'string') return [];
  return [{ value: id, label: `${name} (${key})` }];
}
