/** What is said and done in the portal and on both issues, side by side, on a clock of its own. */
import type { Locator, Page } from 'playwright-core';
import { installVirtualDate, virtualClock } from '../sandbox/clock';
import { PEOPLE } from '../sandbox/jira/seed';
import { networkOf, type RunningPortal, startPortal } from '../sandbox/portal/start-portal';
import { connectPortal } from '../sandbox/start/connect-portal';
import { jiraClient } from '../sandbox/start/jira-client';
import { chooseSpaces } from '../sandbox/start/main-job';
import { callAsAdmin } from './support/admin-calls';
import { inspect } from './support/inspect';
import { appDir } from './support/sandbox';
import { type Scene, useStage } from './support/stage';
import type { Visitor } from './support/visitors';

const minuteMs = 60_000;
const clock = virtualClock(Date.now());
const restoreDate = installVirtualDate(clock);
let portal: RunningPortal;

const stage = useStage(
  async ({ host, origin }) => {
    portal = await startPortal({ clock, appDir, jira: () => origin });
    await chooseSpaces(host, jiraClient(origin, PEOPLE.admin));
    await connectPortal(host, portal, clock.now());
    await host.runUntilIdle({ maxVirtualMs: minuteMs });
  },
  networkOf(() => portal),
  clock,
);
afterAll(async () => {
  await portal.close();
  restoreDate();
});

/** A finding with its issues, and the people who look at each of the three. */
async function together({ sandbox, enter }: Scene, id: string) {
  const issues = portal.state.findings.find((one) => one.id === id)?.issues;
  const [product, security] = [issues?.['product']?.key ?? '', issues?.['security']?.key ?? ''];
  const [analyst, developer, engineer] = [
    await enter('admin'),
    await enter('developer'),
    await enter('engineer'),
  ];
  return {
    product,
    security,
    analyst,
    developer,
    engineer,
    /** Time passes in which the app works, and everybody looks anew. */
    async look(minutes = 5): Promise<void> {
      await sandbox.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * minuteMs });
      await analyst.page.goto(`${portal.origin}/findings/${id}`);
      await developer.visit(`/browse/${product}`);
      await engineer.visit(`/browse/${security}`);
    },
  };
}

const comments = (page: Page) => page.getByRole('article').filter({ visible: true });
/** The words of the comments that hold a text. */
const saying = async (page: Page, text: string) =>
  (await comments(page).filter({ hasText: text }).allInnerTexts()).map((words) => words.replace(/\s+/g, ' '));

it(
  'what is said in the portal and on either issue is everywhere, once, and follows edits and deletions',
  stage.play(async (scene) => {
    const { look, analyst, developer, engineer } = await together(scene, 'PORTAL-1');
    await look();
    await analyst.page.getByLabel('New comment').fill('can you **confirm** this?');
    await analyst.page.getByRole('combobox', { name: 'Mention' }).selectOption('Product developer');
    await analyst.page.getByRole('button', { name: 'Comment', exact: true }).click();
    await analyst.page.getByRole('status').getByText('The comment was sent to Jira.').waitFor();
    await look();
    for (const { page } of [developer, engineer]) {
      expect(await saying(page, 'confirm')).toEqual([
        expect.stringContaining(
          'Portal analyst (Portal of the sandbox) wrote: @Product developer can you confirm this?',
        ),
      ]);
      await page.locator('.adf-mention', { hasText: '@Product developer' }).waitFor();
    }
    await analyst.page.locator('.adf-mention', { hasText: '@Product developer' }).waitFor();

    await write(developer, 'Confirmed.');
    await look();
    expect(await saying(engineer.page, 'Confirmed.')).toHaveLength(1);
    expect(await saying(analyst.page, 'Confirmed.')).toEqual([
      expect.stringContaining('Product developer in Jira'),
    ]);
    expect(await inspect(analyst.page, 'two-way-portal')).toEqual([]);
    expect(await inspect(engineer.page, 'two-way-issue')).toEqual([]);

    const theirs = await open(developer, 'Confirmed.');
    await theirs.getByLabel('Your comment').fill('Confirmed, fixed in 2.1.');
    await theirs.getByRole('button', { name: 'Save' }).click();
    await developer.page.getByText('Your comment was changed.').waitFor();
    const ours = await open(analyst, 'confirm');
    await ours.getByLabel('Text').fill(`Thanks, @[Product developer](accountid:${PEOPLE.developer}).`);
    await ours.getByRole('button', { name: 'Save' }).click();
    await analyst.page.getByText('The comment was changed').waitFor();
    await look();
    for (const { page } of [engineer, analyst]) expect(await saying(page, 'fixed in 2.1.')).toHaveLength(1);
    for (const { page } of [engineer, developer]) {
      expect(await saying(page, 'Thanks, @Product developer.')).toHaveLength(1);
      expect(await saying(page, 'can you confirm')).toEqual([]);
    }

    await (await open(developer, 'fixed in 2.1.')).getByRole('button', { name: 'Delete' }).click();
    await developer.page.getByText('Your comment was deleted.').waitFor();
    await (await open(analyst, 'Thanks')).getByRole('button', { name: 'Delete the comment' }).click();
    await analyst.page.getByText('The comment was deleted').waitFor();
    await look(130);
    for (const { page } of [developer, engineer, analyst]) expect(await comments(page).count()).toBe(0);
    expect(nothingTwice()).toEqual([]);
    expect([...analyst.problems, ...developer.problems, ...engineer.problems]).toEqual([]);
  }),
  120_000,
);

