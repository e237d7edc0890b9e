import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from '../sandbox/eventually';
import { choose, fieldToCopy, saveBy } from './support/controls';
import { checkTraffic } from './support/contract-check';
import { findings, sendFindings } from './support/findings';
import { useStage } from './support/stage';
import { appFrame, type Visitor } from './support/visitors';

const stage = useStage();
const [injection, cookie] = findings;

it(
  'leads from an empty site to a closed security issue',
  stage.play(async ({ sandbox, enter }) => {
    const admin = await enter('admin');
    const access = await connect(admin);
    await chooseSpaces(await enter('admin'));
    const receipt = await sendFindings(access, findings);
    expect(receipt.findings.map(({ id, state }) => ({ id, state }))).toEqual([
      { id: injection.id, state: 'synced' },
      { id: cookie.id, state: 'synced' },
    ]);
    await seeConnected(admin);

    const engineer = await enter('engineer');
    const [product, security] = await seeIssues(engineer);
    await openPanel(engineer, product);
    expect(await panelText(engineer.page)).toMatch(
      /Critical\s+.?SQL injection in the product search.?\s+Verified[\s\S]*CWE-89[\s\S]*src\/search\.js:42/,
    );
    expect(await panelText(engineer.page)).toMatch(new RegExp(`Security issue\\s+${security}[\\s\\S]*Open`));

    const developer = await enter('developer');
    await developer.visit(`/browse/${product}`);
    await panelIn(developer.page).getByText('CWE-89').waitFor();
    expect(await panelText(developer.page)).not.toMatch(/Security issue|SEC-/);
    expect(await developer.page.locator('main').innerText()).not.toContain('SEC-');
    await moveToDone(developer.page, product);

    await seeClosed(engineer, security, product);
    const outsider = await enter('outsider');
    await outsider.visit(`/browse/${product}`);
    await outsider.page.getByRole('heading', { name: "We couldn't find this issue" }).waitFor();
    expect(await outsider.page.locator('body').innerText()).not.toContain(injection.title);

    for (const visitor of [admin, engineer]) expect(visitor.problems).toEqual([]);
    await checkTraffic(sandbox.host.recorder.calls);
  }),
  120_000,
);

/** Makes a connection in the dialog, which stays open, and takes its address and secret from it. */
async function connect({ page, admin }: Visitor): Promise<{ baseUrl: string; secret: string }> {
  await admin('overview');
  await page
    .frameLocator('iframe.app-frame')
    .getByRole('button', { name: 'Open connections' })
    .first()
    .click();
  const app = page.frameLocator('iframe.app-frame');
  const form = app.getByRole('dialog', { name: 'Connect a portal' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Security portal');
  await form.getByRole('button', { name: 'Create connection' }).click();
  const dialog = app.getByRole('dialog', { name: 'Security portal is ready' });
  await dialog.getByText('Waiting for the first call…').first().waitFor();
  return { baseUrl: await fieldToCopy(dialog, 'Base URL'), secret: await fieldToCopy(dialog, 'Secret') };
}

async function chooseSpaces({ admin, page }: Visitor): Promise<void> {
  const app = await admin('spaces');
  for (const [card, project] of [
    ['Product team space', 'Web shop'],
    ['Security team space', 'Security'],
  ] as const) {
    const space = app.getByRole('region', { name: card });
    await space.getByRole('checkbox').first().click({ force: true });
    await choose(space, 'Space', project);
    // The last of the proposals that are read from the project.
    await space.getByText('Highest').waitFor();
  }
  await saveBy(app.getByRole('button', { name: 'Save' }), page);
  const shown = app.getByText('The panel is shown on the issues of this space.');
  await shown.nth(1).waitFor();
}

/** The dialog that waited for the first call says so by itself, and the overview no longer asks to set things up. */
async function seeConnected({ page, admin }: Visitor): Promise<void> {
  const app = await appFrame(page);
  const dialog = app.getByRole('dialog', { name: 'Security portal is ready' });
  await dialog.getByText('Connected', { exact: true }).waitFor();
  const overview = await admin('overview');
  await overview.getByText('Nothing is held up.').waitFor();
  await overview.getByText('Created', { exact: true }).nth(1).waitFor();
}

/** Both findings stand in both spaces; answers the keys of the first one's issues. */
async function seeIssues({ page, visit }: Visitor): Promise<[string, string]> {
  await visit('/issues');
  const rows = page.locator('tr', { hasText: injection.title });
  const keys = await rows.locator('td.key').allInnerTexts();
  expect(await page.locator('tr', { hasText: cookie.title }).count()).toBe(2);
  const of = (space: string) => keys.find((key) => key.startsWith(`${space}-`)) ?? '';
  expect(keys.length).toBe(2);
  return [of('WEB'), of('SEC')];
}

/** Saving the spaces showed it on all their issues. */
async function openPanel({ page, visit }: Visitor, key: string): Promise<void> {
  await visit('/issues');
  await page.getByRole('link', { name: key, exact: true }).click();
  await panelIn(page).getByText('Security issue').waitFor();
}

function panelIn(page: Page): FrameLocator {
  return page.frameLocator('[data-panel="finding"] iframe');
}

function panelText(page: Page): Promise<string> {
  return panelIn(page).locator('body').innerText();
}

async function moveToDone(page: Page, key: string): Promise<void> {
  await page.locator('.status > summary').click();
  await page.locator('.status button', { hasText: 'Done' }).click();
  await page.getByText(`${key} is now Done.`).waitFor();
}

async function seeClosed({ page, visit }: Visitor, security: string, product: string): Promise<void> {
  await eventually(`${security} is closed with its comment`, async () => {
    await visit(`/browse/${security}`);
    const status = await page.locator('.status-row').innerText();
    const comments = await page.locator('#comments').innerText();
    return (
      (status.includes('Closed') && comments.includes(`Closed because ${product} is done.`)) || undefined
    );
  });
}
