/** `npm start`: the app, its platform and a Jira site on this machine. */
import { join } from 'node:path';
import { buildIfStale } from '../build';
import { realClock } from '../clock';
import { createForgeHost, type ForgeHost } from '../forge/host';
import { readManifest } from '../forge/manifest';
import { createJiraSite, type JiraStandIn } from '../jira';
import { seedSite } from '../jira/seed';
import { propertyIndexOf } from '../property-index';
import { networkOf, type RunningPortal, startPortal } from '../portal/start-portal';
import { type RunningSite, startSite } from '../site/start-site';
import { connectPortal } from './connect-portal';
import { doMainJob } from './main-job';
import { showPanels } from './show-panels';
import { readOptions, type StartOptions } from './options';
import { signedCommand } from './portal-client';
import { doPortalRound } from './portal-round';
import { reportOf, roundReport } from './report';
import { keepState } from './keep-state';
import { dropState, loadState, type PortalAccess, type SavedState } from './state';

const appDir = join(__dirname, '../../..');

interface Sandbox {
  readonly site: JiraStandIn;
  readonly host: ForgeHost;
  readonly running: RunningSite;
  readonly portal: RunningPortal;
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
  const portal: RunningPortal = await startPortal({
    clock: realClock,
    appDir,
    jira: () => running.origin,
    ...(saved?.page ? { port: saved.page.port, saved: saved.page.state } : {}),
  });
  const host = createForgeHost({
    manifest,
    jira: site,
    clock: realClock,
    egress: networkOf(() => portal),
    ...(saved ? { snapshot: saved.host } : {}),
  });
  const port = options.port > 0 ? options.port : (saved?.port ?? 0);
  const running: RunningSite = await startSite({
    site,
    host,
    clock: realClock,
    appDir,
    port,
    ...(saved ? { panels: saved.panels } : {}),
    ...(saved?.gadgets ? { gadgets: saved.gadgets } : {}),
  });
  host.start();
  return { site, host, running, portal };
}

async function runOnce(options: StartOptions): Promise<number> {
  const { host, running, portal } = await open(options, undefined);
  try {
    const result = await doMainJob(host, running.origin, appDir);
    await showPanels(host, running.origin);
    console.log(reportOf(result), '\n');
    await connectPortal(host, portal, realClock.now());
    const round = await doPortalRound(portal, running.origin);
    console.log(roundReport(round));
    return result.problems.length + round.problems.length === 0 ? 0 : 1;
  } finally {
    host.stop();
    await Promise.all([running.close(), portal.close()]);
  }
}

async function serve(options: StartOptions): Promise<void> {
  const { folder } = options;
  if (options.fresh || options.empty) dropState(folder);
  const saved = loadState(folder);
  const sandbox = await open(options, saved);
  const access = saved || options.empty ? saved?.portal : await seed(sandbox);
  keep(sandbox, folder, access);
  console.log(addresses(sandbox, access));
}

async function seed({ host, running, portal }: Sandbox): Promise<PortalAccess> {
  const result = await doMainJob(host, running.origin, appDir);
  await showPanels(host, running.origin);
  console.log(reportOf(result), '\n');
  await connectPortal(host, portal, realClock.now());
  return result.portal;
}

function addresses({ host, running: { origin }, portal }: Sandbox, access: PortalAccess | undefined): string {
  const { appId, environmentId } = host.identity;
  return [
    `Jira            ${origin}/issues`,
    `Admin page      ${origin}/jira/settings/apps/${appId}/${environmentId}/overview`,
    `What happens    ${origin}/sandbox`,
    `Portal          ${portal.origin}/`,
    ...(access ? ownFinding(access) : nothingYet),
    '',
    'Stop with Ctrl+C; the next start goes on where this one ended.',
    'Begin anew with: npm start -- --fresh, or with nothing set up: npm start -- --empty',
  ].join('\n');
}

const nothingYet = [
  '',
  'Nothing is set up. Open the admin page: its overview leads through it, to a command that sends a first finding.',
];

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
function keep(
  { site, host, running, portal }: Sandbox,
  folder: string,
  access: PortalAccess | undefined,
): void {
  const port = Number(new URL(running.origin).port);
  const keeper = keepState(folder, () => ({
    port,
    site: site.saved(),
    host: host.snapshot(),
    panels: running.saved(),
    gadgets: running.gadgets(),
    ...(access ? { portal: access } : {}),
    page: { port: Number(new URL(portal.origin).port), state: portal.state },
  }));
  running.beforeAnswers(() => keeper.keep());
  portal.beforeAnswers(() => keeper.keep());
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
