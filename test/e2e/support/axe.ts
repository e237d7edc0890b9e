/** The accessibility check of axe-core, run inside a page and its frames without loosening their policies. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
// The frames of the app are of another origin; the copies of axe in them must be allowed to answer.
const install = `${source};axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`;

/** What axe finds wrong in a page, frames of the app included, each with where and why. */
export async function violationsIn(page: Page): Promise<string[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate<boolean>('"axe" in globalThis'))) await frame.evaluate(install);
  }
  // What is in order would otherwise be described too, which takes several times as long as the check.
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
