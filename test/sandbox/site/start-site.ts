import { readManifest, type Manifest } from '../forge/manifest';
import type { ForgeHost } from '../forge/host';
import type { JiraStandIn } from '../jira';
import type { Clock } from '../types';
import { appHandler } from './app/app-server';
import { createFrameTokens } from './app/frame-token';
import { createDashboard, type Gadget } from './dashboard';
import { markup } from './html/html';
import { page, type Answer } from './http/answer';
import { withKept } from './http/kept';
import type { Handler } from './http/routes';
import { startServer } from './http/server';
import { createIssuePanels, type SavedPanels } from './issue-panels';
import { gadgetModules } from './pages/dashboard-page';
import type { PagesContext } from './pages-context';
import { siteHandler } from './site-routes';

export interface SiteSetup {
  readonly site: JiraStandIn;
  readonly host: ForgeHost;
  readonly clock: Clock;
  /** The folder of the app, where its manifest and its built pages lie. */
  readonly appDir: string;
  /** Port of the site's pages; a free one where it is left out. The app's pages always get a free one. */
  readonly port?: number;
  /** Panels that people added, from `saved()` of an earlier run. */
  readonly panels?: SavedPanels;
  /** Gadgets on the dashboard, from `gadgets()` of an earlier run; left out: each that the app has. */
  readonly gadgets?: readonly Gadget[];
}

export interface RunningSite {
  /** Where the site's pages, its REST API and the web triggers are. */
  readonly origin: string;
  /** Where the app's own pages are: another origin, and another site to a browser. */
  readonly appOrigin: string;
  /** What the site remembers beyond Jira: the panels that people added to issues. */
  saved(): SavedPanels;
  /** The gadgets on the dashboard with what they are set to. */
  gadgets(): readonly Gadget[];
  /** From now on nobody is answered before this is done; pages that only show something do not wait. */
  beforeAnswers(done: () => Promise<void>): void;
  close(): Promise<void>;
}

/** Starts the site people click through. From then on the host's web triggers and Jira's own links lead to it. */
export async function startSite({
  site,
  host,
  clock,
  appDir,
  port = 0,
  panels,
  gadgets,
}: SiteSetup): Promise<RunningSite> {
  let origin = '';
  let appOrigin = '';
  let before = (): Promise<void> => Promise.resolve();
  const manifest = readManifest(appDir);
  const context: PagesContext = {
    site,
    host,
    clock,
    appDir,
    manifest,
    manifestIn: manifestsOf(appDir),
    tokens: createFrameTokens(),
    panels: createIssuePanels(panels),
    dashboard: createDashboard(gadgets ?? oneOfEach(manifest)),
    origin: () => origin,
    appOrigin: () => appOrigin,
  };
  // localhost and 127.0.0.1 are different sites to a browser, as Jira and the app's pages are.
  const handle = withKept(siteHandler(context));
  const kept: Handler = async (exchange) => {
    const answer = await handle(exchange);
    if (exchange.method !== 'GET' && exchange.method !== 'HEAD') await before();
    return answer;
  };
  const pages = await startServer(kept, { port, host: 'localhost', onFailure });
  origin = pages.origin;
  const app = await startServer(withKept(appHandler(context)), { host: '127.0.0.1', onFailure });
  appOrigin = app.origin;
  host.publicOrigin = origin;
  site.setOption('baseUrl', origin);
  return {
    origin,
    appOrigin,
    saved: () => context.panels.saved(),
    gadgets: () => context.dashboard.gadgets(),
    beforeAnswers(done) {
      before = done;
    },
    close: async () => {
      await Promise.all([pages.close(), app.close()]);
    },
  };
}

/** Each language is read once. */
function manifestsOf(appDir: string): (locale: string) => Manifest {
  const read = new Map<string, Manifest>();
  return (locale) => {
    const known = read.get(locale) ?? readManifest(appDir, locale);
    read.set(locale, known);
    return known;
  };
}

function oneOfEach(manifest: Manifest): readonly Gadget[] {
  return gadgetModules({ manifest }).map(({ key }, index) => ({
    id: String(10_001 + index),
    moduleKey: key,
  }));
}

/** A fault of the sandbox itself: shown in full, because whoever sees it works on it. */
function onFailure(error: unknown): Answer {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return page(
    markup`<html lang="en"><head><title>The sandbox failed</title></head><body><h1>The sandbox failed</h1><pre>${text}</pre></body></html>`,
    500,
  );
}
