/** The project page in a browser: a developer, a security engineer, and somebody who sees nothing. */
import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(async (sandbox) => {
  await makeBusy(sandbox);
  const { connections } = await callAsAdmin(sandbox, 'connections.list', {});
  for (const { key } of connections)
    await callAsAdmin(sandbox, 'connections.setOutbound', { connection: key, mode: 'pull' });
});

/** Opens the page as people do: by the space, then its entry in the sidebar. */
async function openPage(page: Page, visit: (path: string) => Promise<Page>): Promise<FrameLocator> {
  await visit('/projects/WEB');
  await page.locator('.app-entry a').press('Enter');
  return page.frameLocator('iframe.app-frame');
}

it(
  'a developer narrows and sorts the list, exports it, and asks for retests, by keyboard',
  stage.play(async ({ enter }) => {
    const { page, visit, problems } = await enter('developer');
    const frame = await openPage(page, visit);
    const rows = frame.locator('tbody tr');
    await rows.first().waitFor();
    expect(await inspect(page, 'project-page')).toEqual([]);

    await frame.getByRole('button', { name: /^\d+ Critical$/ }).press('Enter');
    await frame.getByText('1 finding', { exact: true }).waitFor();
    await frame.getByRole('button', { name: /^\d+ Critical$/ }).press('Enter');
    await frame.getByText(/^About/).waitFor();
    await frame.getByRole('searchbox').fill('SQL inj');
    await frame.getByText('1 finding', { exact: true }).waitFor();
    await frame.getByRole('row', { name: /SQL injection in the product search/ }).waitFor();
    await frame.getByRole('button', { name: 'Clear filters' }).press('Enter');
    await frame.getByText(/^About/).waitFor();
    await frame.getByRole('button', { name: 'Key' }).press('Enter');
    await frame.locator('th[aria-sort=descending]', { hasText: 'Key' }).waitFor();

    const download = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Export CSV' }).press('Enter');
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv.split('\r\n')[0]).toContain('"Key","Finding","Severity"');
    expect(csv).toContain('SQL injection in the product search');

    await rows.first().getByRole('checkbox').press('Space');
    await rows.nth(1).getByRole('checkbox').press('Space');
    await frame.getByRole('button', { name: 'Ask for a retest' }).press('Enter');
    const dialog = frame.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Fixed with the last release');
    expect(await inspect(page, 'project-page-retest')).toEqual([]);
    await dialog.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
    await dialog.getByText('Asked for 2 findings.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'an engineer reads it in German on a narrow screen, with other columns',
  stage.play(async ({ enter }) => {
    const { page, visit, problems } = await enter('engineer', 'de-DE');
    const frame = await openPage(page, visit);
    await page.setViewportSize({ width: 900, height: 800 });
    await frame.locator('tbody tr').first().waitFor();
    await frame.getByRole('button', { name: 'Spalten' }).press('Enter');
    await frame.getByRole('menuitemcheckbox', { name: 'Werkzeug' }).press('Enter');
    await page.keyboard.press('Escape');
    await frame.getByRole('columnheader', { name: 'Werkzeug' }).waitFor();
    expect(await inspect(page, 'project-page-german-900')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'who may not browse the space finds no page there, and where nothing is to be seen it says how findings get there',
  stage.play(async ({ enter }) => {
    const outsider = await enter('outsider');
    await outsider.visit('/projects/WEB');
    await outsider.page.getByText('you do not have permission to see it').waitFor();
    const { page, visit, problems } = await enter('developer');
    await visit('/projects/APP');
    await page.locator('.app-entry a').press('Enter');
    const frame = page.frameLocator('iframe.app-frame');
    await frame.getByText('No open findings here').waitFor();
    expect(await inspect(page, 'project-page-empty')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  120_000,
);
