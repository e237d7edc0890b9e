import { markup, type Content, type Html } from '../html/html';
import { icon } from '../html/icons';
import { issueType, moment, person, priority, statusLozenge } from '../html/parts';
import { redirect, type Answer } from '../http/answer';
import type { Exchange } from '../http/exchange';
import { path, type Reply } from '../jira-as';
import type { BriefIssue } from '../jira-views';
import type { PagesContext } from '../pages-context';
import { issueFilters } from './issue-filters';
import { addressOf, jqlOf, queryOf, type IssueQuery } from './issue-query';
import { closePage, messagePage, openPage, type OpenPage } from './open-page';

interface SearchAnswer {
  readonly issues: readonly BriefIssue[];
  readonly nextPageToken?: string;
}

const PAGE_SIZE = 50;
const FIELDS = 'summary,status,issuetype,priority,assignee,updated';

/** The list of issues that a search finds: of all spaces, or of the one in the address. */
export async function issueListPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  const key = exchange.params['key'];
  const project = open.projects.find((one) => one.key === key);
  if (key !== undefined && !project) return noSuchSpace(open);
  const query = queryOf(exchange.url.searchParams, project?.key);
  const direct = await directHit(open, query.text);
  if (direct !== undefined) return redirect(`/browse/${direct}`);
  const jql = jqlOf(
    query,
    open.projects.map((one) => one.key),
  );
  const found = await search(open, jql);
  const title = project ? project.name : 'All issues';
  const at = project ? `/projects/${project.key}` : '/issues';
  const content = markup`<div class="page wide">
    <header class="page-head">${project ? markup`<p class="crumbs">Spaces / ${project.key}</p>` : ''}<h1>${title}</h1></header>
    ${await issueFilters(open, query, jql, at)} ${results(found, query, exchange, at)}
  </div>`;
  return closePage(open, { title, at, content }, found.ok ? 200 : 400);
}

async function search(open: OpenPage, jql: string): Promise<Reply<SearchAnswer>> {
  const token = open.exchange.url.searchParams.get('token') ?? '';
  const search = path`/rest/api/3/search/jql?jql=${jql}&fields=${FIELDS}&maxResults=${PAGE_SIZE}`;
  return open.jira.get<SearchAnswer>(token === '' ? search : search + path`&nextPageToken=${token}`);
}

/** Text that is the key of an issue leads straight to it, as in Jira. */
async function directHit(open: OpenPage, text: string | undefined): Promise<string | undefined> {
  if (text === undefined || !/^[a-z][a-z0-9_]+-\d+$/i.test(text)) return undefined;
  const found = await open.jira.get<BriefIssue>(path`/rest/api/3/issue/${text}?fields=summary`);
  return found.ok ? found.body.key : undefined;
}

function results(found: Reply<SearchAnswer>, query: IssueQuery, exchange: Exchange, at: string): Content {
  if (!found.ok) return markup`<p class="banner" data-type="error" role="alert">${found.problem}</p>`;
  const number = Number(exchange.url.searchParams.get('page') ?? '1');
  const { issues, nextPageToken } = found.body;
  if (issues.length === 0) return emptyList(number);
  return markup`${table(issues)} ${pager(query, number, nextPageToken, at)}`;
}

function table(issues: readonly BriefIssue[]): Html {
  return markup`<div class="table-box"><table class="issues">
    <thead><tr><th>Type</th><th>Key</th><th>Summary</th><th>Status</th><th>Priority</th><th>Assignee</th><th>Updated</th></tr></thead>
    <tbody>${issues.map(row)}</tbody>
  </table></div>`;
}

function row({ key, fields }: BriefIssue): Html {
  return markup`<tr>
    <td>${issueType(fields.issuetype)}</td>
    <td class="key"><a href="/browse/${key}">${key}</a></td>
    <td class="summary"><a href="/browse/${key}">${fields.summary}</a></td>
    <td>${statusLozenge(fields.status)}</td>
    <td>${priority(fields.priority)}</td>
    <td>${person(fields.assignee)}</td>
    <td class="time">${fields.updated === undefined ? '' : moment(fields.updated)}</td>
  </tr>`;
}

function pager(query: IssueQuery, number: number, next: string | undefined, at: string): Content {
  if (number === 1 && next === undefined) return '';
  const { project: _inPath, ...kept } = query;
  const base = at === '/issues' ? query : kept;
  const following = next === undefined ? '' : at + addressOf(base, { token: next, page: String(number + 1) });
  return markup`<nav class="pager" aria-label="Pages of the list">
    ${number > 1 ? markup`<a class="button" href="${at}${addressOf(base)}">First page</a>` : ''}
    <span>Page ${number}</span>
    ${following === '' ? '' : markup`<a class="button" href="${following}">Next page</a>`}
  </nav>`;
}

function emptyList(number: number): Html {
  const text =
    number > 1 ? 'There are no more issues.' : 'No issue fits. Take a filter away, or change the JQL.';
  return markup`<section class="message small">${icon('search')}<h2>Nothing here</h2><p>${text}</p></section>`;
}

function noSuchSpace(open: OpenPage): Answer {
  const text = 'The space does not exist, or you do not have permission to see it.';
  return messagePage(open, { title: "We couldn't find this space", text, status: 404, drawn: 'lock' });
}
