import type { AnyModule } from '../../../forge/manifest';
import type { Content } from '../../html/html';
import type { JiraAs } from '../../jira-as';
import type { IssueView } from '../../jira-views';
import type { PagesContext } from '../../pages-context';
import type { Session } from '../../session';
import { dialogButton } from '../app-frame';
import { isDisplayed, type DisplayConditions } from './display-conditions';
import { issueExtension } from './issue-extension';

const TYPE = 'jira:issueAction';

interface ActionModule extends AnyModule {
  readonly title: string;
  readonly resource: string;
  readonly viewportSize?: string;
  readonly displayConditions?: DisplayConditions;
}

/** The app's entries of the issue's menu of further actions, as far as their display conditions hold. Each opens a dialog. */
export async function appActions(
  context: PagesContext,
  session: Session,
  jira: JiraAs,
  issue: IssueView,
): Promise<readonly Content[]> {
  const entries: Content[] = [];
  for (const module of (context.manifestIn(session.locale).modules[TYPE] ?? []) as readonly ActionModule[]) {
    if (!(await isDisplayed(module.displayConditions, jira, issue))) continue;
    const frame = {
      moduleType: TYPE,
      moduleKey: module.key,
      src: `/uikit/${module.resource}/index.html`,
      title: module.title,
      extension: issueExtension(context, issue, TYPE),
    };
    entries.push(dialogButton(context, session, frame, module.viewportSize ?? 'medium'));
  }
  return entries;
}
