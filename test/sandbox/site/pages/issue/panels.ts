import type { AnyModule } from '../../../forge/manifest';
import { markup, type Content, type Html } from '../../html/html';
import { icon } from '../../html/icons';
import { menu } from '../../html/parts';
import type { JiraAs } from '../../jira-as';
import type { IssueView } from '../../jira-views';
import type { PagesContext } from '../../pages-context';
import type { Session } from '../../session';
import { appFrame } from '../app-frame';
import { isDisplayed, type DisplayConditions } from './display-conditions';
import { issueExtension } from './issue-extension';

/** A panel of the app and where it stands on one issue. */
export interface PanelOnIssue {
  readonly module: PanelModule;
  /** It is on the issue: somebody added it, or it is shown on all issues of the space. */
  readonly shown: boolean;
  /** An administrator shows it on all issues of the space. */
  readonly pinned: boolean;
}

export interface PanelModule extends AnyModule {
  readonly title: string;
  readonly resource: string;
  readonly displayConditions?: DisplayConditions;
}

/** The app's panels that this issue may have; those whose display conditions say no are left out, menu included. */
export async function panelsOf(
  context: PagesContext,
  { locale }: Session,
  jira: JiraAs,
  issue: IssueView,
): Promise<readonly PanelOnIssue[]> {
  const { modules: known } = context.manifestIn(locale);
  const modules = (known['jira:issuePanel'] ?? []) as readonly PanelModule[];
  const pins = context.site.world.state.projects.get(issue.fields.project.id)?.pinnedPanels ?? [];
  const panels: PanelOnIssue[] = [];
  for (const module of modules) {
    if (!(await isDisplayed(module.displayConditions, jira, issue))) continue;
    const pinned = pins.includes(panelId(context, module.key));
    const added = context.panels.has(issue.id, module.key);
    panels.push({ module, pinned, shown: added || (pinned && !context.panels.hidden(issue.id, module.key)) });
  }
  return panels;
}

/** The id under which Jira knows a panel of the app. */
export function panelId({ host }: PagesContext, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${host.identity.appId}/${host.identity.environmentId}/static/${moduleKey}`;
}

/** The panels that are on the issue, each in a frame of the app's origin. */
export function panelSections(
  context: PagesContext,
  session: Session,
  issue: IssueView,
  panels: readonly PanelOnIssue[],
): Content {
  return panels.filter((panel) => panel.shown).map((panel) => panelSection(context, session, issue, panel));
}

function panelSection(
  context: PagesContext,
  session: Session,
  issue: IssueView,
  { module, pinned }: PanelOnIssue,
): Html {
  const action = `/browse/${issue.key}/panel`;
  const forAll = pinned
    ? ['unpin', 'Hide from all issues of the space']
    : ['pin', 'Show for all issues of the space'];
  const choices = markup`<form method="post" action="${action}">
    <input type="hidden" name="module" value="${module.key}" />
    <button name="do" value="remove">Remove from this issue</button>
    ${session.user.admin ? markup`<button name="do" value="${forAll[0]}">${forAll[1]}</button>` : ''}
  </form>`;
  const frame = appFrame(context, session, {
    moduleType: 'jira:issuePanel',
    moduleKey: module.key,
    src: `/uikit/${module.resource}/index.html`,
    title: module.title,
    extension: { ...issueExtension(context, issue, 'jira:issuePanel'), isNewToIssue: false },
    fit: 'content',
  });
  return markup`<section class="app-panel" data-panel="${module.key}">
    <header><h2>${icon('shield')} ${module.title}</h2>${menu(markup`${icon('more')}<span class="visually-hidden">Panel options</span>`, choices, 'end icon-menu')}</header>
    ${frame}
  </section>`;
}
