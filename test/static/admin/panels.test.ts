/** The panel on the issues of every space: one call of Jira's for a thousand of them, by the page, as the admin. */
import type * as Panel from '../../../static/admin/src/jira/panel';
import { PEOPLE } from '../../sandbox/jira/seed';
import { installBridge, readAs } from '../../support/bridge';
import { createWorld, type World } from '../../support/world';

installBridge();

const spaces = 1000;
const jiraTakesMs = 60_000;
const place = {
  locale: 'en',
  timezone: 'UTC',
  siteUrl: 'https://site.example',
  environmentId: 'env',
  localId: 'ari:cloud:ecosystem::extension/app/env/static/admin',
};
let world: World;
let panel: typeof Panel;
beforeAll(async () => {
  panel = await import('../../../static/admin/src/jira/panel');
  world = createWorld({ site: { taskMs: jiraTakesMs } });
});
afterAll(() => {
  world.close();
});

test('a thousand spaces take one call, and few that ask how far Jira is', async () => {
  const keys = Array.from({ length: spaces }, (_, index) => `P${String(index)}`);
  const ids = keys.map((key) => world.site.addProject({ key, name: `Space ${key}` }).id);
  const waited: number[] = [];
  const wait = (ms: number): Promise<void> => {
    waited.push(ms);
    world.clock.advance(ms);
    return Promise.resolve();
  };
  const { calls } = await readAs(world, PEOPLE.admin, () => panel.showPanels(ids, place, wait));
  const asked = calls.filter((path) => path.startsWith('/rest/api/3/task/'));
  expect(calls.filter((path) => path.endsWith('/panel/action/bulk/async'))).toHaveLength(1);
  expect(calls).toHaveLength(1 + asked.length);
  expect(asked.length).toBeLessThanOrEqual(15);
  const module = 'ari:cloud:ecosystem::extension/app/env/static/finding';
  expect(keys.filter((key) => world.site.pinnedPanels(key).includes(module))).toHaveLength(spaces);
  expect(Math.max(...waited)).toBeLessThanOrEqual(10_000);
}, 60_000);
