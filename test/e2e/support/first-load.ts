/** What the first load of a page costs: bytes over the wire and movement of what people already see. */
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page, Request, Response } from 'playwright-core';

/** Files of the platform, not of the app; the icons of Jira's own sidebar lie there too. */
const platform = ['/__bridge.js', '/__theme.css', '.svg'];

/** Sizes by path: the names of the files say what is in them. */
const known = new Map<string, number>();

/** What a page asks for. */
export interface Asked {
  /** Waits until nothing was asked for in the last half second and all has come. */
  done(): Promise<void>;
  /** Bytes of each script and style of the app, by path, as they are sent. */
  gzipped(): Promise<Map<string, number>>;
}

/** Follows what the page asks for from now on, with nothing left from an earlier page. */
export async function watchRequests(page: Page, site: string): Promise<Asked> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.clearBrowserCache');
  const answers: Response[] = [];
  page.on('response', (answer) => {
    const { origin, pathname } = new URL(answer.url());
    if (origin !== site && !platform.some((end) => pathname.endsWith(end))) answers.push(answer);
  });
  return {
    done: allCome(page),
    async gzipped() {
      const sizes = answers.map(async (answer): Promise<[string, number]> => {
        const { pathname } = new URL(answer.url());
        const size = known.get(pathname) ?? gzipSync(await answer.body()).byteLength;
        known.set(pathname, size);
        return [pathname, size];
      });
      return new Map(await Promise.all(sizes));
    },
  };
}

/** What Playwright calls `networkidle` sometimes never comes where a frame takes the place of another. */
function allCome(page: Page): () => Promise<void> {
  const waiting = new Set<Request>();
  let asked = 0;
  page.on('request', (request) => {
    asked += 1;
    waiting.add(request);
  });
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));
  return async () => {
    let before = -1;
    while (!page.isClosed() && (asked !== before || waiting.size > 0)) {
      before = asked;
      await sleep(500);
    }
  };
}

/** Adds up from the very start how far things jump; `shiftOf` reads it. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.layoutShift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
}

/** Cumulative layout shift of the page and its frames so far. */
export async function shiftOf(page: Page): Promise<number> {
  const shifts = page.frames().map(async (frame) => await frame.evaluate<number>('globalThis.layoutShift'));
  return (await Promise.all(shifts)).reduce((sum, shift) => sum + shift, 0);
}
