/** People of the site in front of real browser windows. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { PEOPLE } from '../../sandbox/jira/seed';
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

/** Opens a window of 1280 × 800 for that person; nothing moves in it, so that pictures and checks are steady. */
export async function openVisitor(
  browser: Browser,
  sandbox: Sandbox,
  who: Who,
  locale = 'en-US',
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    locale,
  });
  await addCookie(context, sandbox, 'sandbox-user', PEOPLE[who]);
  const page = await context.newPage();
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
    leave: () => context.close(),
  };
}

/** The frame of the app on a page of Jira, once its heading is there. */
export async function appFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe.app-frame');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The frame of the app has no page.');
  await frame.waitForSelector('h1');
  return frame;
}

function addCookie(context: BrowserContext, { origin }: Sandbox, name: string, value: string): Promise<void> {
  return context.addCookies([{ name, value, url: origin }]);
}
