import type { ForgeHost } from '../forge/host';
import type { Manifest } from '../forge/manifest';
import type { Clock, JiraSite } from '../types';
import type { FrameTokens } from './app/frame-token';
import type { IssuePanels } from './issue-panels';

/** A person who can use the site. */
export interface SiteUser {
  readonly accountId: string;
  readonly displayName: string;
  /** Holds Administer Jira. */
  readonly admin: boolean;
}

/** The Jira site as the pages need it: its REST API, and two things that REST has no call for. */
export interface SiteDoor extends JiraSite {
  /** Everybody who can sign in, the site's administrator first. */
  people(): readonly SiteUser[];
  /** Ids of the panels that an administrator shows on all issues of a project. */
  pinnedPanels(projectId: string): readonly string[];
}

/** What every page works on. */
export interface PagesContext {
  readonly site: SiteDoor;
  readonly host: ForgeHost;
  readonly manifest: Manifest;
  /** The folder of the app, where its manifest and its built pages lie. */
  readonly appDir: string;
  readonly clock: Clock;
  readonly tokens: FrameTokens;
  readonly panels: IssuePanels;
  /** Origin of the site's own pages. */
  origin(): string;
  /** Origin of the app's pages, a different site to the browser. */
  appOrigin(): string;
}
