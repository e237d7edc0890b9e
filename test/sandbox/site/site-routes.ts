import { bridgeEgress } from './actions/egress';
import { bridgeInvoke, bridgeProduct } from './actions/bridge';
import {
  changeComment,
  commentIssue,
  deleteIssue,
  editIssue,
  issueForm,
  transitionIssue,
  type IssueForm,
} from './actions/issue-forms';
import { moveIssue } from './actions/move-issue';
import { panelForm } from './actions/panel-form';
import { switchColorMode, switchUser } from './actions/session-forms';
import { bridgeSubmit } from './actions/submit';
import { siteAsset } from './assets';
import { clientScript } from './client-scripts';
import { redirect, text, type Answer } from './http/answer';
import type { Exchange } from './http/exchange';
import { isForeign } from './http/is-foreign';
import { dispatch, route, type Handler, type Route } from './http/routes';
import { actionPage, automationPage, runActionPage } from './pages/automation-page';
import { dashboardForm, dashboardPage, dashboardPath } from './pages/dashboard-page';
import { issueListPage } from './pages/issue-list';
import { issuePage } from './pages/issue/issue-page';
import { messagePage, openPage } from './pages/open-page';
import { projectAppPage } from './pages/project-app-page';
import { journalSince, runNow, sandboxPage } from './pages/sandbox-page';
import { appSettingsPage, appsPage } from './pages/settings-page';
import { callHook, callRest } from './public-doors';
import type { PagesContext } from './pages-context';

type PageHandler = (context: PagesContext, exchange: Exchange) => Promise<Answer> | Answer;

/** Every address of the site, pages first, then what others call: web triggers and Jira's REST API. */
export function siteHandler(context: PagesContext): Handler {
  const at = (notation: string, handle: PageHandler): Route =>
    route(notation, (exchange) => handle(context, exchange));
  const form = (notation: string, handle: (request: IssueForm) => Promise<Answer>): Route =>
    at(notation, (_context, exchange) => handle(issueForm(context, exchange)));
  const own = dispatch(
    [
      at('GET /', () => redirect('/issues')),
      at('GET /issues', issueListPage),
      at('GET /issues/', issueListPage),
      at('GET /projects/:key', issueListPage),
      at('GET /jira/software/projects/:key/apps/:appId/:envId', projectAppPage),
      at('GET /jira/dashboards', () => redirect(dashboardPath(context))),
      at('GET /jira/dashboards/:id', dashboardPage),
      at('POST /jira/dashboards/:id', dashboardForm),
      at('GET /browse/:key', issuePage),
      form('POST /browse/:key/transition', transitionIssue),
      form('POST /browse/:key/comment', commentIssue),
      at('POST /browse/:key/comment/:comment', (_context, exchange) =>
        changeComment(issueForm(context, exchange), exchange.params['comment'] ?? ''),
      ),
      form('POST /browse/:key/edit', editIssue),
      form('POST /browse/:key/move', moveIssue),
      form('POST /browse/:key/delete', deleteIssue),
      form('POST /browse/:key/panel', panelForm),
      at('GET /jira/settings', () => redirect('/jira/settings/apps')),
      at('GET /jira/settings/apps', appsPage),
      at('GET /jira/settings/apps/:appId/:envId/*', appSettingsPage),
      at('GET /jira/settings/apps/:appId/:envId', appSettingsPage),
      at('GET /automation', automationPage),
      at('GET /automation/:key', actionPage),
      at('POST /automation/:key', runActionPage),
      at('GET /sandbox', sandboxPage),
      at('GET /sandbox/journal', journalSince),
      at('POST /sandbox/run', runNow),
      at('POST /sandbox/user', switchUser),
      at('POST /sandbox/color-mode', switchColorMode),
      at('POST /sandbox/bridge/invoke', bridgeInvoke),
      at('POST /sandbox/bridge/product', bridgeProduct),
      at('POST /sandbox/bridge/submit', bridgeSubmit),
      at('POST /sandbox/bridge/egress', bridgeEgress),
      at('GET /assets/:name', siteAsset),
      at('GET /client/:name', clientScript),
    ],
    (exchange) => notFound(context, exchange),
  );
  const doors = dispatch([at('ANY /public/*', callHook), at('ANY /rest/*', callRest)], own);
  return (exchange) =>
    isForeign(exchange, '/public/') ? text('Forms of other sites are not accepted.', 403) : doors(exchange);
}

async function notFound(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  return messagePage(open, {
    title: 'Oops, you found a dead link',
    text: 'There is no page at this address.',
    status: 404,
  });
}
