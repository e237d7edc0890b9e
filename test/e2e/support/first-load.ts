/** What the first load of a page costs: bytes over the wire and movement of what people already see. */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** Files of the platform, not of the app; the icons of Jira's own sidebar lie there too. */
const platform = ['/__bridge.js', '/__theme.css', '.svg'];

/** Sizes by path: the names of the files say what is in them. */
const known = new Map<string, number>();

/** Collects scripts and styles that the app's page asks for from now on, with nothing left from an earlier page. */
export async function watchRequests(
  page: Page,
  site: string,
): Promise<{ gzipped(): Promise<Map<string, number>> }> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.clearBrowserCache');
  const answers: Response[] = [];
  page.on('response', (answer) => {
    const { origin, pathname } = new URL(answer.url());
    if (origin !== site && !platform.some((end) => pathname.endsWith(end))) answers.push(answer);
  });
  return {
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
