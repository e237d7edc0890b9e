import type { Page } from 'playwright-core';
import { makeBusy } from './support/busy-site';
import { findings } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';
import { appFrame, type Who } from './support/visitors';

const stage = useStage(makeBusy);

interface View {
  readonly name: string;
  readonly path: string;
  readonly who?: Who;
  readonly prepare?: (page: Page) => Promise<void>;
}

const views: readonly View[] = [
  { name: 'all-issues', path: '/issues' },
  { name: 'space', path: '/projects/SEC' },
  { name: 'issue', path: '/browse/WEB-1' },
  { name: 'issue-with-panel', path: '/issues', prepare: openIssueWithPanel },
  { name: 'issue-of-developer', path: '/browse/WEB-1', who: 'developer' },
  { name: 'no-such-issue', path: '/browse/WEB-1', who: 'outsider' },
  { name: 'no-permission', path: '/jira/settings/apps', who: 'developer' },
  { name: 'apps', path: '/jira/settings/apps' },
  { name: 'page-of-the-app', path: '/jira/settings/apps', prepare: openPageOfTheApp },
  { name: 'what-happens', path: '/sandbox' },
];

it.each(views)(
  'has nothing to complain about on the view "$name" of the site, light and dark',
  ({ name, path, who = 'admin', prepare }) =>
    stage.play(async ({ enter }) => {
      const visitor = await enter(who);
      await visitor.visit(path);
      await prepare?.(visitor.page);
      expect(await inspect(visitor.page, `site-${name}`, { place: 'all' })).toEqual([]);
    })(),
  60_000,
);

async function openPageOfTheApp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Overview' }).click();
  await appFrame(page);
}

/** The issue of a finding with all its facts, its panel added and in view. */
async function openIssueWithPanel(page: Page): Promise<void> {
  await page
    .locator('tr', { hasText: 'WEB-' })
    .getByRole('link', { name: findings[0].title })
    .first()
    .click();
  await page.getByText('Apps', { exact: true }).click();
  await page.getByText('Add this panel to the issue').click();
  const panel = page.frameLocator('[data-panel="finding"] iframe');
  await panel.getByText('Security issue').waitFor();
  // The frame follows the height of its page a moment later.
  await page.waitForFunction('document.querySelector(".app-panel iframe").offsetHeight > 100');
  await page.evaluate("document.querySelector('.app-panel').scrollIntoView({ block: 'end' })");
  await page.evaluate('document.querySelector("main").scrollBy(0, 24)');
}
