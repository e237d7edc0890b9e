/** People of the site in front of real browser windows. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { PEOPLE } from '../../sandbox/jira/seed';
import { frameAt } from './frames';
import type { Sandbox } from './sandbox';

export type Who = keyof typeof PEOPLE;

/** A person with a browser of their own. */
export interface Visitor {
  readonly page: Page;
  /** What went wrong in the pages so far: errors of scripts and what the browser wrote as errors. */
  readonly problems: readonly string[];
  /** Opens a page of the site. */
  visit(path: string): Promise<Page>;
  /** Opens a page of the app in Jira's settings and answers its frame. */
  admin(route: string): Promise<Frame>;
  leave(): Promise<void>;
}

/** The windows of one browser. */
export interface Windows {
  /** Opens a window of 1280 × 800 for that person; nothing moves in it, so that pictures and checks are steady. */
  open(who: Who, locale?: string): Promise<Visitor>;
}

/**
 * The windows of a browser on a sandbox. Whoever leaves and comes again finds the browser as new but for what it learned
 * of scripts and styles: reading them again costs a third of the time of a page.
 */
export function createWindows(browser: Browser, sandbox: Sandbox): Windows {
  const free: { readonly locale: string; readonly context: BrowserContext }[] = [];
  return {
    async open(who, locale = 'en-US') {
      const at = free.findIndex((one) => one.locale === locale);
      const context = free.splice(at, at < 0 ? 0 : 1)[0]?.context ?? (await openContext(browser, locale));
      await addCookie(context, sandbox, 'sandbox-user', PEOPLE[who]);
      const page = await context.newPage();
      const leave = async (): Promise<void> => {
        // The first page stays: with the last one everything that was learned would go.
        const [first, ...opened] = context.pages();
        for (const one of opened) await one.close();
        if (first) await forget(first, sandbox);
        free.push({ locale, context });
      };
      return visitorOf(page, sandbox, leave);
    },
  };
}

async function openContext(browser: Browser, locale: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    locale,
  });
  await context.newPage();
  return context;
}

/** Empties what pages stored in the browser; that of the pages of Playwright would load one to do so. */
async function forget(page: Page, { origin, appOrigin }: Sandbox): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  for (const place of [origin, appOrigin])
    await browser.send('Storage.clearDataForOrigin', {
      origin: place,
      storageTypes: 'cookies,local_storage',
    });
  await browser.detach();
}

function visitorOf(page: Page, sandbox: Sandbox, leave: () => Promise<void>): Visitor {
  page.setDefaultTimeout(20_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return {
    page,
    problems,
    async visit(path) {
      await page.goto(sandbox.origin + path);
      return page;
    },
    async admin(route) {
      await page.goto(sandbox.adminUrl(route));
      return appFrame(page);
    },
    leave,
  };
}

/** What a visitor has in front of them, as text where there is any, and what went wrong: why a journey ends is said there. */
export async function whatIsShown({ page, problems }: Visitor): Promise<string> {
  const frames = page.frames().map(async (frame) => {
    const text = await frame.locator('body').innerText({ timeout: 1_000 }).catch(String);
    return `${frame.url()}\n${text === '' ? await frame.content().catch(String) : text}`;
  });
  return [...(await Promise.all(frames)), ...problems].join('\n\n');
}

/** The frame of the app on a page of Jira, once its heading is there. */
export async function appFrame(page: Page): Promise<Frame> {
  const frame = await frameAt(page, 'iframe.app-frame');
  await frame.waitForSelector('h1');
  return frame;
}

function addCookie(context: BrowserContext, { origin }: Sandbox, name: string, value: string): Promise<void> {
  return context.addCookies([{ name, value, url: origin }]);
}
