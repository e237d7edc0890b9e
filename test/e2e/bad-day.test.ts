import type { Frame, Locator } from 'playwright-core';
import { installVirtualDate, virtualClock } from '../sandbox/clock';
import { eventually } from '../sandbox/eventually';
import { portalClient } from '../sandbox/start/portal-client';
import type { PortalAccess } from '../sandbox/start/state';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose, saveBy } from './support/controls';
import { findings, lookUp, sendFindings } from './support/findings';
import { inspect } from './support/inspect';
import { setUpSpaces } from './support/month';
import type { Sandbox } from './support/sandbox';
import { useStage } from './support/stage';

const appRole = 'atlassian-addons-project-access';
const day = 24 * 60 * 60_000;

let portal: PortalAccess;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
  await useDefaults(sandbox);
});

/** What a week without calls looks like: time is virtual until it is over. */
const clock = virtualClock(Date.now() - 8 * day);
const quiet = useStage(
  async (sandbox) => {
    const restoreDate = installVirtualDate(clock);
    try {
      const made = await callAsAdmin(sandbox, 'connections.create', {
        name: 'Nightly scan',
        method: 'signature',
      });
      await setUpSpaces(sandbox);
      const scanner = portalClient({ baseUrl: made.baseUrl, secret: secretOf(made) });
      await scanner.post('/v1/findings', JSON.stringify({ findings: [findings[0]] }));
      await sandbox.host.runUntilIdle({ maxVirtualMs: day / 24 });
      clock.advanceTo(clock.now() + 8 * day);
    } finally {
      restoreDate();
    }
  },
  undefined,
  clock,
);

