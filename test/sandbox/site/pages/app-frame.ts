import { markup, type Html } from '../html/html';
import type { PagesContext } from '../pages-context';
import type { Session } from '../session';

/** A frame that shows a page of the app. */
export interface AppFrame {
  readonly moduleType: string;
  readonly moduleKey: string;
  /** Path on the app's origin. */
  readonly src: string;
  readonly title: string;
  readonly extension: Readonly<Record<string, unknown>>;
  /** `content`: as high as what it shows; `page`: fills the page and scrolls inside. */
  readonly fit: 'content' | 'page';
  /** Path of the site under which the app keeps its own routes. */
  readonly routes?: string;
}

/** The element for a page of the app; `client/frame-host.ts` answers what the page asks over the bridge. */
export function appFrame(context: PagesContext, session: Session, frame: AppFrame): Html {
  return markup`<iframe
    class="app-frame"
    data-fit="${frame.fit}"
    data-frame="${frameConfig(context, session, frame)}"
    data-src="${context.appOrigin()}${frame.src}"
    title="${frame.title}"
    allow="clipboard-write"
  ></iframe>`;
}

/** A button that opens a page of the app in a dialog of the site. `size`: as Jira names them. */
export function dialogButton(
  context: PagesContext,
  session: Session,
  frame: Omit<AppFrame, 'fit'>,
  size: string,
): Html {
  return markup`<button
    type="button"
    data-app-dialog="${size}"
    data-frame="${frameConfig(context, session, frame)}"
    data-src="${context.appOrigin()}${frame.src}"
  >${frame.title}</button>`;
}

/** What the page's script needs to answer the bridge of a frame, as JSON. */
function frameConfig(context: PagesContext, session: Session, frame: Omit<AppFrame, 'fit'>): string {
  const { moduleType, moduleKey, extension, routes } = frame;
  const token = context.tokens.sign({ moduleType, moduleKey, extension });
  return JSON.stringify({
    token,
    appOrigin: context.appOrigin(),
    routes,
    context: contextOf(context, session, frame),
  });
}

/** What `view.getContext()` answers. `license` is absent: the app is free. */
function contextOf(
  context: PagesContext,
  session: Session,
  { moduleKey, extension }: Omit<AppFrame, 'fit'>,
): object {
  const { appId, environmentId, cloudId } = context.host.identity;
  return {
    accountId: session.user.accountId,
    cloudId,
    extension,
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`,
    locale: session.locale,
    moduleKey,
    siteUrl: context.origin(),
    timezone: 'Etc/UTC',
    environmentId,
    environmentType: 'DEVELOPMENT',
  };
}
