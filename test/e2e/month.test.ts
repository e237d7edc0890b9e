import { launchBrowser } from '../support/browser';
import { buildIfStale } from '../sandbox/build';
import { inspect } from './support/inspect';
import { playMonth } from './support/month';
import { appDir } from './support/sandbox';
import { openVisitor } from './support/visitors';

it('shows on the overview what was created and closed in a month', async () => {
  buildIfStale(appDir);
  const launched = await launchBrowser();
  if ('skip' in launched) {
    console.warn(`Not run: ${launched.skip}`);
    return;
  }
  const { sandbox, created, resolved } = await playMonth();
  try {
    const admin = await openVisitor(launched.browser, sandbox, 'admin');
    const app = await admin.admin('overview');
    const chart = app.getByRole('region', { name: 'Findings in the last 30 days' });
    await chart.waitFor();
    const text = await chart.innerText();
    expect(text).toMatch(new RegExp(`Created\\s+${String(created)}`));
    expect(text).toMatch(new RegExp(`(Changed|Closed or deleted)\\s+${String(resolved)}`));
    expect(await inspect(admin.page, 'month-overview')).toEqual([]);
  } finally {
    await launched.browser.close();
    await sandbox.close();
  }
}, 240_000);
