import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { buildIfStale } from '../build';
import { APP_DIR, openTestSite, type TestSite } from './support';

let test: TestSite;
let browser: Browser | undefined;
let skipped = '';

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

interface Opened {
  readonly page: Page;
  /** The page of the app. */
  readonly app: Frame;
  readonly base: string;
}

/** Opens the settings of the app as the administrator. */
async function open(route: string): Promise<Opened | undefined> {
  if (!browser) {
    console.warn(`Not run: ${skipped}`);
    return undefined;
  }
  const { appId, environmentId } = test.host.identity;
  const base = `/jira/settings/apps/${appId}/${environmentId}`;
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${test.web.origin}${base}/${route}`);
  const element = await page.waitForSelector('iframe.app-frame');
  const app = await element.contentFrame();
  if (!app) throw new Error('The frame of the app has no page.');
  await until(app, 'globalThis.__bridge !== undefined');
  return { page, app, base };
}

/** Waits until the expression is true in the frame; its policy forbids the evaluation that waitForFunction uses. */
async function until(frame: Frame, expression: string): Promise<void> {
  while ((await frame.evaluate(expression)) !== true) await frame.page().waitForTimeout(50);
}

function callBridge(app: Frame, command: string, data?: unknown): Promise<unknown> {
  return app.evaluate(`__bridge.callBridge(${JSON.stringify(command)}, ${JSON.stringify(data)})`);
}

it('keeps the address of the browser and the routes of the app in step', async () => {
  const opened = await open('connections');
  if (!opened) return;
  const { page, app, base } = opened;
  await app.evaluate(`(async () => {
    globalThis.seen = [];
    globalThis.routes = await __bridge.callBridge('createHistory');
    routes.listen((place, action) => seen.push(action + ' ' + place.pathname));
  })()`);
  expect(await app.evaluate('routes.location.pathname')).toBe('/connections');
  await page.getByRole('link', { name: 'Team spaces' }).click();
  await until(app, "seen.includes('PUSH /spaces')");
  await app.evaluate("routes.push('/products/shop?tab=1')");
  await page.waitForURL(`**${base}/products/shop?tab=1`);
  await page.goBack();
  await until(app, "seen.at(-1) === 'POP /spaces'");
  expect(await page.locator('.entry[aria-current]').innerText()).toBe('Team spaces');
  expect(await app.evaluate('seen')).toEqual(['PUSH /spaces', 'PUSH /products/shop', 'POP /spaces']);
}, 60_000);

it('refuses a command of the bridge that it does not know, by name', async () => {
  const opened = await open('connections');
  if (!opened) return;
  await expect(callBridge(opened.app, 'publishRealtimeChannel', {})).rejects.toThrow(
    "The sandbox does not know the bridge command 'publishRealtimeChannel'.",
  );
}, 60_000);

it('runs no inline script in a page of the app', async () => {
  const opened = await open('connections');
  if (!opened) return;
  await opened.app.evaluate(`(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.head.append(script);
  })()`);
  expect(await opened.app.evaluate('globalThis.inlineRan === undefined')).toBe(true);
}, 60_000);

it('shows flags, and calls the page back when their action is pressed', async () => {
  const opened = await open('connections');
  if (!opened) return;
  const { page, app } = opened;
  await app.evaluate(`__bridge.callBridge('showFlag', {
    id: 'saved', title: 'Saved', description: '14 products inherit this', type: 'success',
    actions: [{ text: 'Undo', onClick: () => { globalThis.undone = true; } }],
  })`);
  await page.getByText('14 products inherit this').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(app, 'globalThis.undone === true');
  await callBridge(app, 'closeFlag', { id: 'saved' });
  await page.getByText('14 products inherit this').waitFor({ state: 'detached' });
}, 60_000);

it('opens a dialog with its context and hands back what it is closed with', async () => {
  const opened = await open('connections');
  if (!opened) return;
  const { page, app } = opened;
  await app.evaluate(`__bridge.callBridge('openModal', {
    resource: 'admin-page', context: { asked: 'why' }, onClose: (payload) => { globalThis.closedWith = payload; },
  })`);
  const dialog = await (await page.waitForSelector('dialog iframe')).contentFrame();
  if (!dialog) throw new Error('The dialog has no page.');
  await until(dialog, 'globalThis.__bridge !== undefined');
  expect(
    await dialog.evaluate("__bridge.callBridge('getContext').then((context) => context.extension.modal)"),
  ).toEqual({ asked: 'why' });
  await dialog.evaluate("void __bridge.callBridge('close', { answer: 42 })");
  await until(app, 'globalThis.closedWith?.answer === 42');
  expect(await page.locator('dialog').count()).toBe(0);
}, 60_000);

it('lets the app call an address outside only after the administrator agreed in a dialog', async () => {
  const opened = await open('connections');
  if (!opened) return;
  const { page, app } = opened;
  const wanted = {
    egresses: [
      {
        key: 'portal',
        description: 'The portal',
        configured: [{ domain: 'https://portal.example', type: ['FETCH_BACKEND_SIDE'] }],
      },
    ],
  };
  const ask = `globalThis.asked = __bridge.callBridge('__permission__egressSet', ${JSON.stringify(wanted)}).then(() => 'granted', (error) => error.message)`;
  await app.evaluate(`void (${ask})`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await app.evaluate('asked')).toBe('The administrator did not agree.');
  expect(test.host.egress.groups).toEqual({});
  await app.evaluate(`void (${ask})`);
  await page.getByText('https://portal.example').waitFor();
  await page.getByRole('button', { name: 'Allow' }).click();
  expect(await app.evaluate('asked')).toBe('granted');
  expect(test.host.egress.groups).toEqual({ portal: ['https://portal.example'] });
}, 60_000);
