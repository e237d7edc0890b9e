import { markup, type Html } from '../html/html';
import { layout, type Frame, type PageParts } from '../html/layout';
import { page, type Answer } from '../http/answer';
import type { Exchange } from '../http/exchange';
import { jiraAs, type JiraAs } from '../jira-as';
import type { ProjectView } from '../jira-views';
import type { PagesContext } from '../pages-context';
import { noteShown, sessionOf } from '../session';
import { icon, type IconName } from '../html/icons';

/** A page being made: who looks at it, and Jira as that person sees it. */
export interface OpenPage extends Frame {
  readonly exchange: Exchange;
  readonly jira: JiraAs;
}

/** Begins a page: the session and the spaces that the person may see. */
export async function openPage(context: PagesContext, exchange: Exchange): Promise<OpenPage> {
  const session = sessionOf(context, exchange);
  const jira = jiraAs(context.site, session.user.accountId);
  const found = await jira.get<{ values?: readonly ProjectView[] }>(
    '/rest/api/3/project/search?maxResults=50&orderBy=key',
  );
  return { context, session, exchange, jira, projects: found.ok ? (found.body.values ?? []) : [] };
}

/** Ends a page with its frame; a note left by the last form is shown and taken away. */
export function closePage(open: OpenPage, parts: PageParts, status = 200): Answer {
  return noteShown(page(layout(open, parts), status), open.session);
}

/** A page that only says why there is nothing to see. */
export function messagePage(
  open: OpenPage,
  message: { title: string; text: string; status: number; drawn?: IconName; at?: string },
): Answer {
  return closePage(
    open,
    { title: message.title, at: message.at ?? '', content: messageContent(message) },
    message.status,
  );
}

/** The middle of such a page. */
export function messageContent({
  title,
  text,
  drawn = 'search',
}: {
  title: string;
  text: string;
  drawn?: IconName;
}): Html {
  return markup`<section class="message">${icon(drawn)}<h1>${title}</h1><p>${text}</p><p><a href="/issues">Go to all issues</a></p></section>`;
}
