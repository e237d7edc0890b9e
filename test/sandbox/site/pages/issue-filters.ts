import { severities } from '../../../../src/contract/finding';
import { markup, type Html } from '../html/html';
import { path } from '../jira-as';
import type { NamedView, StatusView } from '../jira-views';
import type { IssueQuery } from './issue-query';
import type { OpenPage } from './open-page';

/** The filters above the list, and the JQL they mean, ready to be edited. */
export async function issueFilters(
  open: OpenPage,
  query: IssueQuery,
  jql: string,
  at: string,
): Promise<Html> {
  const { statuses, types } = await choices(open, query.project);
  const spaces = open.projects.map((project) => project.key);
  return markup`<div class="filters">
    <form action="${at}" data-submit-on-change>
      <input name="text" type="search" value="${query.text}" placeholder="Search summaries" aria-label="Search summaries" />
      ${at === '/issues' ? select('project', 'Space', spaces, query.project) : ''}
      ${select('type', 'Type', types, query.type)} ${select('status', 'Status', statuses, query.status)}
      ${select('severity', 'Severity', severities, query.severity)}
      <button class="button">Search</button>
      ${isFiltered(query, at) ? markup`<a class="button quiet" href="${at}">Clear</a>` : ''}
    </form>
    <form action="${at}" class="jql">
      <label for="jql">JQL</label>
      <input id="jql" name="jql" value="${jql}" spellcheck="false" autocomplete="off" />
      <button class="button">Run</button>
    </form>
  </div>`;
}

function select(name: string, label: string, values: readonly string[], chosen: string | undefined): Html {
  return markup`<select name="${name}" aria-label="${label}" ${chosen === undefined ? '' : markup`data-chosen`}>
    <option value="">${label}</option>
    ${values.map((value) => markup`<option ${value === chosen ? markup`selected` : ''}>${value}</option>`)}
  </select>`;
}

function isFiltered(query: IssueQuery, at: string): boolean {
  const { project, ...rest } = query;
  return Object.keys(rest).length > 0 || (at === '/issues' && project !== undefined);
}

interface TypeWithStatuses extends NamedView {
  readonly statuses: readonly StatusView[];
}

async function choices(
  open: OpenPage,
  project: string | undefined,
): Promise<{ statuses: string[]; types: string[] }> {
  const keys = project === undefined ? open.projects.map((one) => one.key) : [project];
  const found = await Promise.all(
    keys.map((key) => open.jira.get<readonly TypeWithStatuses[]>(path`/rest/api/3/project/${key}/statuses`)),
  );
  const types = found.flatMap((reply) => (reply.ok ? reply.body : []));
  return {
    types: unique(types.map((type) => type.name)),
    statuses: unique(types.flatMap((type) => type.statuses.map((status) => status.name))),
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
