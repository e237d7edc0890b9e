/** Looks at a page in both colour modes: the accessibility check, and a picture where SCREENSHOTS names a folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { fillsThePage, violationsIn, type Place } from './axe';

// Dark mode gives the same elements other colours: all else that can be wrong with them is looked at once.
const modes = [
  ['light', 'everything'],
  ['dark', 'colours'],
] as const;
const barHeight = 48;

/** How much of a page is looked at; left out, what fills Jira's page or else all of it, in both colour modes. */
export interface Look {
  readonly place?: Place;
  /** The page in another language has the colours that it has in English: it is looked at in the light only. */
  readonly inOtherWords?: boolean;
}

/** Everything that is wrong with the page as it stands; empty when all is well. */
export async function inspect(page: Page, name: string, look: Look = {}): Promise<string[]> {
  const found: string[] = [];
  await settled(page);
  const place = look.place ?? ((await page.locator(fillsThePage).count()) > 0 ? 'app' : 'all');
  for (const [mode, lookedAt] of look.inOtherWords === true ? modes.slice(0, 1) : modes) {
    await page.evaluate(`document.documentElement.dataset.colorMode = '${mode}'`);
    for (const frame of appFrames(page)) await frame.waitForSelector(`html[data-color-mode="${mode}"]`);
    await endTransitions(page);
    found.push(...(await violationsIn(page, lookedAt, place)).map((violation) => `${mode}: ${violation}`));
    await takePicture(page, `${name}-${mode}`);
  }
  return found;
}

/** Waits until nothing on the page says that it is loading. */
export async function settled(page: Page): Promise<void> {
  for (const frame of appFrames(page)) {
    await frame.locator('body *').first().waitFor();
    await frame.locator('[role="status"][aria-label$="…"]').first().waitFor({ state: 'detached' });
    await frame.getByText('Loading the finding…').waitFor({ state: 'detached' });
  }
}

/** Colours that are on their way from one to the next have a contrast that nobody complains about. */
async function endTransitions(page: Page): Promise<void> {
  for (const frame of page.frames()) await frame.evaluate(END_TRANSITIONS);
}

// The end of one may be the start of the next, in elements that inherit from it; spinners never end.
const END_TRANSITIONS = `
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const running = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity);
    if (running.length === 0) break;
    for (const animation of running) animation.finish();
  }
`;

function appFrames(page: Page): Frame[] {
  return page.frames().filter((frame) => frame !== page.mainFrame());
}

/** Stores a picture as people see the page; a second one with everything where the page scrolls. */
async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  const size = page.viewportSize();
  const height = await contentHeight(page);
  if (size === null || height <= size.height) return;
  await page.setViewportSize({ ...size, height });
  await page.screenshot({ path: join(folder, `${name}-whole.png`), animations: 'disabled' });
  await page.setViewportSize(size);
}

async function contentHeight(page: Page): Promise<number> {
  const measure = 'document.documentElement.scrollHeight';
  const inside = appFrames(page).map(async (frame) => await frame.evaluate<number>(measure));
  const main = await page.evaluate<number>("document.querySelector('main').scrollHeight");
  return Math.min(4_000, barHeight + Math.max(main, ...(await Promise.all(inside))));
}
