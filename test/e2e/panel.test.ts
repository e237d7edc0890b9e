/** What people decide on an issue, in a browser: a developer, a security engineer, and somebody who sees nothing. */
import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from '../sandbox/eventually';
import { PEOPLE } from '../sandbox/jira/seed';
import { jiraClient } from '../sandbox/start/jira-client';
import type { PortalAccess } from '../sandbox/start/state';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { lookUp } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

/** The whole issue is in view: dialogs stay inside the frame of the panel, which stands below the description. */
const height = 1600;
let portal: PortalAccess;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
  const { connections } = await callAsAdmin(sandbox, 'connections.list', {});
  for (const { key } of connections)
    await callAsAdmin(sandbox, 'connections.setOutbound', { connection: key, mode: 'pull' });
});

/** The keys of the pair of an open finding. */
async function pair(): Promise<{ product: string; security: string }> {
  const [view] = await lookUp(portal, ['SHOP-101']);
  const { product, security } = view?.issues ?? {};
  if (!product || !security) throw new Error('The finding has no pair.');
  return { product: product.key, security: security.key };
}

/** The panel on an issue; whoever looks first adds it. */
async function panelOn(page: Page): Promise<FrameLocator> {
  if ((await page.locator('[data-panel="finding"]').count()) === 0) {
    await page.getByText('Apps', { exact: true }).click();
    await page.getByText('Add this panel to the issue').click();
  }
  return page.frameLocator('[data-panel="finding"] iframe');
}

it(
  'an engineer accepts a risk, sees what they decided, and takes it back, by keyboard too',
  stage.play(async ({ enter, sandbox }) => {
    const { security } = await pair();
    const { page, visit, problems } = await enter('engineer');
    await page.setViewportSize({ width: 1280, height });
    await visit(`/browse/${security}`);
    const panel = await panelOn(page);
    await panel.getByRole('button', { name: 'Actions' }).click();
    await panel.getByRole('dialog').getByText('What would you like to do?').waitFor();
    expect(await inspect(page, 'panel-choices')).toEqual([]);
    await panel.getByRole('button', { name: 'Accept the risk until…' }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByText('Then it is open again by itself.').waitFor();
    await dialog.getByRole('button', { name: 'Accept the risk', exact: true }).click();
    await dialog.getByText('Reason is required.').waitFor();
    await dialog.getByLabel('Reason').fill('Only reachable from the office network');
    expect(await inspect(page, 'panel-accept')).toEqual([]);
    await dialog.getByRole('button', { name: 'Accept the risk', exact: true }).click();
    await panel.getByText(/^Risk accepted until .*, decided in Jira/).waitFor();
    await panel.getByText(/^Reason: .*Only reachable from the office network/).waitFor();
    await panel.getByRole('button', { name: 'Show history' }).click();
    await panel.getByText(/^Risk accepted by a person/).waitFor();
    expect(await inspect(page, 'panel-accepted')).toEqual([]);

    await panel.getByRole('button', { name: 'Actions' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Take the decision back' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Take back', exact: true }).focus();
    await page.keyboard.press('Enter');
    await panel.getByText(/^Risk accepted until/).waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
    expect(sandbox.origin).not.toBe('');
  }),
  120_000,
);

it(
  'a developer asks for a retest, is offered no decision about the risk, and learns nothing of the security issue',
  stage.play(async ({ enter }) => {
    const { product, security } = await pair();
    const { page, visit } = await enter('developer');
    await page.setViewportSize({ width: 900, height });
    await visit(`/browse/${product}`);
    const panel = await panelOn(page);
    await panel.getByRole('button', { name: 'Actions' }).click();
    await panel.getByRole('button', { name: 'Ask for a retest' }).waitFor();
    const offered = await panel.getByRole('dialog').innerText();
    expect(offered).not.toMatch(/false positive|Accept the risk|Unlink/);
    await panel.getByRole('button', { name: 'Ask for a retest' }).click();
    await panel.getByLabel('Reason').fill('Fixed with the last release');
    await panel.getByRole('button', { name: 'Ask', exact: true }).click();
    await panel.getByText(/^A retest was asked for on/).waitFor();
    expect(await panel.locator('body').innerText()).not.toContain(security);
    expect(await inspect(page, 'panel-developer-900')).toEqual([]);
  }),
  120_000,
);

it(
  'a false positive in German says that issues are deleted, and closes both',
  stage.play(async ({ enter, sandbox }) => {
    const { versions, document } = await callAsAdmin(sandbox, 'settings.get', {});
    const value = { ...document.deleting, enabled: true, graceDays: 7 };
    await callAsAdmin(sandbox, 'settings.save', { section: 'deleting', version: versions.deleting, value });
    const { product, security } = await pair();
    const { page, visit } = await enter('engineer', 'de-DE');
    await page.setViewportSize({ width: 1280, height });
    await visit(`/browse/${security}`);
    const panel = await panelOn(page);
    await panel.getByRole('button', { name: 'Aktionen' }).click();
    await panel.getByRole('button', { name: 'Als Fehlalarm kennzeichnen' }).click();
    await panel
      .getByRole('dialog')
      .getByText(/nach 7 Tagen gelöscht/)
      .waitFor();
    expect(await inspect(page, 'panel-reject-german')).toEqual([]);
    await panel.getByRole('dialog').getByRole('button', { name: 'Als Fehlalarm kennzeichnen' }).click();
    await panel.getByText(/^Fehlalarm, am .* in Jira entschieden/).waitFor();
    const jira = jiraClient(sandbox.origin, PEOPLE.admin);
    for (const key of [product, security])
      await eventually(`${key} is done`, async () =>
        (await jira.status(key)).category === 'done' ? true : undefined,
      );
    expect(await inspect(page, 'panel-rejected-german')).toEqual([]);
  }),
  120_000,
);
