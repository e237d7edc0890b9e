import type { AnyModule } from '../../forge/manifest';
import { markup, type Content, type Html } from '../html/html';
import { icon } from '../html/icons';
import { appIcon, entry } from '../html/layout';
import { redirect, type Answer } from '../http/answer';
import type { Exchange } from '../http/exchange';
import type { PagesContext } from '../pages-context';
import type { Session } from '../session';
import { appFrame } from './app-frame';
import { closePage, messagePage, openPage, type OpenPage } from './open-page';

interface AdminModule extends AnyModule {
  readonly title: string;
  readonly resource: string;
  readonly icon?: string;
  readonly useAsConfig?: boolean;
  readonly useAsGetStarted?: boolean;
  readonly pages?: readonly Subpage[];
  readonly sections?: readonly { readonly header?: string; readonly pages: readonly Subpage[] }[];
}

interface Subpage {
  readonly title: string;
  readonly route: string;
  readonly icon?: string;
}

/** The installed apps, for administrators only. */
export async function appsPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  if (!open.session.user.admin) return noPermission(open);
  const module = adminModule(context, open.session);
  const content = markup`<div class="page"><header class="page-head"><h1>Apps</h1></header>
    <p>Apps that are installed on this site.</p>
    ${module ? markup`<a class="card" href="${settingsBase(context)}">${appIcon(context, module.icon)}<span><strong>${module.title}</strong><small>Installed, development</small></span></a>` : markup`<p class="none">None has a page here.</p>`}
  </div>`;
  return closePage(open, {
    title: 'Apps',
    at: '/jira/settings/apps',
    sidebar: settingsSidebar(context, open.session, '/jira/settings/apps'),
    content,
  });
}

/** The app's page in Jira's settings; the part of the address behind the app belongs to the app. */
export async function appSettingsPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  if (!open.session.user.admin) return noPermission(open);
  const module = adminModule(context, open.session);
  const base = settingsBase(context);
  const { appId, envId } = exchange.params;
  if (!module || appId !== context.host.identity.appId || envId !== context.host.identity.environmentId)
    return noSuchApp(open);
  const [first] = subpages(module);
  const path = exchange.url.pathname;
  if (path === base && first) return redirect(`${base}/${first.route}`);
  const frame = appFrame(context, open.session, {
    moduleType: 'jira:adminPage',
    moduleKey: module.key,
    src: `/${module.resource}/index.html`,
    title: module.title,
    extension: { type: 'jira:adminPage', location: context.origin() + exchange.target },
    fit: 'page',
    routes: base,
  });
  return closePage(open, {
    title: module.title,
    at: path,
    sidebar: settingsSidebar(context, open.session, path),
    content: frame,
    scripts: ['frame-host'],
  });
}

/** The path under which the app's settings lie. */
export function settingsBase({ host }: PagesContext): string {
  return `/jira/settings/apps/${host.identity.appId}/${host.identity.environmentId}`;
}

function adminModule(context: PagesContext, { locale }: Session): AdminModule | undefined {
  const manifest = context.manifestIn(locale);
  const modules = (manifest.modules['jira:adminPage'] ?? []) as readonly AdminModule[];
  return modules.find((module) => module.useAsConfig !== true && module.useAsGetStarted !== true);
}

function subpages({ pages, sections }: AdminModule): readonly Subpage[] {
  return pages ?? (sections ?? []).flatMap((section) => section.pages);
}

/** Jira's settings sidebar: its own entry, then what the app's `pages` or `sections` add. */
function settingsSidebar(context: PagesContext, session: Session, at: string): Html {
  const module = adminModule(context, session);
  return markup`<a class="entry back" href="/issues">${icon('back')}<span>Jira settings</span></a>
    ${entry('/jira/settings/apps', 'Manage apps', 'apps', at)} ${module ? appEntries(context, module, at) : ''}`;
}

function appEntries(context: PagesContext, module: AdminModule, at: string): Content {
  const base = settingsBase(context);
  const entries = (pages: readonly Subpage[]): Content =>
    pages.map(
      (page) =>
        markup`<span data-app-route>${entry(`${base}/${page.route}`, page.title, appIcon(context, page.icon), at)}</span>`,
    );
  if (module.sections)
    return module.sections.map(
      ({ header, pages }) => markup`${header ? markup`<h2>${header}</h2>` : ''}${entries(pages)}`,
    );
  return module.pages ? entries(module.pages) : entry(base, module.title, appIcon(context, module.icon), at);
}

function noPermission(open: OpenPage): Answer {
  const text =
    'You need to be a Jira administrator to view this page. Ask one to let you in, or use the site as the Site admin.';
  return messagePage(open, {
    title: "You don't have permission to view this page",
    text,
    status: 403,
    drawn: 'lock',
    at: '/jira/settings/apps',
  });
}

function noSuchApp(open: OpenPage): Answer {
  const text = 'No installed app has a page at this address.';
  return messagePage(open, { title: "We couldn't find this app", text, status: 404, drawn: 'apps' });
}
