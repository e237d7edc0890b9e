/** The whole product on this machine: the app on its host, Jira, and the site people click through. */
import { join } from 'node:path';
import { realClock, type SandboxClock } from '../../sandbox/clock';
import type { EgressHandler } from '../../sandbox/forge/egress';
import { createForgeHost, type ForgeHost } from '../../sandbox/forge/host';
import { readManifest } from '../../sandbox/forge/manifest';
import { createJiraSite, type JiraStandIn } from '../../sandbox/jira';
import { seedSite } from '../../sandbox/jira/seed';
import { propertyIndexOf } from '../../sandbox/property-index';
import { startSite } from '../../sandbox/site/start-site';

/** The folder of the app. */
export const appDir = join(__dirname, '../../..');

export interface Sandbox {
  readonly host: ForgeHost;
  /** The Jira site, with the hands of its admin. */
  readonly site: JiraStandIn;
  /** Where Jira is. */
  readonly origin: string;
  /** Where the pages of the app are. */
  readonly appOrigin: string;
  /** Address of a page of the app in Jira's settings. */
  adminUrl(route: string): string;
  close(): Promise<void>;
}

/**
 * Starts a sandbox of its own on free ports; nothing is set up in it. With the real clock, work is done in the
 * background; with a virtual one when the host is told to. `network` stands for the hosts outside.
 */
export async function openSandbox(
  clock: SandboxClock = realClock,
  network?: EgressHandler,
): Promise<Sandbox> {
  const manifest = readManifest(appDir);
  const site = createJiraSite({
    clock,
    seed: seedSite,
    options: { propertyIndex: propertyIndexOf(manifest) },
  });
  const host = createForgeHost({
    manifest,
    jira: site,
    clock,
    ...(network === undefined ? {} : { egress: network }),
  });
  const web = await startSite({ site, host, clock, appDir });
  if (!clock.virtual) host.start();
  const { appId, environmentId } = host.identity;
  return {
    host,
    site,
    origin: web.origin,
    appOrigin: web.appOrigin,
    adminUrl: (route) => `${web.origin}/jira/settings/apps/${appId}/${environmentId}/${route}`,
    async close() {
      host.stop();
      await web.close();
    },
  };
}