it(
  'says that a deleted space is gone, whom it touches and how many wait, and goes on in another one',
  stage.play(async ({ sandbox, enter }) => {
    sandbox.site.deleteProject('WEB');
    await send('GONE-1');
    await heldFor('GONE-1');
    const { page, admin, problems } = await enter('admin');
    const app = await admin('overview');
    await app.getByText('The space Web shop is not there').waitFor();
    await app.getByText(/It touches every product that does not have a space of its own/).waitFor();
    await app.getByText(/1 finding waits\./).waitFor();
    expect(await inspect(page, 'bad-day-space-gone')).toEqual([]);

    await app.getByRole('button', { name: 'Choose another space: Product team space' }).click();
    const card = app.getByRole('region', { name: 'Product team space' });
    await hasFocus(app, card.getByRole('combobox', { name: 'Space', exact: true }));
    await choose(card, 'Space', 'Mobile app');
    await choose(card, 'Status when resolved', 'Done');
    expect(await inspect(page, 'bad-day-space-chosen')).toEqual([]);
    await saveBy(app.getByRole('button', { name: 'Save' }), page);
    expect(await issueOf('GONE-1')).toMatch(/^APP-/);
    const after = await admin('overview');
    await after.getByRole('region', { name: 'Held up' }).getByText('Nothing is held up.').waitFor();
    expect(await after.getByText('The space Web shop is not there').count()).toBe(0);
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'names a permission that was lost and leads to where it is given; findings go on by themselves then',
  stage.play(async ({ sandbox, enter }) => {
    sandbox.site.revoke('APP', 'CREATE_ISSUES', appRole);
    await send('LOST-1');
    await heldFor('LOST-1');
    const { page, admin } = await enter('admin');
    const app = await admin('activity');
    const card = app.getByRole('region', { name: 'Held up' });
    await card.getByText(/Jira does not allow it to the app\. Give the role atlassian-addons/).waitFor();
    await card.getByText(/1 finding waits/).waitFor();
    expect(await inspect(page, 'bad-day-permission')).toEqual([]);
    const opened = page.context().waitForEvent('page');
    await card.getByRole('button', { name: /^Open permissions/ }).click();
    expect((await opened).url()).toContain('/project-config/APP/permissions');

    sandbox.site.grant('APP', 'CREATE_ISSUES', appRole);
    await card.getByRole('button', { name: /^Retry/ }).click();
    await card.waitFor({ state: 'detached' });
    expect(await issueOf('LOST-1')).toMatch(/^APP-/);
  }),
  120_000,
);

it(
  'knows a renamed status by its new name: nothing is held up for it, and findings go there as before',
  stage.play(async ({ sandbox, enter }) => {
    sandbox.site.renameStatus('Closed', 'Finished');
    const { page, admin } = await enter('admin');
    const app = await admin('spaces');
    const security = app.getByRole('region', { name: 'Security team space' });
    await security.getByText('Finished').first().waitFor();
    expect(await security.getByText('Closed', { exact: true }).count()).toBe(0);
    expect(await inspect(page, 'bad-day-status-renamed')).toEqual([]);
    const { problems } = await callAsAdmin(sandbox, 'health.get', { now: true });
    expect(problems).toEqual([]);
    await send('LOST-1', { status: 'resolved' });
    const [found] = await lookUp(portal, ['LOST-1']);
    expect(found?.issues.security?.status).toBe('Finished');
  }),
  120_000,
);

it(
  'says that a portal still has the secret that was revoked, on its card and in the test, each with what to do',
  stage.play(async ({ sandbox, enter }) => {
    const { connections } = await callAsAdmin(sandbox, 'connections.list', {});
    const { key = '', name = '' } = connections[0] ?? {};
    const renewed = await callAsAdmin(sandbox, 'connections.revoke', { connection: key });
    await expect(portalClient(portal).get('/v1/ping')).rejects.toThrow('401');
    const { page, admin } = await enter('admin');
    const app = await admin('connections');
    const card = app.getByRole('region', { name });
    await card.getByText(/^401 ·/).waitFor();
    await card.getByText(/^Give the portal the secret that holds now/).waitFor();
    expect(await inspect(page, 'bad-day-revoked')).toEqual([]);
    await card.getByRole('button', { name: `Test ${name}` }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByText(/give the portal the secret that holds now/).waitFor();
    expect(await dialog.innerText()).not.toMatch(/\d{4}-\d\d-\d\dT/);
    expect(await inspect(page, 'bad-day-revoked-test')).toEqual([]);

    portal = { ...portal, secret: secretOf(renewed) };
    await portalClient(portal).get('/v1/ping');
    await dialog.getByRole('button', { name: 'Test again' }).click();
    await dialog
      .getByText(/Others came through since\.|Everything that was checked works\./)
      .first()
      .waitFor();
  }),
  120_000,
);

it(
  'says that findings wait for Jira’s hourly budget, and for a paused connection, how many, and that nothing is to be mended',
  stage.play(async ({ sandbox, enter }) => {
    const { connections } = await callAsAdmin(sandbox, 'connections.list', {});
    const { key = '', name = '' } = connections[0] ?? {};
    sandbox.site.setOption('rateLimits', { pointsPerHour: 1 });
    await post('QUOTA', 12);
    const { page, admin } = await enter('admin');
    const app = await admin('activity');
    const waiting = app.getByRole('region', { name: 'Waiting' });
    await waiting.getByText(/hourly budget|limits the rate/).waitFor();
    await waiting.getByText('12 findings are on their way into Jira.').waitFor();
    expect(await inspect(page, 'bad-day-quota')).toEqual([]);

    await callAsAdmin(sandbox, 'connections.setPaused', { connection: key, paused: true });
    const overview = await admin('overview');
    const held = overview.getByRole('region', { name: 'Held up' });
    await held.getByText(`${name} is paused: its findings are accepted and wait. 12 do now.`).waitFor();
    expect(await inspect(page, 'bad-day-paused')).toEqual([]);
    sandbox.site.setOption('rateLimits', {});
    await held.getByRole('button', { name: `Resume: ${name}` }).click();
    await held.getByText(/is paused/).waitFor({ state: 'detached' });
  }),
  120_000,
);

it(
  'lets two admins mend the same space at once: the slower one sees what the other saved, and keeps their own',
  stage.play(async ({ enter }) => {
    const [first, second] = [await enter('admin'), await enter('admin')];
    const [one, other] = [await first.admin('spaces'), await second.admin('spaces')];
    const [mine, theirs] = [one, other].map((app) =>
      app.getByRole('region', { name: 'Security team space' }),
    );
    if (!mine || !theirs) throw new Error('There is no card.');
    await choose(theirs, 'Status when rejected', 'Rejected');
    await choose(mine, 'Status when resolved', 'Fixed');
    await saveBy(one.getByRole('button', { name: 'Save' }), first.page);
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Someone saved this page while you were editing.').waitFor();
    expect(await inspect(second.page, 'bad-day-two-admins')).toEqual([]);
    await other.getByRole('button', { name: 'See their changes' }).click();
    await saveBy(other.getByRole('dialog').getByRole('button', { name: 'Save mine on top' }), second.page);
    await theirs.getByText('Fixed').first().waitFor();
    await theirs.getByText('Rejected').first().waitFor();
  }),
  120_000,
);

it(
  'says that a portal has been silent for a week, and leads to its card, which says what to do',
  quiet.play(async ({ enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('overview');
    await app.getByRole('region', { name: 'Connections' }).getByText('No call for 8 days.').waitFor();
    expect(await inspect(page, 'bad-day-silent')).toEqual([]);
    await app.getByRole('button', { name: 'What to do: Nightly scan' }).click();
    const card = app.getByRole('region', { name: 'Nightly scan' });
    await card.getByText(/^No call for 8 days\. Look in the portal or pipeline/).waitFor();
    await hasFocus(app, card.getByRole('button', { name: /^Test/ }));
    expect(await inspect(page, 'bad-day-silent-card')).toEqual([]);
  }),
  120_000,
);

function secretOf(made: object): string {
  if ('secret' in made && typeof made.secret === 'string') return made.secret;
  throw new Error('There is no secret.');
}

/** Takes the products' own spaces away, so that all go where the team spaces say. */
async function useDefaults(sandbox: Sandbox): Promise<void> {
  const { versions } = await callAsAdmin(sandbox, 'settings.get', {});
  await callAsAdmin(sandbox, 'settings.save', { section: 'products', version: versions.products, value: {} });
  await eventually('nothing is held up', async () =>
    (await callAsAdmin(sandbox, 'activity.list', {})).held.length === 0 ? true : undefined,
  );
}

async function send(id: string, over: object = {}): Promise<void> {
  await sendFindings(portal, [{ ...findings[0], id, ...over }]);
}

async function post(prefix: string, count: number): Promise<void> {
  const many = Array.from({ length: count }, (_, at) => ({ ...findings[1], id: `${prefix}-${String(at)}` }));
  await portalClient(portal).post('/v1/findings', JSON.stringify({ findings: many }));
}

async function heldFor(id: string): Promise<void> {
  await eventually(`${id} is held`, async () =>
    (await lookUp(portal, [id]))[0]?.state === 'held' ? true : undefined,
  );
}

async function issueOf(id: string): Promise<string | undefined> {
  return eventually(`${id} has its issue`, async () => {
    const [found] = await lookUp(portal, [id]);
    return found?.state === 'synced' ? (found.issues.product?.key ?? '') : undefined;
  });
}

/** The place that a link leads to has the focus. */
function hasFocus(app: Frame, target: Locator): Promise<void> {
  return target.and(app.locator(':focus')).waitFor();
}
