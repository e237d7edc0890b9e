import type { AnyModule } from '../../forge/manifest';
import type { Gadget } from '../dashboard';
import { markup, type Content, type Html } from '../html/html';
import { icon } from '../html/icons';
import { menu } from '../html/parts';
import { redirect, type Answer } from '../http/answer';
import { formOf, type Exchange } from '../http/exchange';
import type { PagesContext } from '../pages-context';
import { leaveNote } from '../session';
import { appFrame } from './app-frame';
import { closePage, openPage, type OpenPage } from './open-page';

interface GadgetModule extends AnyModule {
  readonly title: string;
  readonly description: string;
  readonly resource: string;
  readonly edit?: { readonly resource: string };
}

/** Where the site's dashboard is. */
export function dashboardPath({ dashboard }: PagesContext): string {
  return `/jira/dashboards/${dashboard.id}`;
}

/** The dashboard with its gadgets; `?edit=` names one whose edit view is open. */
export async function dashboardPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  const at = dashboardPath(context);
  const offered = gadgetModules({ manifest: context.manifestIn(open.session.locale) });
  const edited = exchange.url.searchParams.get('edit');
  const gadgets = context.dashboard.gadgets().flatMap((gadget) => {
    const module = offered.find(({ key }) => key === gadget.moduleKey);
    return module ? [gadgetSection(open, gadget, module, gadget.id === edited)] : [];
  });
  const content = markup`<div class="page wide dashboard">
    <header class="page-head"><h1>Default dashboard</h1>${addMenu(context, offered)}</header>
    <div class="gadgets">${gadgets.length === 0 ? markup`<p class="none">There is no gadget yet. Add one.</p>` : gadgets}</div>
  </div>`;
  return closePage(open, {
    title: 'Default dashboard',
    at,
    content,
    scripts: ['frame-host', 'gadget-refresh'],
  });
}

/** Adds a gadget, with its edit view open, or takes one off. */
export function dashboardForm(context: PagesContext, exchange: Exchange): Answer {
  const form = formOf(exchange);
  const { dashboard } = context;
  const path = dashboardPath(context);
  if (form.has('remove')) {
    dashboard.remove(form.get('remove') ?? '');
    return redirect(path);
  }
  const moduleKey = form.get('add') ?? '';
  const module = gadgetModules(context).find(({ key }) => key === moduleKey);
  if (!module)
    return leaveNote(redirect(path), { kind: 'error', text: `The app has no gadget '${moduleKey}'.` });
  dashboard.add(moduleKey);
  return redirect(module.edit ? `${path}?edit=${dashboard.gadgets().at(-1)?.id ?? ''}` : path);
}

/** The gadgets of the app. */
export function gadgetModules({ manifest }: Pick<PagesContext, 'manifest'>): readonly GadgetModule[] {
  return (manifest.modules['jira:dashboardGadget'] ?? []) as readonly GadgetModule[];
}

function addMenu(context: PagesContext, offered: readonly GadgetModule[]): Html {
  const choices = offered.map(
    ({ key, title, description }) =>
      markup`<button name="add" value="${key}">${icon('shield')}<span>${title}<small>${description}</small></span></button>`,
  );
  const form: Content = markup`<form method="post" action="${dashboardPath(context)}">${choices}</form>`;
  return menu(markup`<span>Add gadget</span>`, form, 'button-menu end');
}

function gadgetSection(open: OpenPage, gadget: Gadget, module: GadgetModule, isEdited: boolean): Html {
  const { context, session } = open;
  const path = dashboardPath(context);
  const entryPoint = isEdited && module.edit ? 'edit' : 'view';
  const resource = isEdited ? (module.edit?.resource ?? module.resource) : module.resource;
  const refresh = gadget.configuration?.['refresh'];
  const choices = markup`<button type="button" data-refresh-gadget>Refresh</button>
    ${module.edit ? markup`<a href="${path}?edit=${gadget.id}">Configure</a>` : ''}
    <form method="post" action="${path}"><button name="remove" value="${gadget.id}">Remove</button></form>`;
  const frame = appFrame(context, session, {
    moduleType: 'jira:dashboardGadget',
    moduleKey: module.key,
    src: `/uikit/${resource}/index.html`,
    title: module.title,
    extension: {
      type: 'jira:dashboardGadget',
      dashboard: { id: context.dashboard.id },
      gadget: { id: gadget.id },
      gadgetConfiguration: gadget.configuration ?? {},
      entryPoint,
      location: context.origin() + path,
    },
    fit: 'content',
  });
  const minutes = typeof refresh === 'number' && entryPoint === 'view' ? String(refresh) : '';
  return markup`<section class="app-panel gadget" data-gadget="${gadget.id}" data-refresh-minutes="${minutes}">
    <header><h2>${icon('shield')} ${module.title}</h2>${menu(markup`${icon('more')}<span class="visually-hidden">Gadget options</span>`, choices, 'end icon-menu')}</header>
    ${frame}
  </section>`;
}
