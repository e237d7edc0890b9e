/** What the list is narrowed to: drop-downs and search text, or JQL that someone wrote. */
export interface IssueQuery {
  readonly project?: string;
  readonly status?: string;
  readonly type?: string;
  readonly severity?: string;
  readonly text?: string;
  readonly jql?: string;
}

const FILTERS = ['project', 'status', 'type', 'severity', 'text', 'jql'] as const;

/** The query of an address; empty values are no filter. */
export function queryOf(params: URLSearchParams, project?: string): IssueQuery {
  const query: Record<string, string> = {};
  for (const name of FILTERS) {
    const value = params.get(name)?.trim();
    if (value) query[name] = value;
  }
  return project === undefined ? query : { ...query, project };
}

/**
 * The JQL that the filters mean. Jira refuses a search without any restriction, so without filters it names the
 * spaces that the person can see.
 */
export function jqlOf(query: IssueQuery, projects: readonly string[]): string {
  if (query.jql !== undefined) return query.jql;
  const clauses = [
    query.project === undefined ? inProjects(projects) : `project = ${value(query.project)}`,
    query.status === undefined ? '' : `status = ${value(query.status)}`,
    query.type === undefined ? '' : `issuetype = ${value(query.type)}`,
    query.severity === undefined ? '' : `findingSeverity = ${value(query.severity)}`,
    query.text === undefined ? '' : `summary ~ ${value(query.text)}`,
  ];
  return `${clauses.filter((clause) => clause !== '').join(' AND ')} ORDER BY created DESC`;
}

/** The same filters as the query part of an address, with some of them changed. */
export function addressOf(query: IssueQuery, changes: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams();
  for (const [name, text] of Object.entries({ ...query, ...changes })) {
    if (typeof text === 'string' && text !== '') params.set(name, text);
  }
  return `?${params.toString()}`;
}

function inProjects(projects: readonly string[]): string {
  return `project in (${projects.map(value).join(', ')})`;
}

function value(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
