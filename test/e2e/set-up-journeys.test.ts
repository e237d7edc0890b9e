import type { Frame } from 'playwright-core';
import { jiraClient } from '../sandbox/start/jira-client';
import { PEOPLE } from '../sandbox/jira/seed';
import type { PortalAccess } from '../sandbox/start/state';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose, fieldToCopy, saveBy } from './support/controls';
import { findings, sendFindings } from './support/findings';
import { useStage } from './support/stage';

let portal: PortalAccess;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});

it(
  'runs a connection through its life: created, called, switched off, on, paused, revoked, archived, restored and removed',
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
    await fromMenu(app, 'Build', 'New secret');
    await app.getByRole('radio', { name: 'Ends now' }).check({ force: true });
    await app.getByRole('button', { name: 'Revoke now' }).click();
    await leaveSecret(app, 'Build has a new secret');
    expect(await ping()).toBe(401);

    await fromMenu(app, 'Build', 'Archive');
    await app.getByText('It has 0 findings').waitFor();
    await app.getByRole('button', { name: 'Archive connection' }).click();
    await card.waitFor({ state: 'detached' });
    await app.getByRole('button', { name: 'Connect a portal' }).click();
    await form.getByRole('button', { name: 'Restore Build' }).click();
    await app.getByRole('button', { name: 'Restore connection' }).click();
    await leaveSecret(app, 'Build is restored');
    await fromMenu(app, 'Build', 'Archive');
    await app.getByRole('button', { name: 'Archive connection' }).click();
    await app.getByRole('button', { name: 'Remove Build' }).click();
    await app.getByRole('button', { name: 'Remove connection' }).click();
    await app.getByRole('region', { name: 'Archived' }).waitFor({ state: 'detached' });
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
    await saveBy(app.getByRole('button', { name: 'Save' }), page);

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
    await saveBy(app.getByRole('button', { name: 'Save' }), page);
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
    await saveBy(app.getByRole('button', { name: 'Save' }), page);
    const { document } = await callAsAdmin(sandbox, 'settings.get', {});
    expect(document.deleting).toMatchObject({ enabled: true, graceDays: 30 });
  }),
  60_000,
);

async function fromMenu(app: Frame, connection: string, entry: string): Promise<void> {
  await app.getByRole('button', { name: `More actions for ${connection}` }).click();
  await app.getByRole('menuitem', { name: entry }).click();
}

/** Closes a secret without copying it, which is asked about. */
async function leaveSecret(app: Frame, title: string): Promise<void> {
  const dialog = app.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.getByRole('button', { name: 'Yes, close' }).click();
  await dialog.waitFor({ state: 'detached' });
}
