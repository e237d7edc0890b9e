/** The gadget on a dashboard, in a browser: a developer, a security engineer, and somebody who sees nothing. */
import type { FrameLocator, Page } from 'playwright-core';
import { makeBusy } from './support/busy-site';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);

const gadgetOn = (page: Page): FrameLocator => page.frameLocator('[data-gadget] iframe');

it(
  'an engineer reads the numbers, as tables too, and a number leads to its issues',
  stage.play(async ({ enter }) => {
    const { page, visit, problems } = await enter('engineer');
    await visit('/jira/dashboards');
    const gadget = gadgetOn(page);
    await gadget.getByText('Mean time to resolve').waitFor();
    expect(await inspect(page, 'gadget')).toEqual([]);
    await gadget.getByRole('button', { name: 'Show as tables' }).press('Enter');
    const row = gadget.getByRole('row', { name: /^Critical/ });
    const count = Number(await row.getByRole('link').innerText());
    expect(count).toBeGreaterThan(0);
    expect(await inspect(page, 'gadget-tables')).toEqual([]);
    await row.getByRole('link').press('Enter');
    await page.waitForURL(/\/issues\/\?jql=/);
    expect(await page.locator('table.issues tbody tr').count()).toBe(count);
    expect(problems).toEqual([]);
  }),
);

it(
  'an engineer sets it to JQL by keyboard: what is wrong is said, what is right is kept and refreshed',
  stage.play(async ({ enter }) => {
    const { page, visit, problems } = await enter('engineer', 'de-DE');
    await page.setViewportSize({ width: 900, height: 800 });
    await visit('/jira/dashboards');
    await page.locator('[data-gadget] summary').press('Enter');
    await page.getByRole('link', { name: 'Configure' }).press('Enter');
    const gadget = gadgetOn(page);
    const kind = gadget.getByLabel('Gezählt werden Befunde');
    await kind.focus();
    await kind.pressSequentially('JQL');
    await kind.press('Enter');
    await gadget.getByLabel('JQL', { exact: true }).fill('universe = 42');
    await gadget.getByRole('button', { name: 'Speichern' }).press('Enter');
    await gadget.getByText(/Field 'universe' does not exist/).waitFor();
    expect(await inspect(page, 'gadget-edit')).toEqual([]);
    await gadget.getByLabel('JQL', { exact: true }).fill('project = SEC ORDER BY key');
    await gadget.getByRole('button', { name: 'Speichern' }).press('Enter');
    await gadget.getByText('Mittlere Zeit bis zur Behebung').waitFor();
    expect(await inspect(page, 'gadget-german-900')).toEqual([]);
    await page.locator('[data-gadget] summary').click();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await gadget.getByText('Mittlere Zeit bis zur Behebung').waitFor();
    expect(problems).toEqual([]);
  }),
);

it(
  'who sees no issue of it sees an empty gadget, whatever it is set to',
  stage.play(async ({ enter }) => {
    const { page, visit, problems } = await enter('outsider');
    await visit('/jira/dashboards');
    await gadgetOn(page).getByText('Nothing to count yet').waitFor();
    expect(await gadgetOn(page).locator('body').innerText()).not.toMatch(/SEC|Security\b/);
    expect(await inspect(page, 'gadget-outsider')).toEqual([]);
    expect(problems).toEqual([]);
  }),
);
