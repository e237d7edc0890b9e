import type { Frame, Page } from 'playwright-core';

/** What is inside of a frame of the page, once that is there. */
export async function frameAt(page: Page, selector: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(selector)).contentFrame();
  if (!frame) throw new Error(`${selector} has no page.`);
  return frame;
}

/** A frame, and all that are inside of it. */
export function withInner(frame: Frame): Frame[] {
  return [frame, ...frame.childFrames().flatMap(withInner)];
}
