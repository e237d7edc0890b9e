import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { PanelView } from '../../../src/contract/panel-calls';
import { launchBrowser } from '../../support/browser';
import { buildIfStale } from '../build';
import { PEOPLE } from '../jira/seed';
import { APP_DIR, openTestSite, type TestSite, type Who } from './support';

let test: TestSite;
let browser: Browser | undefined;
let skipped = '';
const problems: string[] = [];

beforeAll(async () => {
  buildIfStale(APP_DIR);
  test = await openTestSite();
  const launched = await launchBrowser();
  if ('browser' in launched) browser = launched.browser;
  else skipped = launched.skip;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await test.web.close();
});

/** A page of the site as that person sees it; what goes wrong in it is kept in `problems`. */
async function open(path: string, who: Who = 'admin'): Promise<Page | undefined> {
  if (!browser) {
    console.warn(`Not run: ${skipped}`);
    return undefined;
  }
  const context = await browser.newContext();
  await context.addCookies([{ name: 'sandbox-user', value: PEOPLE[who], url: test.web.origin }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(test.web.origin + path);
  return page;
}

function panelIn(page: Page): FrameLocator {
  return page.frameLocator('[data-panel="finding"] iframe');
}

function panelView(linkedId: string): PanelView {
  return {
    finding: {
      id: 'F-1',
      product: 'shop',
      title: 'Command injection',
      severity: 'critical',
      status: 'verified',
      kind: 'vulnerability',
      url: 'https://portal.example/F-1',
      cve: ['CVE-2026-1'],
    },
    role: 'product',
    sync: { state: 'synced' },
    linked: { id: linkedId },
  };
}

it('shows the panel once it is added, and of the linked issue only what the person may see', async () => {
  const product = test.create('WEB', 'Command injection', { finding: true });
  const security = test.create('SEC', 'Command injection, seen by security', { finding: true });
  test.answer = () => panelView(test.site.issue(security).id);
  const page = await open(`/browse/${product}`, 'engineer');
  if (!page) return;
  await page.getByText('Apps', { exact: true }).click();
  await page.getByText('Add this panel to the issue').click();
  const panel = panelIn(page);
  await panel.getByRole('link', { name: /^Command injection$/ }).waitFor();
  await panel.getByText('Command injection, seen by security').waitFor();
  expect(await panel.locator('body').innerText()).toMatch(
    /Critical[\s\S]*Verified[\s\S]*CVE-2026-1[\s\S]*Security issue[\s\S]*Open/,
  );

  const others = await open(`/browse/${product}`, 'developer');
  if (!others) return;
  await panelIn(others).getByText('CVE-2026-1').waitFor();
  expect(await panelIn(others).locator('body').innerText()).not.toMatch(
    /Security issue|SEC-|seen by security/,
  );
  expect(problems.filter((text) => !text.includes('404'))).toEqual([]);
}, 60_000);

it('fits the frame to the panel, and follows the site into the dark', async () => {
  const key = test.create('WEB', 'Nothing wrong here', { finding: true });
  test.answer = () => ({});
  await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'add' });
  const page = await open(`/browse/${key}`);
  if (!page) return;
  await panelIn(page).getByText('No finding belongs to this issue.').waitFor();
  await page.waitForFunction(
    "document.querySelector('[data-panel] iframe').getBoundingClientRect().height < 100",
  );
  await page.evaluate("document.documentElement.dataset.colorMode = 'dark'");
  await panelIn(page).locator('html[data-color-mode=dark]').waitFor();
}, 60_000);

it('closes a menu with Escape and moves an issue by its status menu', async () => {
  const key = test.create('WEB', 'To be done');
  const page = await open(`/browse/${key}`, 'developer');
  if (!page) return;
  const status = page.locator('.status > summary');
  await status.click();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('button', { name: 'Done' }).isVisible()).toBe(false);
  await status.click();
  await page.locator('.status button', { hasText: 'Done' }).click();
  await page.getByText(`${key} is now Done.`).waitFor();
}, 60_000);
