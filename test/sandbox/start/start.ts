/** `npm start`: the app, its platform and a Jira site on this machine. */
import { join } from 'node:path';
import { buildIfStale } from '../build';
import { realClock } from '../clock';
import { createForgeHost, type ForgeHost } from '../forge/host';
import { readManifest } from '../forge/manifest';
import { createJiraSite, type JiraStandIn } from '../jira';
import { seedSite } from '../jira/seed';
import { propertyIndexOf } from '../property-index';
import { type RunningSite, startSite } from '../site/start-site';
import { doMainJob } from './main-job';
import { readOptions, type StartOptions } from './options';
import { signedCommand } from './portal-client';
import { reportOf } from './report';
import { keepState } from './keep-state';
import { dropState, loadState, type PortalAccess, type SavedState } from './state';

const appDir = join(__dirname, '../../..');

interface Sandbox {
  readonly site: JiraStandIn;
  readonly host: ForgeHost;
  readonly running: RunningSite;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), join(appDir, '.sandbox'));
  for (const built of buildIfStale(appDir)) console.log(`Built the page ${built}.`);
  if (options.once) process.exitCode = await runOnce(options);
  else await serve(options);
}

async function open(options: StartOptions, saved: SavedState | undefined): Promise<Sandbox> {
  const manifest = readManifest(appDir);
  const propertyIndex = propertyIndexOf(manifest);
  const site = createJiraSite({
    clock: realClock,
    seed: seedSite,
    options: { propertyIndex },
    ...(saved ? { snapshot: saved.site } : {}),
  });
  const host = createForgeHost({
    manifest,
    jira: site,
    clock: realClock,
    ...(saved ? { snapshot: saved.host } : {}),
  });
  const port = options.port > 0 ? options.port : (saved?.port ?? 0);
  const running = await startSite({
    site,
    host,
    clock: realClock,
    appDir,
    port,
    ...(saved ? { panels: saved.panels } : {}),
  });
  host.start();
  return { site, host, running };
}

async function runOnce(options: StartOptions): Promise<number> {
  const { host, running } = await open(options, undefined);
  try {
    const result = await doMainJob(host, running.origin, appDir);
    console.log(reportOf(result));
    return result.problems.length === 0 ? 0 : 1;
  } finally {
    host.stop();
    await running.close();
  }
}

async function serve(options: StartOptions): Promise<void> {
  const { folder } = options;
  if (options.fresh || options.empty) dropState(folder);
  const saved = loadState(folder);
  const sandbox = await open(options, saved);
  const portal = saved || options.empty ? saved?.portal : await seed(sandbox);
  keep(sandbox, folder, portal);
  console.log(addresses(sandbox, portal));
}

async function seed({ host, running }: Sandbox): Promise<PortalAccess> {
  const result = await doMainJob(host, running.origin, appDir);
  console.log(reportOf(result), '\n');
  return result.portal;
}

function addresses({ host, running: { origin } }: Sandbox, portal: PortalAccess | undefined): string {
  const { appId, environmentId } = host.identity;
  return [
    `Jira            ${origin}/issues`,
    `Admin page      ${origin}/jira/settings/apps/${appId}/${environmentId}/overview`,
    `What happens    ${origin}/sandbox`,
    ...(portal ? ownFinding(portal) : []),
    '',
    'Stop with Ctrl+C; the next start goes on where this one ended. Begin anew with: npm start -- --fresh',
  ].join('\n');
}

function ownFinding(portal: PortalAccess): string[] {
  return [
    `Portal base URL ${portal.baseUrl}`,
    '',
    'Send a finding of your own; paste this into another terminal:',
    '',
    signedCommand(portal),
  ];
}

/** From now on what anybody is answered is on disk. */
function keep({ site, host, running }: Sandbox, folder: string, portal: PortalAccess | undefined): void {
  const port = Number(new URL(running.origin).port);
  const keeper = keepState(folder, () => ({
    port,
    site: site.saved(),
    host: host.snapshot(),
    panels: running.saved(),
    ...(portal ? { portal } : {}),
  }));
  running.beforeAnswers(() => keeper.keep());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      host.stop();
      void keeper.keep().then(() => process.exit(0));
    });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
