import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Frame, Locator } from 'playwright-core';
import { eventually } from '../sandbox/eventually';
import { PEOPLE } from '../sandbox/jira/seed';
import { jiraClient } from '../sandbox/start/jira-client';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';
import { appFrame, type Visitor } from './support/visitors';

const run = promisify(execFile);

/** Each journey has an app that nobody has set up. */
const plain = useStage();
const demanding = useStage();

/** A person's clicks; what is typed is none. */
function counting() {
  const count = { clicks: 0 };
  const click = async (target: Locator) => {
    await target.click();
    count.clicks += 1;
  };
  return { count, click };
}
type Click = ReturnType<typeof counting>['click'];

it(
  'leads an admin from nothing to the first closed pair in twelve clicks',
  plain.play(async ({ sandbox, enter }) => {
    const admin = await enter('admin');
    const { count, click } = counting();
    const app = await admin.admin('overview');
    await click(app.getByRole('button', { name: 'Open team spaces' }).first());
    await chooseSpace(app, click, 'Product team space', 'Web shop');
    await chooseSpace(app, click, 'Security team space', 'Security');
    await click(app.getByRole('button', { name: 'Save' }));
    const [product, security] = await connectAndSend(app, click);
    await closeIssue(admin, click, app, product);
    expect(count.clicks).toBeLessThanOrEqual(12);
    await isDone(sandbox.origin, security, 'Closed');
    await everyStepIsDone(admin, [product, security]);
    expect(await inspect(admin.page, 'first-hour-done')).toEqual([]);
    expect(admin.problems).toEqual([]);
  }),
  120_000,
);

it(
  'leads to the first closed pair in eighteen clicks where two fields are required',
  demanding.play(async ({ sandbox, enter }) => {
    const admin = await enter('admin');
    const { count, click } = counting();
    const app = await admin.admin('overview');
    await click(app.getByRole('button', { name: 'Open team spaces' }).first());
    await chooseSpace(app, click, 'Product team space', 'Web shop');
    await chooseSpace(app, click, 'Security team space', 'Payments');
    const card = app.getByRole('region', { name: 'Security team space' });
    await card.getByText('Choose a value for all findings here').waitFor();
    expect(await inspect(admin.page, 'first-hour-required')).toEqual([]);
    await click(card.getByRole('combobox', { name: 'Components' }));
    await click(app.getByRole('option', { name: 'Ledger' }));
    await admin.page.keyboard.press('Escape');
    await click(card.getByRole('combobox', { name: 'Environment type' }));
    await click(app.getByRole('option', { name: 'Production' }));
    await card.getByText('Everything that new issues of this type require is filled.').waitFor();
    await click(app.getByRole('button', { name: 'Save' }));
    const [product, security] = await connectAndSend(app, click);
    await closeIssue(admin, click, app, product);
    expect(count.clicks).toBeLessThanOrEqual(18);
    await isDone(sandbox.origin, security, 'Done');
    await everyStepIsDone(admin, [product, security]);
  }),
  120_000,
);

async function chooseSpace(app: Frame, click: Click, role: string, name: string): Promise<void> {
  const card = app.getByRole('region', { name: role });
  await click(card.getByRole('combobox', { name: 'Space', exact: true }));
  await click(app.getByRole('option', { name }).first());
  await card.getByText('Show the finding panel on issues of this space').waitFor();
}

/** Connects a portal, takes the command to a terminal, and waits for the links to the first issues. */
async function connectAndSend(app: Frame, click: Click): Promise<[string, string]> {
  await click(app.getByRole('button', { name: 'Next: Connect a portal' }));
  const form = app.getByRole('dialog', { name: 'Connect a portal' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Scanner');
  await click(form.getByRole('button', { name: 'Create connection' }));
  const dialog = app.getByRole('dialog', { name: 'Scanner is ready' });
  const command = await dialog.locator('pre').innerText();
  await click(dialog.getByRole('button', { name: 'Copy: Command' }));
  await run('bash', ['-c', command]);
  await dialog.getByText('Its first finding is in Jira').waitFor();
  const keys = await dialog.getByRole('link').allInnerTexts();
  return [keys[0] ?? '', keys[1] ?? ''];
}

/** Opens the product issue by its link and closes it there. */
async function closeIssue(admin: Visitor, click: Click, app: Frame, key: string): Promise<void> {
  const opened = admin.page.context().waitForEvent('page');
  await click(app.getByRole('dialog').getByRole('link', { name: key }));
  const issue = await opened;
  await click(issue.locator('.status > summary'));
  await click(issue.locator('.status button', { hasText: 'Done' }));
  await issue.getByText(`${key} is now Done.`).waitFor();
  await issue.close();
}

async function isDone(origin: string, key: string, status: string): Promise<void> {
  const jira = jiraClient(origin, PEOPLE.admin);
  await eventually(`${key} is ${status}`, async () =>
    (await jira.status(key)).name === status ? true : undefined,
  );
}

/** The list shows five of five, with the issues as links, and goes only when it is put away. */
async function everyStepIsDone(admin: Visitor, keys: readonly string[]): Promise<void> {
  const app = await admin.admin('overview');
  await app.getByText('5 of 5 done').waitFor();
  const list = app.getByRole('region', { name: 'Set up' });
  expect(await list.getByRole('link').allInnerTexts()).toEqual(keys);
  await list.getByRole('button', { name: 'Finish set-up' }).click();
  await list.waitFor({ state: 'detached' });
  await admin.page.reload();
  const again = await appFrame(admin.page);
  await again.getByRole('region', { name: 'Held up' }).getByText('Nothing is held up.').waitFor();
  expect(await again.getByRole('region', { name: 'Set up' }).count()).toBe(0);
}
