import { launchBrowser } from '../support/browser';
import { buildIfStale } from '../sandbox/build';
import { inspect } from './support/inspect';
import { playMonth } from './support/month';
import { appDir } from './support/sandbox';
import { createWindows } from './support/visitors';

it('shows what was created and closed in a month, and what it used of Jira', async () => {
  buildIfStale(appDir);
  const launched = await launchBrowser();
  if ('skip' in launched) {
    console.warn(`Not run: ${launched.skip}`);
    return;
  }
  const { sandbox, created, resolved } = await playMonth();
  try {
    const admin = await createWindows(launched.browser, sandbox).open('admin');
    const app = await admin.admin('overview');
    const chart = app.getByRole('region', { name: 'Findings in the last 30 days' });
    await chart.waitFor();
    const text = await chart.innerText();
    expect(text).toMatch(new RegExp(`Created\\s+${String(created)}`));
    expect(text).toMatch(new RegExp(`(Changed|Closed or deleted)\\s+${String(resolved)}`));
    expect(await inspect(admin.page, 'month-overview')).toEqual([]);
    const activity = await admin.admin('activity');
    await activity.getByRole('tab', { name: 'Charts' }).click();
    for (const name of ['Calls to Jira in the last 24 hours', 'Jira points in the last 24 hours']) {
      const used = activity.getByRole('region', { name });
      await used.waitFor();
      expect(await used.innerText()).toMatch(/In the busiest hour\s+[1-9]/);
    }
    expect(await inspect(admin.page, 'month-activity')).toEqual([]);
  } finally {
    await launched.browser.close();
    await sandbox.close();
  }
}, 240_000);
