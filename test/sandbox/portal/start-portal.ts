/** The security portal of the sandbox: a small web server of its own beside Jira. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxClock } from '../clock';
import { type EgressHandler, loopback } from '../forge/egress';
import { asset, themeCss } from '../site/assets';
import { markup } from '../site/html/html';
import { type Answer, page, redirect, text } from '../site/http/answer';
import { type Exchange, formOf } from '../site/http/exchange';
import { isForeign } from '../site/http/is-foreign';
import { dispatch, type Handler, route, type Route } from '../site/http/routes';
import { startServer } from '../site/http/server';
import { noteOf, noteTaken, setColorMode } from '../site/session';
import { portalOrigin } from './address';
import { slowMs } from './behaviour';
import { findingPage } from './finding-page';
import * as forms from './forms';
import { frame, type Look } from './frame';
import { homePage } from './home-page';
import { receive } from './receive';
import { newPortalState, type PortalState } from './store';

export interface RunningPortal {
  /** Where its pages are. */
  readonly origin: string;
  readonly state: PortalState;
  /** From now on nobody is answered before this is done; pages that only show something do not wait. */
  beforeAnswers(done: () => Promise<void>): void;
  close(): Promise<void>;
}

export interface PortalSetup {
  readonly clock: SandboxClock;
  readonly appDir: string;
  /** Where Jira is. */
  readonly jira: () => string;
  readonly port?: number;
  readonly saved?: PortalState;
}

type PortalForm = (state: PortalState, exchange: Exchange, now: number) => Promise<Answer>;

/** Starts the portal: with what it knew when it was saved, or with nothing. */
export async function startPortal({
  clock,
  appDir,
  jira,
  port = 0,
  saved,
}: PortalSetup): Promise<RunningPortal> {
  const state = saved ?? newPortalState();
  let before = (): Promise<void> => Promise.resolve();
  const look = ({ cookies }: Exchange): Look => ({
    colorMode: cookies.get('sandbox-color-mode') === 'dark' ? 'dark' : 'light',
    note: noteOf(cookies.get('sandbox-note')),
    jira: jira(),
  });
  const shown = (exchange: Exchange, title: string, content: ReturnType<typeof homePage>): Answer =>
    noteTaken(page(frame(look(exchange), title, content)), look(exchange).note);
  const does = (notation: string, act: PortalForm): Route =>
    route(notation, (exchange) => act(state, exchange, clock.now()));
  const home = () => '/';
  const own = dispatch(
    [
      route('GET /', (exchange) => shown(exchange, 'Findings', homePage(state))),
      route('GET /findings/:id', (exchange) => {
        const finding = state.findings.find(({ id }) => id === exchange.params['id']);
        return finding ? shown(exchange, finding.id, findingPage(finding)) : nowhere();
      }),
      does('POST /behaviour', forms.form(forms.setBehaviour, home)),
      does('POST /connect', forms.form(forms.connect, home)),
      does('POST /findings', forms.form(forms.createFinding, home)),
      does('POST /findings/:id', forms.form(forms.editFinding, forms.itsPage)),
      does('POST /findings/:id/delete', forms.form(forms.removeFinding, home)),
      does('POST /findings/:id/comments', forms.form(forms.writeComment, forms.itsPage)),
      does('POST /findings/:id/comments/:comment', forms.form(forms.changeComment, forms.itsPage)),
      route('POST /color-mode', colorMode),
      route('POST /hooks/jira', async (exchange) => {
        const answer = receive(state, exchange, clock.now());
        if (state.behaviour === 'slow') await clock.sleep(slowMs);
        return answer;
      }),
      route('GET /assets/:name', (exchange) => portalAsset(appDir, exchange)),
    ],
    nowhere,
  );
  const handle: Handler = async (exchange) => {
    if (isForeign(exchange, '/hooks/')) return text('Forms of other sites are not accepted.', 403);
    const answer = await own(exchange);
    if (exchange.method === 'POST') await before();
    return answer;
  };
  const server = await startServer(handle, { port, host: 'localhost', onFailure });
  return {
    origin: server.origin,
    state,
    beforeAnswers(done) {
      before = done;
    },
    close: () => server.close(),
  };
}

/** The network as the app sees it: the portal is where its name says, unless it is down. */
export function networkOf(portal: () => RunningPortal): EgressHandler {
  return async (url, init) => {
    if (url.origin !== portalOrigin) return loopback(url, init);
    const { origin, state } = portal();
    if (state.behaviour === 'down')
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      });
    return loopback(new URL(url.pathname + url.search, origin), init);
  };
}

function colorMode(exchange: Exchange): Answer {
  const mode = formOf(exchange).get('mode') === 'dark' ? 'dark' : 'light';
  return setColorMode(redirect('/'), mode);
}

const styles = ['site/assets/base.css', 'portal/portal.css'];

function portalAsset(appDir: string, { params }: Exchange): Answer {
  const read = (path: string): string => readFileSync(join(appDir, 'test/sandbox', path), 'utf8');
  switch (params['name']) {
    case 'theme.css':
      return asset('text/css', themeCss(appDir));
    case 'portal.css':
      return asset('text/css', styles.map(read).join('\n'));
    case 'icon.svg':
      return asset('image/svg+xml', read('site/assets/icon.svg'));
    default:
      return nowhere();
  }
}

function nowhere(): Answer {
  return text('There is no page at this address.', 404);
}

function onFailure(error: unknown): Answer {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return page(
    markup`<html lang="en"><head><title>The portal failed</title></head><body><pre>${words}</pre></body></html>`,
    500,
  );
}
