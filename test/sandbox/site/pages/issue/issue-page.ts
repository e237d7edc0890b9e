import { adfOf, renderAdf } from '../../html/adf';
import { markup, type Content, type Html } from '../../html/html';
import { icon } from '../../html/icons';
import { issueLine, issueType } from '../../html/parts';
import { redirect, type Answer } from '../../http/answer';
import type { Exchange } from '../../http/exchange';
import type { LinkView } from '../../jira-views';
import type { PagesContext } from '../../pages-context';
import { closePage, messagePage, openPage } from '../open-page';
import { activitySection } from './activity';
import { appActions } from './app-actions';
import { appsMenu, issueActions, issueDialogs } from './issue-actions';
import { issueDetails } from './issue-details';
import { loadIssue, type LoadedIssue } from './load-issue';
import { panelSections, panelsOf } from './panels';
import { statusMenu } from './transitions';

/** One issue with everything on it. Who may not see it learns no more than that. */
export async function issuePage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  const key = exchange.params['key'] ?? '';
  const loaded = await loadIssue(open.jira, key);
  if (!loaded) return notFound(open);
  const { issue } = loaded;
  // A moved issue answers under its old key too; the address follows it.
  if (issue.key !== key) return redirect(`/browse/${issue.key}`);
  const panels = await panelsOf(context, open.session, open.jira, issue);
  const ofApp = await appActions(context, open.session, open.jira, issue);
  const content = markup`<div class="page issue" data-issue="${issue.key}">
    <header class="page-head">
      <p class="crumbs"><a href="/projects/${issue.fields.project.key}">${issue.fields.project.name}</a> / ${issueType(issue.fields.issuetype)} <span>${issue.key}</span></p>
      <div class="issue-actions">${appsMenu(issue, panels)} ${issueActions(loaded, ofApp)}</div>
    </header>
    ${loaded.problems.map((problem) => markup`<p class="banner" data-type="warning">${problem}</p>`)}
    <div class="issue-columns">
      <div class="issue-main">
        <h1>${issue.fields.summary}</h1>
        ${description(loaded)} ${links(issue.fields.issuelinks ?? [])} ${children(loaded)}
        ${panelSections(context, open.session, issue, panels)} ${activitySection(loaded)}
      </div>
      <aside class="issue-side">${statusMenu(loaded)} ${issueDetails(loaded)}</aside>
    </div>
    ${issueDialogs(loaded, open.projects)}
  </div>`;
  const at = `/projects/${issue.fields.project.key}`;
  return closePage(open, {
    title: `[${issue.key}] ${issue.fields.summary}`,
    at,
    content,
    scripts: ['frame-host'],
  });
}

function notFound(open: Awaited<ReturnType<typeof openPage>>): Answer {
  const text = 'The issue does not exist, or you do not have permission to see it.';
  return messagePage(open, { title: "We couldn't find this issue", text, status: 404, drawn: 'lock' });
}

function description({ issue }: LoadedIssue): Html {
  const text = issue.fields.description;
  return markup`<section><h2>Description</h2>${text ? renderAdf(text) : markup`<div class="none">${renderAdf(adfOf('No description'))}</div>`}</section>`;
}

function links(all: readonly LinkView[]): Content {
  if (all.length === 0) return '';
  const rows = all.map(({ type, inwardIssue, outwardIssue }) => {
    if (outwardIssue) return { says: type.outward, issue: outwardIssue };
    return { says: type.inward, issue: inwardIssue };
  });
  const kinds = [...new Set(rows.map((row) => row.says))];
  return markup`<section class="links"><h2>${icon('link')} Linked issues</h2>
    ${kinds.map((kind) => markup`<h3>${kind}</h3>${rows.filter((row) => row.says === kind).map((row) => row.issue && issueLine(row.issue))}`)}
  </section>`;
}

function children({ issue }: LoadedIssue): Content {
  const { parent, subtasks = [] } = issue.fields;
  return markup`${parent ? markup`<section class="links"><h2>Parent</h2>${issueLine(parent)}</section>` : ''}
  ${subtasks.length === 0 ? '' : markup`<section class="links"><h2>Sub-tasks</h2>${subtasks.map(issueLine)}</section>`}`;
}
