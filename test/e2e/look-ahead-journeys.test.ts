import type { Frame, Locator } from 'playwright-core';
import { eventually } from '../sandbox/eventually';
import { fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { jiraClient } from '../sandbox/start/jira-client';
import type { PortalAccess } from '../sandbox/start/state';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { saveBy } from './support/controls';
import { findings, lookUp, sendFindings } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';
import type { Sandbox } from './support/sandbox';

let portal: PortalAccess;
/** The product issue of a rejected finding that somebody worked on, and one that nobody touched. */
let [touched, untouched] = ['', ''];
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
  await sendFindings(portal, toReject('verified'));
  [touched, untouched] = await productKeys(['DROP-1', 'DROP-2']);
  await jiraClient(sandbox.origin, PEOPLE.developer).moveTo(touched, 'In Progress');
  await sendFindings(portal, toReject('rejected'));
});

const title = 'Verbose error page shows the framework version';
const toReject = (status: string) =>
  ['DROP-1', 'DROP-2'].map((id) => ({ ...findings[1], id, title, status }));

async function productKeys(ids: string[]): Promise<[string, string]> {
  const keys = (await lookUp(portal, ids)).map(({ issues }) => issues.product?.key ?? 'none');
  return [keys[0] ?? 'none', keys[1] ?? 'none'];
}

const deletes = 'Delete the issues of rejected findings';
const previewName = 'What deleting would do now';

async function askForDeleting(app: Frame): Promise<Locator> {
  await app.getByRole('checkbox', { name: deletes }).click({ force: true });
  return app.getByRole('dialog', { name: 'Delete issues of rejected findings?' });
}

it(
  'shows in the question and on the page what deleting would delete, and then deletes just that',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('closing');
    const dialog = await askForDeleting(app);
    await dialog
      .getByText('No issue would be deleted now. 3 issues are not due yet. 1 issue is spared.')
      .waitFor();
    await dialog.getByRole('row', { name: new RegExp(`^${touched} .* people worked on it$`) }).waitFor();
    expect(await inspect(page, 'admin-deleting-question')).toEqual([]);
    await dialog.getByRole('button', { name: 'Switch deleting on' }).click();

    const preview = app.getByRole('region', { name: previewName });
    await app.getByLabel('Days of grace').fill('0');
    await preview.getByText('3 issues would be deleted. 1 issue is spared.').waitFor();
    await app.getByLabel('Most issues an hour').fill('1');
    await preview.getByText('With this many an hour, it takes about 3 hours.').waitFor();
    await app.getByLabel('Most issues an hour').fill('50');
    await app.getByLabel('Days of grace').fill('999');
    await preview.getByText('The preview appears once the days of grace are right.').waitFor();
    await app.getByLabel('Days of grace').fill('0');
    await preview.getByRole('row', { name: new RegExp(`^${untouched} .*Would be deleted`) }).waitFor();
    expect(await inspect(page, 'admin-deleting-preview')).toEqual([]);
    expect((await lookUp(portal, ['DROP-2']))[0]?.state).toBe('synced');

    await saveBy(app.getByRole('button', { name: 'Save' }), page);
    await sendFindings(portal, toReject('rejected'));
    const [spared, deleted] = await eventually('the issue is deleted', async () => {
      const found = await lookUp(portal, ['DROP-1', 'DROP-2']);
      return found[1]?.state === 'deleted' ? found : undefined;
    });
    expect(deleted?.issues).toEqual({});
    expect(Object.values(spared?.issues ?? {}).map(({ key }) => key)).toEqual([touched]);
    expect(problems).toEqual([]);
  }),
  90_000,
);

it(
  'says why the preview of deleting could not be made, and makes it when asked again',
  stage.play(async ({ sandbox, enter }) => {
    await switchDeleting(sandbox, true);
    sandbox.host.faults.add(fail(503, { path: /bulkfetch/, times: Infinity }));
    const { admin, page } = await enter('admin');
    const app = await admin('closing');
    const preview = app.getByRole('region', { name: previewName });
    await preview.getByText('The preview could not be made').waitFor();
    expect(await inspect(page, 'admin-deleting-failed')).toEqual([]);
    sandbox.host.faults.clear();
    await preview.getByRole('button', { name: 'Try again' }).click();
    await preview.getByText(/1 issue is spared/).waitFor();
    await switchDeleting(sandbox, false);
  }),
  60_000,
);

