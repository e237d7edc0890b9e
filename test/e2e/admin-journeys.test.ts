import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { jiraClient } from '../sandbox/start/jira-client';
import { PEOPLE } from '../sandbox/jira/seed';
import type { PortalAccess } from '../sandbox/start/state';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy, sendToPayments } from './support/busy-site';
import { choose, fieldToCopy } from './support/controls';
import { findings, sendFindings } from './support/findings';
import { useStage } from './support/stage';
import type { Sandbox } from './support/sandbox';

let portal: PortalAccess;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});

it(
  'runs a connection through its life: created, called, switched off, on, paused and deleted',
  stage.play(async ({ enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('connections');
    await app.getByRole('button', { name: 'Connect a portal' }).click();
    const form = app.getByRole('dialog', { name: 'Connect a portal' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Build');
    await form.getByRole('radio', { name: 'User name and password' }).check({ force: true });
    await form.getByRole('button', { name: 'Create connection' }).click();
    const dialog = app.getByRole('dialog', { name: 'Build is ready' });
    const baseUrl = await fieldToCopy(dialog, 'Base URL');
    const credentials = [await fieldToCopy(dialog, 'User name'), await fieldToCopy(dialog, 'Password')];
    const authorization = `Basic ${Buffer.from(credentials.join(':')).toString('base64')}`;
    const ping = async () => (await fetch(`${baseUrl}/v1/ping`, { headers: { authorization } })).status;
    await page.keyboard.press('Escape');
    await dialog.getByText('Did you copy the secret?').waitFor();
    expect(await ping()).toBe(200);
    await dialog.getByText('Connected', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Yes, close' }).click();

    const card = app.getByRole('region', { name: 'Build' });
    await fromMenu(app, 'Build', 'Switch off');
    await card.getByText('Switched off', { exact: true }).waitFor();
    expect(await ping()).toBe(401);
    await fromMenu(app, 'Build', 'Switch on');
    await card.getByText('On', { exact: true }).waitFor();
    expect(await ping()).toBe(200);
    await fromMenu(app, 'Build', 'Pause');
    await card.getByText('Paused', { exact: true }).waitFor();
    await fromMenu(app, 'Build', 'Delete');
    await app.getByRole('button', { name: 'Delete connection' }).click();
    await card.waitFor({ state: 'detached' });
    expect(await ping()).toBe(401);
  }),
  60_000,
);

it(
  'sends rejected findings to the status that was chosen a moment ago',
  stage.play(async ({ sandbox, enter }) => {
    const finding = { ...findings[1], id: 'SHOP-201' };
    const [sent] = (await sendFindings(portal, [finding])).findings;
    const { page, admin } = await enter('admin');
    const app = await admin('spaces');
    const space = app.getByRole('region', { name: 'Security team space' });
    await choose(space, 'Status when rejected', 'Rejected');
    await app.getByText('1 unsaved change').waitFor();
    await app.getByText(/\d products inherit this\./).waitFor();
    await app.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();

    await sendFindings(portal, [{ ...finding, status: 'rejected' }]);
    const jira = jiraClient(sandbox.origin, PEOPLE.admin);
    expect((await jira.status(sent?.issues.security?.key ?? '')).name).toBe('Rejected');
  }),
  60_000,
);

it(
  'lets the portal always set a field once it owns it, whatever people wrote there',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('fields');
    await choose(app.locator('main'), 'Owner of Summary', 'Portal');
    await app.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const { document } = await callAsAdmin(sandbox, 'settings.get', {});
    expect(document.fields.owners.summary).toBe('portal');

    const finding = { ...findings[1], id: 'SHOP-301' };
    const [sent] = (await sendFindings(portal, [finding])).findings;
    const { key = '' } = sent?.issues.product ?? {};
    const developer = await enter('developer');
    await developer.visit(`/browse/${key}`);
    await developer.page.getByRole('button', { name: 'Edit', exact: true }).click();
    const edit = developer.page.getByRole('dialog', { name: `Edit ${key}` });
    await edit.getByLabel('Summary').fill('In words of the team');
    await edit.getByRole('button', { name: 'Save' }).click();
    await developer.page.getByRole('heading', { name: 'In words of the team' }).waitFor();
    await sendFindings(portal, [{ ...finding, title: 'Cookie without Secure' }]);
    await developer.visit(`/browse/${key}`);
    await developer.page.getByRole('heading', { name: 'Cookie without Secure' }).waitFor();
  }),
  60_000,
);

it(
  'switches deleting on only after a question, and marks a value that cannot be',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('closing');
    const box = app.getByRole('checkbox', { name: 'Delete the issues of rejected findings' });
    const question = app.getByRole('dialog', { name: 'Delete issues of rejected findings?' });
    await box.click({ force: true });
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await box.isChecked()).toBe(false);
    await box.click({ force: true });
    await question.getByRole('button', { name: 'Switch deleting on' }).click();

    const days = app.getByRole('spinbutton', { name: 'Days of grace' });
    await days.fill('1000');
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByText('Some values need your attention.').waitFor();
    expect(await days.getAttribute('aria-invalid')).toBe('true');
    await days.fill('30');
    await app.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const { document } = await callAsAdmin(sandbox, 'settings.get', {});
    expect(document.deleting).toMatchObject({ enabled: true, graceDays: 30 });
  }),
  60_000,
);

