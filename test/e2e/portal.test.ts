/** The portal, the product team's issue and the security team's, side by side. */
import type { Page } from 'playwright-core';
import { realClock } from '../sandbox/clock';
import { eventually } from '../sandbox/eventually';
import { PEOPLE } from '../sandbox/jira/seed';
import { networkOf, type RunningPortal, startPortal } from '../sandbox/portal/start-portal';
import { connectPortal } from '../sandbox/start/connect-portal';
import { jiraClient } from '../sandbox/start/jira-client';
import { chooseSpaces } from '../sandbox/start/main-job';
import { callAsAdmin } from './support/admin-calls';
import { inspect } from './support/inspect';
import { appDir } from './support/sandbox';
import { useStage } from './support/stage';

let portal: RunningPortal;

const stage = useStage(
  async ({ host, origin }) => {
    portal = await startPortal({ clock: realClock, appDir, jira: () => origin });
    await chooseSpaces(host, jiraClient(origin, PEOPLE.admin));
    await connectPortal(host, portal, Date.now());
  },
  networkOf(() => portal),
);
afterAll(() => portal.close());

const row = (page: Page, id: string) => page.getByRole('row').filter({ hasText: id }).first();

/** The portal shows what it knew when the page was opened. */
async function seeRow(page: Page, id: string, words: RegExp): Promise<void> {
  await eventually(`${id} shows ${String(words)}`, async () => {
    await page.goto(portal.origin);
    return words.test(await row(page, id).innerText()) || undefined;
  });
}

async function keysOf(page: Page, id: string): Promise<[string, string]> {
  await seeRow(page, id, /WEB-\d+[\s\S]*SEC-\d+/);
  const keys = await row(page, id).locator('a.issue').allInnerTexts();
  return [keys[0] ?? '', keys[1] ?? ''];
}

it(
  'what people do in Jira is in the portal, and what the portal says is in both issues',
  stage.play(async ({ sandbox, enter }) => {
    const { page, problems } = await enter('admin');
    const [product, security] = await keysOf(page, 'PORTAL-1');
    expect(await inspect(page, 'portal-home')).toEqual([]);

    const developer = await enter('developer');
    await developer.visit(`/browse/${product}`);
    await moveTo(developer.page, 'Done');
    await seeRow(page, 'PORTAL-1', /resolved/);
    await page.getByText('✓ holds').first().waitFor();
    expect(await page.getByText('✗').count()).toBe(0);

    await page.getByRole('link', { name: 'PORTAL-1' }).click();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('verified');
    await page.getByRole('combobox', { name: 'Assignee' }).selectOption('Security engineer');
    await page.getByLabel('Due date').fill('2027-03-01');
    expect(await inspect(page, 'portal-finding')).toEqual([]);
    await page.getByRole('button', { name: 'Save and send' }).click();
    await page.getByRole('status').getByText('Saved and sent to Jira.').waitFor();
    for (const key of [product, security]) {
      await eventually(`${key} is open again`, async () => {
        const { category } = await jiraClient(sandbox.origin, PEOPLE.admin).status(key);
        return category !== 'done' || undefined;
      });
    }
    const engineer = await enter('engineer');
    await engineer.visit(`/browse/${security}`);
    await engineer.page
      .locator('main')
      .getByText('Security engineer')
      .filter({ visible: true })
      .first()
      .waitFor();
    expect([...problems, ...developer.problems, ...engineer.problems]).toEqual([]);
  }),
  120_000,
);

it(
  'a resolution with a meaning of its own becomes the status that it means',
  stage.play(async ({ sandbox, enter }) => {
    const resolution = await resolutionOf(sandbox.origin, "Won't Do");
    const { document, versions } = await callAsAdmin(sandbox, 'settings.get', {});
    await callAsAdmin(sandbox, 'settings.save', {
      section: 'statuses',
      version: versions.statuses,
      value: { ...document.statuses, resolutions: [{ resolution, status: 'permanently_risk_accepted' }] },
    });
    const { page } = await enter('admin');
    const [, security] = await keysOf(page, 'PORTAL-2');
    const engineer = await enter('engineer');
    await engineer.visit(`/browse/${security}`);
    await moveTo(engineer.page, 'Rejected');
    await seeRow(page, 'PORTAL-2', /permanently risk accepted/);
  }),
  60_000,
);

it(
  'the portal is used by keyboard on a narrow window, and says what went wrong',
  stage.play(async ({ enter }) => {
    const { page } = await enter('admin');
    await page.setViewportSize({ width: 900, height: 700 });
    await page.goto(portal.origin);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('New finding').press('Enter');
    await page.getByRole('textbox', { name: 'Id' }).fill('PORTAL-9');
    await page.getByRole('textbox', { name: 'Title' }).fill('Typed by hand');
    await page.getByRole('button', { name: 'Send to Jira' }).press('Enter');
    await page.getByText('PORTAL-9 was sent to Jira.').waitFor();
    await page.getByText('New finding').press('Enter');
    await page.getByRole('textbox', { name: 'Id' }).fill('PORTAL-9');
    await page.getByRole('textbox', { name: 'Title' }).fill('Again');
    await page.getByRole('button', { name: 'Send to Jira' }).press('Enter');
    await page.getByRole('alert').getByText('There is a finding PORTAL-9 already.').waitFor();
    await page.getByRole('combobox', { name: 'The portal answers' }).selectOption('error');
    await page.getByRole('button', { name: 'Set' }).press('Enter');
    await page.getByText('From now on the portal answers so.').waitFor();
    expect(await inspect(page, 'portal-narrow')).toEqual([]);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(900);
  }),
  60_000,
);

async function moveTo(page: Page, status: string): Promise<void> {
  await page.locator('.status > summary').click();
  await page.locator('.status button', { hasText: status }).click();
  await page.getByText(`is now ${status}.`).waitFor();
}

async function resolutionOf(origin: string, name: string): Promise<{ id: string; name: string }> {
  const authorization = `Basic ${Buffer.from(`${PEOPLE.admin}:`).toString('base64')}`;
  const answer = await fetch(`${origin}/rest/api/3/resolution/search`, { headers: { authorization } });
  const { values } = (await answer.json()) as { values: { id: string; name: string }[] };
  const found = values.find((one) => one.name === name);
  if (!found) throw new Error(`Jira has no resolution ${name}.`);
  return { id: found.id, name };
}
