import type { ProjectView } from '../jira-views';
import { resourceOf } from '../app/resources';
import { keptOfSite } from '../assets';
import { keptAt } from '../http/kept';
import type { PagesContext } from '../pages-context';
import { peopleOf } from '../people';
import { projectPageModule, projectPagePath } from '../project-pages';
import type { Session } from '../session';
import { markup, type Content, type Html } from './html';
import { icon, type IconName } from './icons';
import { avatar, menu } from './parts';

/** What a page hands to the frame around it. */
export interface PageParts {
  readonly title: string;
  readonly content: Content;
  /** The path of the entry of the sidebar that is lit. */
  readonly at: string;
  /** Entries of the left side; Jira's own by default. */
  readonly sidebar?: Content;
  /** Names of the page's own scripts in `client/`. */
  readonly scripts?: readonly string[];
}

/** Everything the frame around a page needs to know. */
export interface Frame {
  readonly context: PagesContext;
  readonly session: Session;
  readonly projects: readonly ProjectView[];
}

/** A whole page: top bar, sidebar, content. */
export function layout(frame: Frame, parts: PageParts): Html {
  const { session } = frame;
  const kept = (path: string): string => keptOfSite(path, frame.context.appDir);
  const theme = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
  return markup`<html lang="en" data-color-mode="${session.colorMode}" data-theme="${theme}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${parts.title} - Jira</title>
      <link rel="icon" href="${kept('/assets/icon.svg')}" type="image/svg+xml" />
      <link rel="stylesheet" href="${kept('/assets/theme.css')}" />
      <link rel="stylesheet" href="${kept('/assets/site.css')}" />
      ${['page', ...(parts.scripts ?? [])].map((name) => markup`<script type="module" src="${kept(`/client/${name}`)}"></script>`)}
    </head>
    <body>
      <a class="skip" href="#content">Skip to content</a>
      ${topBar(frame)}
      <nav class="sidebar" aria-label="Sidebar">${parts.sidebar ?? mainEntries(frame, parts.at)}</nav>
      <main id="content" tabindex="-1">${parts.content}</main>
      <div id="flags" aria-live="polite">${noteFlag(session)}</div>
    </body>
  </html>`;
}

/** One entry of a sidebar; `drawn`: the name of a drawing of the site's, or a picture. */
export function entry(href: string, label: string, drawn: IconName | Html, at: string): Html {
  const current = href === at ? markup`aria-current="page"` : '';
  const picture = typeof drawn === 'string' ? icon(drawn) : drawn;
  return markup`<a class="entry" href="${href}" ${current}>${picture}<span>${label}</span></a>`;
}

/** A picture that an app brings along, as its manifest names it: `resource:<key>;<path>`; else a shield. */
export function appIcon({ appDir, appOrigin, manifest }: PagesContext, named: string | undefined): Html {
  const [, key = '', path = ''] = /^resource:([\w-]+);(.+)$/.exec(named ?? '') ?? [];
  const resource = resourceOf(manifest, key);
  if (!resource) return icon('shield');
  const src = appOrigin() + keptAt(`/${key}/${path}`, appDir, [resource.path]);
  return markup`<img class="icon" src="${src}" alt="" width="16" height="16" />`;
}

function mainEntries(frame: Frame, at: string): Html {
  const { projects } = frame;
  return markup`${entry('/issues', 'All issues', 'issues', at)} ${entry('/jira/dashboards/10000', 'Dashboard', 'activity', at)}
    ${projects.length === 0 ? '' : markup`<h2>Spaces</h2>`}
    ${projects.map(
      (project) =>
        markup`${entry(`/projects/${project.key}`, project.name, 'project', at)} ${appEntry(frame, project, at)}`,
    )}
    <div class="sidebar-end">
      ${entry('/automation', 'Automation', 'activity', at)}
      ${entry('/jira/settings/apps', 'Jira settings', 'settings', at)}
      ${entry('/sandbox', 'What the app does', 'activity', at)}
    </div>`;
}

/** The app's page in a space, below the space that is open. */
function appEntry({ context, session }: Frame, { key }: ProjectView, at: string): Content {
  const module = projectPageModule({ manifest: context.manifestIn(session.locale) });
  const path = projectPagePath(context, key);
  if (!module || (at !== path && at !== `/projects/${key}`)) return '';
  return markup`<div class="app-entry">${entry(path, module.title, appIcon(context, module.icon), at)}</div>`;
}

function topBar({ context, session }: Frame): Html {
  const dark = session.colorMode === 'dark';
  return markup`<header class="top-bar">
    <a class="brand" aria-label="Jira sandbox" href="/issues">${icon('shield')}<span>Jira sandbox</span></a>
    <form class="search" action="/issues" role="search">
      ${icon('search')}<input name="text" type="search" placeholder="Search issues" aria-label="Search issues" />
    </form>
    <form method="post" action="/sandbox/color-mode">
      <button class="icon-button" name="mode" value="${dark ? 'light' : 'dark'}" title="${dark ? 'Light mode' : 'Dark mode'}">
        ${icon(dark ? 'sun' : 'moon')}<span class="visually-hidden">${dark ? 'Use light mode' : 'Use dark mode'}</span>
      </button>
    </form>
    <a class="icon-button" href="/jira/settings/apps" title="Settings">${icon('settings')}<span class="visually-hidden">Jira settings</span></a>
    ${menu(markup`${avatar(session.user.displayName)}<span>${session.user.displayName}</span>${icon('chevron')}`, userChoices(context, session), 'users end')}
  </header>`;
}

function userChoices(context: PagesContext, session: Session): Html {
  const choices = peopleOf(context.site).map((user) => {
    const chosen = user.accountId === session.user.accountId;
    return markup`<button name="account" value="${user.accountId}" ${chosen ? markup`aria-current="true"` : ''}>
      ${avatar(user.displayName)}<span>${user.displayName}${user.admin ? markup`<small>Administers Jira</small>` : ''}</span>
    </button>`;
  });
  return markup`<form method="post" action="/sandbox/user"><p>Use the site as</p>${choices}</form>`;
}

function noteFlag({ note }: Session): Html | '' {
  if (!note) return '';
  return markup`<div class="flag" data-type="${note.kind}" role="${note.kind === 'error' ? 'alert' : 'status'}">
    <strong>${note.text}</strong><button class="icon-button" data-dismiss aria-label="Dismiss">×</button>
  </div>`;
}
