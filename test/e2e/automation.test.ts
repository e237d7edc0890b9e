/** Actions of Jira Automation, in a browser: the form of the rule builder, and what a rule comes to as three users. */
import type { Page } from 'playwright-core';
import type { PortalAccess } from '../sandbox/start/state';
import { makeBusy } from './support/busy-site';
import { lookUp } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

let portal: PortalAccess;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});

async function run(page: Page, issue: string, user: string): Promise<string> {
  await page.getByLabel('Issue of the rule').fill(issue);
  await page.getByLabel('User of the connection').selectOption({ label: user });
  const shown = page.waitForEvent('domcontentloaded');
  await page.getByRole('button', { name: 'Run the action' }).click();
  await shown;
  return page.locator('section', { hasText: 'Audit log' }).innerText();
}

it(
  'an action is configured in the rule builder, and acts as the user of its connection',
  stage.play(async ({ enter }) => {
    const [view] = await lookUp(portal, ['SHOP-101']);
    const key = view?.issues.product?.key ?? '';
    const { page, visit, problems } = await enter('admin');
    await visit('/automation');
    await page.getByText('Accept the risk of a finding').click();
    const form = page.frameLocator('iframe.app-frame');
    await form.getByLabel('Accepted until, that day included').waitFor();
    expect(await form.getByLabel('Accepted until, that day included').inputValue()).toBe('90');
    expect(await form.getByLabel('Issue').inputValue()).toBe('{{issue.key}}');
    await form.getByLabel('Reason').fill("Won't Do");
    expect(await inspect(page, 'automation-action')).toEqual([]);
    expect(await run(page, key, 'Outsider')).toContain('No finding belongs to this issue.');
    expect(await run(page, key, 'Product developer')).toContain('permission to edit the security issue');
    const done = await run(page, key, 'Security engineer');
    expect(done).toContain('Audit log: success');
    expect(done).toContain('status: temporarily_risk_accepted');
    expect(await inspect(page, 'automation-done')).toEqual([]);
    await page.getByLabel('This user has allowed the app').uncheck();
    expect(await run(page, key, 'Security engineer')).toContain('has not allowed Security Findings');
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'the form speaks German',
  stage.play(async ({ enter }) => {
    const { page, visit } = await enter('admin', 'de-DE');
    await page.setViewportSize({ width: 900, height: 900 });
    await visit('/automation/mark-false-positive');
    const form = page.frameLocator('iframe.app-frame');
    await form.getByLabel('Begründung').fill('Testseite');
    expect(await form.getByLabel('Akzeptiert bis').count()).toBe(0);
    expect(await inspect(page, 'automation-german-900')).toEqual([]);
  }),
  120_000,
);