it(
  'finds a product, overrides one value, shows what is overridden, and goes back to the default',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('products');
    await app.getByRole('textbox', { name: 'Search products' }).fill('gate');
    const row = app.getByRole('row', { name: /gateway/ });
    await app.getByRole('row', { name: /deploy/ }).waitFor({ state: 'detached' });
    await row.getByRole('link', { name: 'gateway' }).click();
    await page.waitForURL(sandbox.adminUrl('products/gateway'));
    await app.getByText('This product inherits everything.').waitFor();
    const space = app.getByRole('region', { name: 'Product team space' });
    await space.getByRole('button', { name: 'Override Status when rejected' }).click();
    await choose(space, 'Status when rejected', 'In Progress');
    await app.getByText('1 value is overridden').waitFor();
    await app.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await app.getByRole('link', { name: 'All products' }).click();
    await row.getByText('Status when rejected').waitFor();

    await row.getByRole('link', { name: 'gateway' }).click();
    await app.getByRole('button', { name: 'Use all defaults' }).click();
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByText('1 unsaved change').waitFor({ state: 'detached' });
    const { document } = await callAsAdmin(sandbox, 'settings.get', {});
    expect(document.products['gateway']).toBeUndefined();
  }),
  60_000,
);

it(
  'shows what holds a finding up, leads to it from the overview, and sends it again once the cause is gone',
  stage.play(async ({ sandbox, enter }) => {
    const held = { ...findings[0], id: 'SALES-1', product: 'sales' };
    await sendToPayments(sandbox, 'sales');
    await sendFindings(portal, [held]);
    const { page, admin } = await enter('admin');
    const app = await admin('overview');
    await app
      .getByText(/requires Components/)
      .first()
      .waitFor();
    const card = app.getByRole('region', { name: 'Held up' });
    await card.getByRole('button', { name: 'Open activity' }).click();
    await app.getByRole('textbox', { name: /^Search in finding/ }).fill('SALES-1');
    await app.getByRole('button', { name: /^Show the findings of/ }).click();
    await app.getByRole('cell', { name: 'SALES-1', exact: true }).waitFor();

    const { versions } = await callAsAdmin(sandbox, 'settings.get', {});
    await callAsAdmin(sandbox, 'settings.save', {
      section: 'products',
      version: versions.products,
      value: {},
    });
    await card
      .getByRole('button', { name: /^Retry/ })
      .first()
      .click();
    await page.getByText(/findings? (is|are) sent again/).waitFor();
    await card.waitFor({ state: 'detached' });
  }),
  60_000,
);

it(
  'tells who changed what, and undoes it after a question',
  stage.play(async ({ sandbox, enter }) => {
    const before = await callAsAdmin(sandbox, 'settings.get', {});
    const { creating } = before.document;
    const leastSeverity = creating.leastSeverity === 'high' ? 'low' : 'high';
    const value = { ...creating, leastSeverity };
    await callAsAdmin(sandbox, 'settings.save', {
      section: 'creating',
      version: before.versions.creating,
      value,
    });
    const { page, admin } = await enter('admin');
    const app = await admin('audit');
    const entry = app.getByRole('region', { name: /^What becomes an issue/ }).first();
    await entry.getByText('by Site admin').waitFor();
    await entry.getByText('Least severity').waitFor();
    await choose(app.locator('main'), 'Section', 'What becomes an issue');
    await app.getByRole('region', { name: /^Team spaces/ }).waitFor({ state: 'detached' });
    await entry.getByRole('button', { name: 'Undo: What becomes an issue' }).click();
    await app
      .getByRole('dialog', { name: 'Undo this change?' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page.getByText('The change is undone').waitFor();
    const after = await callAsAdmin(sandbox, 'settings.get', {});
    expect(after.document.creating).toEqual(creating);
  }),
  60_000,
);

it(
  'exports the settings as a file, and imports an edited one after showing what would change',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('transfer');
    const coming = page.waitForEvent('download');
    await app.getByRole('button', { name: 'Download' }).click();
    const file = await (await coming).path();
    const exported = JSON.parse(readFileSync(file, 'utf8')) as Exported;
    expect(exported).toEqual((await callAsAdmin(sandbox, 'settings.export', {})).document);

    await importText(app, '{ no json');
    await app.getByText('Settings document to import is not JSON').waitFor();
    const follows = !exported.closing.reopenFollows;
    await importText(
      app,
      JSON.stringify({ ...exported, closing: { ...exported.closing, reopenFollows: follows } }),
    );
    await app.getByText('Closing › Reopening follows').waitFor();
    expect(await reopenFollows(sandbox)).toBe(!follows);
    await app.getByRole('button', { name: 'Apply 1 change' }).click();
    await page.getByText('The settings are imported').waitFor();
    expect(await reopenFollows(sandbox)).toBe(follows);
  }),
  60_000,
);

interface Exported {
  readonly closing: { readonly reopenFollows: boolean };
}

async function reopenFollows(sandbox: Sandbox): Promise<boolean> {
  return (await callAsAdmin(sandbox, 'settings.get', {})).document.closing.reopenFollows;
}

async function importText(app: Frame, text: string): Promise<void> {
  await app.getByRole('textbox', { name: 'Settings document to import' }).fill(text);
  await app.getByRole('button', { name: 'Compare' }).click();
}

async function fromMenu(app: Frame, connection: string, entry: string): Promise<void> {
  await app.getByRole('button', { name: `More actions for ${connection}` }).click();
  await app.getByRole('menuitem', { name: entry }).click();
}
