import { withCookie, type Answer } from './http/answer';
import type { Exchange } from './http/exchange';
import type { PagesContext } from './pages-context';
import { peopleOf, type SiteUser } from './people';

const USER_COOKIE = 'sandbox-user';
const MODE_COOKIE = 'sandbox-color-mode';
const NOTE_COOKIE = 'sandbox-note';

/** Light or dark; `auto` follows the browser. */
export type ColorMode = 'light' | 'dark';

/** A line that is shown once, after a form was handled. */
export interface Note {
  readonly kind: 'success' | 'error';
  readonly text: string;
}

/** Who looks, and how. */
export interface Session {
  readonly user: SiteUser;
  /** Language of the apps' pages, for example `de-DE`: what the browser prefers. Jira's own words stay English here. */
  readonly locale: string;
  readonly colorMode: ColorMode;
  readonly note: Note | undefined;
}

/** The session of a request. Without a cookie the site's first person, its administrator, is signed in. */
export function sessionOf(context: PagesContext, exchange: Exchange): Session {
  const people = peopleOf(context.site);
  const wanted = exchange.cookies.get(USER_COOKIE);
  const user = people.find((person) => person.accountId === wanted) ?? people[0];
  if (!user) throw new Error('The site has no people to sign in as.');
  const colorMode = exchange.cookies.get(MODE_COOKIE) === 'dark' ? 'dark' : 'light';
  const locale = localeOf(exchange.headers['accept-language']);
  return { user, colorMode, locale, note: noteOf(exchange.cookies.get(NOTE_COOKIE)) };
}

function localeOf(accepted = ''): string {
  return /^[a-z]{2,3}-[A-Z]{2}/.exec(accepted)?.[0] ?? 'en-US';
}

/** Signs in as that account from the next request on. */
export function signIn(answer: Answer, accountId: string): Answer {
  return withCookie(answer, USER_COOKIE, accountId);
}

/** Shows the pages light or dark from the next request on. */
export function setColorMode(answer: Answer, mode: ColorMode): Answer {
  return withCookie(answer, MODE_COOKIE, mode, 31_536_000);
}

/** Leaves a note for the page that comes next. */
export function leaveNote(answer: Answer, note: Note): Answer {
  return withCookie(answer, NOTE_COOKIE, JSON.stringify(note).slice(0, 2_000), 30);
}

/** Takes the note away once a page has shown it. */
export function noteShown(answer: Answer, { note }: Session): Answer {
  return noteTaken(answer, note);
}

/** The answer without the note for the page after it. */
export function noteTaken(answer: Answer, note: Note | undefined): Answer {
  return note ? withCookie(answer, NOTE_COOKIE, '', 0) : answer;
}

/** The note in a cookie, if there is one to show. */
export function noteOf(cookie: string | undefined): Note | undefined {
  if (cookie === undefined || cookie === '') return undefined;
  try {
    const note = JSON.parse(cookie) as Partial<Note>;
    return typeof note.text === 'string'
      ? { kind: note.kind === 'error' ? 'error' : 'success', text: note.text }
      : undefined;
  } catch {
    // A note that was cut at its limit is not worth an error page.
    return undefined;
  }
}
