/** The accessibility check of axe-core, run inside a page and its frames without loosening their policies. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { frameAt, withInner } from './frames';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
// The frames of the app are of another origin; the copies of axe in them must be allowed to answer.
const install = `${source};axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`;

/** Where axe looks: at all that is there, or at the page of the app in the frame that fills Jira's. */
export type Place = 'all' | 'app';

/** What axe looks at: everything, or only what its colours are to be blamed for. */
export type LookedAt = 'everything' | 'colours';

// What is in order would otherwise be described too, and styles be loaded for a rule that is off: both take longer
// than the check itself.
const options = { resultTypes: ['violations'], preload: { assets: ['media'] } };
const colourRules = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
/** The frame of the app that fills a page of Jira's; around it is the same each time. */
export const fillsThePage = 'main iframe.app-frame[data-fit="page"]';

/** What axe finds wrong in that place, frames included, each with where and why. */
export async function violationsIn(page: Page, lookedAt: LookedAt, place: Place): Promise<string[]> {
  const outermost = place === 'app' ? await frameAt(page, fillsThePage) : page.mainFrame();
  for (const frame of withInner(outermost))
    if (!(await frame.evaluate<boolean>('"axe" in globalThis'))) await frame.evaluate(install);
  const chosen = lookedAt === 'everything' ? options : { ...options, ...colourRules };
  // Only what is wrong comes back.
  const { violations } = await outermost.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(chosen)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
