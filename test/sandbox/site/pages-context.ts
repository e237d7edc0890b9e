import type { ForgeHost } from '../forge/host';
import type { Manifest } from '../forge/manifest';
import type { JiraStandIn } from '../jira';
import type { Clock } from '../types';
import type { FrameTokens } from './app/frame-token';
import type { Dashboard } from './dashboard';
import type { IssuePanels } from './issue-panels';

/** What every page works on. */
export interface PagesContext {
  readonly site: JiraStandIn;
  readonly host: ForgeHost;
  readonly manifest: Manifest;
  /** The manifest with its titles in that language, where it is translated. */
  manifestIn(locale: string): Manifest;
  /** The folder of the app, where its manifest and its built pages lie. */
  readonly appDir: string;
  readonly clock: Clock;
  readonly tokens: FrameTokens;
  readonly panels: IssuePanels;
  readonly dashboard: Dashboard;
  /** Origin of the site's own pages. */
  origin(): string;
  /** Origin of the app's pages, a different site to the browser. */
  appOrigin(): string;
}
