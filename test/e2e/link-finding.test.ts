/** Linking an issue to a finding that has none, in a browser: a developer, and somebody who sees nothing. */
import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from '../sandbox/eventually';
import { PEOPLE } from '../sandbox/jira/seed';
import { jiraClient } from '../sandbox/start/jira-client';
import type { PortalAccess } from '../sandbox/start/state';
import { makeBusy } from './support/busy-site';
import { lookUp, sendFindings } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

let portal: PortalAccess;
const unseen = {
  id: 'INFO-1',
  product: 'shop',
  title: 'The banner of the web server names its version',
  severity: 'info',
  status: 'verified',
};
const rightToLeft = { ...unseen, id: 'INFO-2', title: 'חשיפת גרסה (nginx 1.2)!' };
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
  await sendFindings(portal, [unseen, rightToLeft]);
});

/** Opens the action from the issue's menu, and answers its page. */
async function openAction(page: Page, title: string): Promise<FrameLocator> {
  await page.locator('summary', { hasText: 'More actions' }).click();
  await page.getByRole('button', { name: title }).click();
  return page.frameLocator('dialog.app-dialog iframe');
}

it(
  'a developer links an issue by keyboard, and its panel takes the place of the action',
  stage.play(async ({ enter, sandbox }) => {
    const jira = jiraClient(sandbox.origin, PEOPLE.developer);
    const key = await jira.create('WEB', 'Task', 'Hide the version of the web server');
    const { page, visit, problems } = await enter('developer');
    await visit(`/browse/${key}`);
    const action = await openAction(page, 'Link a finding');
    await action.getByRole('row').getByText(unseen.title).waitFor();
    expect(await inspect(page, 'link-finding')).toEqual([]);
    await action.getByLabel('Search findings').fill('banner of');
    await action.getByRole('row').getByText('INFO-2').waitFor({ state: 'detached' });
    await action.getByRole('button', { name: 'Choose' }).focus();
    await page.keyboard.press('Enter');
    await action.getByText(`${key} becomes this finding's issue here.`).waitFor();
    expect(await inspect(page, 'link-finding-confirm')).toEqual([]);
    await action.getByRole('button', { name: `Link ${key}` }).focus();
    await page.keyboard.press('Enter');
    await action.getByText(`${key} is linked`).waitFor();
    expect(await inspect(page, 'link-finding-done')).toEqual([]);
    await eventually('the portal sees the issue', async () => {
      const [view] = await lookUp(portal, [unseen.id]);
      return view?.issues.product?.key === key && view.state === 'synced' ? true : undefined;
    });
    const shownAnew = page.waitForEvent('load');
    await action.getByRole('button', { name: 'Close' }).click();
    await shownAnew;
    await page.getByText('Apps', { exact: true }).click();
    await page.getByText('Add this panel to the issue').click();
    await page.frameLocator('[data-panel="finding"] iframe').getByText(unseen.title).waitFor();
    await page.locator('summary', { hasText: 'More actions' }).click();
    expect(await page.getByRole('button', { name: 'Link a finding' }).count()).toBe(0);
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'in Russian, 900 pixels wide, an outsider learns nothing of what a developer is offered',
  stage.play(async ({ enter, sandbox }) => {
    const key = await jiraClient(sandbox.origin, PEOPLE.admin).create('WEB', 'Task', 'Not for everybody');
    const developer = await enter('developer', 'ru-RU');
    await developer.page.setViewportSize({ width: 900, height: 800 });
    await developer.visit(`/browse/${key}`);
    const action = await openAction(developer.page, 'Связать с находкой');
    await action.getByRole('row').getByText(rightToLeft.title).waitFor();
    expect(await inspect(developer.page, 'link-finding-russian-900')).toEqual([]);
    const outsider = await enter('outsider');
    await outsider.visit(`/browse/${key}`);
    await outsider.page.getByText("We couldn't find this issue").waitFor();
    expect(await outsider.page.content()).not.toMatch(/banner|Not for everybody|nginx/);
  }),
  120_000,
);