it(
  'a move, and "Won’t Do" with the meaning that the admin gave it, become the status in the portal',
  stage.play(async (scene) => {
    const resolutions = await resolutionsOf(scene.sandbox.origin);
    const { document, versions } = await callAsAdmin(scene.sandbox, 'settings.get', {});
    const { id, name } = resolutions.find((one) => one.name === "Won't Do") ?? {};
    const status = 'permanently_risk_accepted';
    await callAsAdmin(scene.sandbox, 'settings.save', {
      section: 'statuses',
      version: versions.statuses,
      value: { ...document.statuses, resolutions: [{ resolution: { id, name }, status }] },
    });
    const { look, analyst, developer, engineer } = await together(scene, 'PORTAL-2');
    await look();
    await moveTo(developer.page, 'Done');
    await look();
    await analyst.page.getByRole('combobox', { name: 'Status' }).waitFor();
    expect(await statusOf(analyst)).toBe('resolved');
    await moveTo(engineer.page, 'Open');
    await look();
    expect(await statusOf(analyst)).toBe('verified');
    await moveTo(engineer.page, 'Rejected');
    await look();
    expect(await statusOf(analyst)).toBe(status);
  }),
  120_000,
);

it(
  'what happens while the portal is down for an hour arrives afterwards, in order, and nothing twice',
  stage.play(async (scene) => {
    const { look, analyst, developer } = await together(scene, 'PORTAL-3');
    await look();
    await answers(analyst, 'down');
    await look();
    for (const text of ['First', 'Second', 'Third']) {
      await write(developer, `${text} while it was down`);
      await look(15);
    }
    await moveTo(developer.page, 'Done');
    await look(15);
    expect(await saying(analyst.page, 'while it was down')).toEqual([]);
    expect(await statusOf(analyst)).toBe('verified');
    await answers(analyst, 'well');
    await look(130);
    const told = await saying(analyst.page, 'while it was down');
    expect(told.map((words) => /(\w+) while/.exec(words)?.[1])).toEqual(['First', 'Second', 'Third']);
    expect(await statusOf(analyst)).toBe('resolved');
    expect(nothingTwice()).toEqual([]);
  }),
  120_000,
);

/** Numbers of events that came twice or out of order, and signatures that did not hold. */
function nothingTwice(): unknown[] {
  const arrivals = [...portal.state.arrivals].reverse();
  const numbers = arrivals.flatMap(({ events }) => events.map(({ n }) => n));
  const wrong = numbers.filter((n, index) => index > 0 && n !== (numbers[index - 1] ?? 0) + 1);
  return [...wrong, ...arrivals.filter(({ signature }) => signature !== 'holds')];
}

async function write({ page }: Visitor, text: string): Promise<void> {
  await page.getByLabel('Add a comment').fill(text);
  await page.locator('form.comment-form').first().getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your comment was added.').waitFor();
}

/** The comment that holds a text, opened to be changed by whoever wrote it. */
async function open({ page }: Visitor, text: string): Promise<Locator> {
  const box = comments(page).filter({ hasText: text });
  await box.getByText('Edit', { exact: true }).click();
  return box;
}

async function moveTo(page: Page, status: string): Promise<void> {
  await page.locator('.status > summary').click();
  await page.locator('.status button', { hasText: status }).click();
  await page.getByText(`is now ${status}.`).waitFor();
}

async function answers({ page }: Visitor, behaviour: string): Promise<void> {
  await page.goto(portal.origin);
  await page.getByRole('combobox', { name: 'The portal answers' }).selectOption(behaviour);
  await page.getByRole('button', { name: 'Set' }).click();
  await page.getByText('From now on the portal answers so.').waitFor();
}

const statusOf = ({ page }: Visitor) => page.getByRole('combobox', { name: 'Status' }).inputValue();

async function resolutionsOf(origin: string): Promise<{ id: string; name: string }[]> {
  const authorization = `Basic ${Buffer.from(`${PEOPLE.admin}:`).toString('base64')}`;
  const answer = await fetch(`${origin}/rest/api/3/resolution/search`, { headers: { authorization } });
  return ((await answer.json()) as { values: { id: string; name: string }[] }).values;
}