async function switchDeleting(sandbox: Sandbox, enabled: boolean): Promise<void> {
  const { document, versions } = await callAsAdmin(sandbox, 'settings.get', {});
  const value = { ...document.deleting, enabled };
  await callAsAdmin(sandbox, 'settings.save', { section: 'deleting', version: versions.deleting, value });
}

/** Searches the log for a finding and answers the finding's button. */
async function findInActivity(app: Frame, id: string): Promise<Locator> {
  await app.getByRole('textbox', { name: /^(Search by title|Nach Titel)/ }).fill(id);
  await app.locator('.sf-log[aria-busy="false"]').waitFor();
  return app.getByRole('button', { name: `(${id})` }).first();
}

it(
  'opens the story of a finding with the keyboard, and goes back to where it was',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('activity');
    const button = await findInActivity(app, 'SHOP-101');
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = app.getByRole('dialog', { name: 'Story of SHOP-101' });
    await dialog.getByText('SQL injection in the product search').first().waitFor();
    await dialog.getByText('To Do', { exact: true }).waitFor();
    await dialog.getByText('Newest report of the portal: Verified').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Created' }).getByRole('link').first().waitFor();
    await dialog.getByText(/^Activity is kept for 30 days/).waitFor();
    expect(await inspect(page, 'admin-story')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await eventually('the finding has the focus again', async () =>
      (await app.evaluate('document.activeElement.textContent')) === findings[0].title ? true : undefined,
    );
    expect(problems).toEqual([]);
  }),
  60_000,
);

it(
  'tells in the story what holds a finding up, and what Jira no longer has',
  stage.play(async ({ enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('activity');
    await (await findInActivity(app, 'PAY-1')).click();
    const held = app.getByRole('dialog', { name: 'Story of PAY-1' });
    await held
      .getByText(/requires Components/)
      .first()
      .waitFor();
    expect(await inspect(page, 'admin-story-held')).toEqual([]);
    await held.getByRole('button', { name: 'Close' }).click();

    await (await findInActivity(app, 'DROP-2')).click();
    const gone = app.getByRole('dialog', { name: 'Story of DROP-2' });
    await gone.getByText('No longer in Jira').first().waitFor();
    await gone.getByText('Issues deleted').waitFor();
    expect(await inspect(page, 'admin-story-gone')).toEqual([]);
  }),
  60_000,
);

it(
  'tells the story and the preview in German to whom Jira speaks German',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin', 'de-DE');
    const activity = await admin('activity');
    await (await findInActivity(activity, 'DROP-1')).click();
    await activity
      .getByRole('dialog', { name: 'Geschichte von DROP-1' })
      .getByText('Was geschehen ist')
      .waitFor();
    expect(await inspect(page, 'german-story')).toEqual([]);

    const app = await admin('closing');
    await app
      .getByRole('checkbox', { name: 'Die Vorgänge abgelehnter Befunde löschen' })
      .click({ force: true });
    await app.getByRole('dialog').getByText('Menschen haben daran gearbeitet').waitFor();
    expect(await inspect(page, 'german-deleting-question')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  60_000,
);

it(
  'finds by its receipt what became of a request, and says so when there is no such receipt',
  stage.play(async ({ enter }) => {
    const { receipt } = await sendFindings(portal, [findings[0]]);
    const { page, admin, problems } = await enter('admin');
    const app = await admin('activity');
    await app.getByRole('button', { name: 'Look up a receipt' }).click();
    const dialog = app.getByRole('dialog', { name: 'Look up a receipt' });
    await dialog.getByLabel('Receipt').fill('nothing');
    await page.keyboard.press('Enter');
    await dialog.getByText(/^No connection has such a receipt/).waitFor();
    await dialog.getByLabel('Receipt').fill(receipt);
    await page.keyboard.press('Enter');
    await dialog.getByRole('row', { name: /SHOP-101 In step/ }).waitFor();
    await dialog.getByText('All of it is done.').waitFor();
    expect(await inspect(page, 'admin-receipt')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  60_000,
);
