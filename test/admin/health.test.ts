import { fail, failStorage } from '../sandbox/faults';
import { createWorld, finding, type World } from '../support/world';
import { find } from './support';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

const day = 24 * 3_600_000;
const health = (now = false) => world.admin('health.get', { now });
const paths = async (now = true) => (await health(now)).problems.map(({ path }) => path);

async function usePay(more: object = {}): Promise<void> {
  await world.save('spaces', {
    product: {
      enabled: true,
      project: world.ref('project', 'PAY'),
      issueType: world.ref('type', 'PAY', 'Task'),
      ...more,
    },
  });
}

test('before the first look nothing is known, and nothing is claimed', async () => {
  expect(await health()).toEqual({ problems: [] });
});

test('once a day the app looks after what the settings name, by itself, also when no event comes', async () => {
  world.close();
  world = createWorld({ host: { eventDelayMs: () => 365 * day } });
  await world.useSpaces();
  await world.host.runUntilIdle({ maxVirtualMs: 10 * 60_000, schedules: true });
  const first = await health();
  expect(first.problems).toEqual([]);
  expect(first.checkedAt).toBeGreaterThan(0);
  world.site.archiveProject('WEB');
  expect(await paths(false)).toEqual([]);
  await world.host.runUntilIdle({ maxVirtualMs: day, schedules: true });
  const second = await health();
  expect(second.checkedAt).toBe((first.checkedAt ?? 0) + day);
  expect(second.problems).toMatchObject([
    {
      path: 'spaces.product.project',
      what: { code: 'archived', name: 'Web shop' },
      fix: { code: 'fixArchived' },
    },
  ]);
});

test.each<[string, () => void, () => void]>([
  ['archived', () => world.site.archiveProject('WEB'), () => world.site.unarchiveProject('WEB')],
  ['moved to the trash', () => world.site.trashProject('WEB'), () => world.site.restoreProject('WEB')],
])('a project that is %s is noticed at once, and also that it is back', async (_name, lose, bringBack) => {
  await world.useSpaces();
  lose();
  await world.settle(5);
  expect(await paths(false)).toEqual(['spaces.product.project']);
  bringBack();
  await world.settle(5);
  expect(await paths(false)).toEqual([]);
});

test('a project that is deleted for good is noticed at once', async () => {
  await world.useSpaces();
  world.site.deleteProject('WEB');
  await world.settle(5);
  expect(await paths(false)).toEqual(['spaces.product.project']);
});

test('an event of one project leaves what is known of the others', async () => {
  await world.useSpaces();
  world.site.archiveProject('SEC');
  await world.settle(5);
  world.jiraCalls();
  world.site.archiveProject('WEB');
  await world.settle(5);
  expect(await paths(false)).toEqual(['spaces.security.project', 'spaces.product.project']);
});

test('a project that no setting names is not looked at, and of one that is renamed nothing else', async () => {
  await world.useSpaces();
  world.jiraCalls();
  world.site.archiveProject('OPS');
  await world.settle(5);
  expect(world.jiraCalls()).toEqual([]);
  world.site.renameProject('WEB', 'Shop');
  await world.settle(5);
  const calls = world.jiraCalls();
  expect(calls).toContain(`GET /rest/api/3/project/${world.site.project('WEB').id}`);
  expect(calls.filter((call) => call.includes(`/project/${world.site.project('SEC').id}`))).toEqual([]);
  expect(await paths(false)).toEqual([]);
});

test('a look that storage did not take is taken again', async () => {
  await world.useSpaces();
  world.host.faults.add(failStorage(429, 'TOO_MANY_REQUESTS'));
  world.site.archiveProject('WEB');
  await world.settle(5);
  expect(await paths(false)).toEqual(['spaces.product.project']);
});

test('an admin can have it look at once', async () => {
  await world.useSpaces();
  world.site.trashProject('SEC');
  const { problems, checkedAt } = await health(true);
  expect(checkedAt).toBe(world.clock.now());
  expect(problems.map(({ path }) => path)).toEqual(['spaces.security.project']);
  world.site.restoreProject('SEC');
  expect(await paths()).toEqual([]);
});

test('issue types, statuses, priorities, components and fields that are gone are named by their place', async () => {
  await usePay({
    issueTypeByKind: { security_incident: { id: '99901', name: 'Incident' } },
    resolvedStatus: { id: '99902', name: 'Fixed' },
    components: ['Checkout', 'Ledger'].map((name) => find(world, '/rest/api/3/project/PAY/components', name)),
    dueDateField: { id: 'customfield_99903', name: 'Fix by' },
    assignee: { id: 'nobody-any-more', name: 'Somebody' },
    priorities: { enabled: true, map: { low: { id: '99904', name: 'P9' } } },
  });
  await world.save('closing', { wontDoResolutions: [{ id: '99905', name: 'Obsolete' }] });
  await world.save('fields', { fixed: { customfield_99906: 'x' } });
  world.site.removeComponent('PAY', 'Checkout');
  expect((await paths()).sort()).toEqual([
    'closing.wontDoResolutions.0',
    'fields.fixed.customfield_99906',
    'spaces.product.assignee',
    'spaces.product.components.0',
    'spaces.product.dueDateField',
    'spaces.product.issueTypeByKind.security_incident',
    // PAY demands a field that nothing fills.
    expect.stringMatching(/^spaces\.product\.mapping\.customfield_\d+$/) as string,
    'spaces.product.priorities.map.low',
    'spaces.product.resolvedStatus',
  ]);
});

test('a renamed thing is no problem: settings hold ids', async () => {
  await world.useSpaces({}, {});
  world.site.renameProject('WEB', 'Web store');
  expect(await paths()).toEqual([]);
});

test('spaces that are off are left alone, those that only a product uses are not', async () => {
  await world.useSpaces({ product: 'WEB', security: null });
  await world.save('products', {
    shop: { product: { project: world.ref('project', 'OPS') } },
    old: { product: { enabled: false, project: world.ref('project', 'APP') } },
  });
  world.site.archiveProject('OPS');
  world.site.archiveProject('APP');
  world.site.archiveProject('SEC');
  expect(await paths()).toEqual(['products.shop.product.project']);
});

test('a problem says how many held-up findings go through it', async () => {
  const portal = await world.connect();
  await world.useSpaces({ product: 'WEB', security: null });
  await world.save('products', { elsewhere: { product: { project: world.ref('project', 'OPS') } } });
  world.site.archiveProject('WEB');
  await portal.post('/v1/findings', {
    findings: [finding(), finding(), finding({ product: 'elsewhere' }), finding({ severity: 'info' })],
  });
  await world.settle();
  const { problems } = await health(true);
  expect(problems).toMatchObject([{ path: 'spaces.product.project', findings: 2 }]);
});

test('what Jira does not tell just now keeps the answer it had', async () => {
  await world.useSpaces();
  world.site.archiveProject('WEB');
  expect(await paths()).toEqual(['spaces.product.project']);
  world.host.faults.add(fail(502, { path: /project\//, times: Infinity }));
  expect(await paths()).toEqual(['spaces.product.project']);
  world.host.faults.clear();
  world.site.unarchiveProject('WEB');
  expect(await paths()).toEqual([]);
});

test('what was mended by saving is off the list without waiting for the daily look', async () => {
  await world.useSpaces();
  world.site.archiveProject('WEB');
  await world.settle(5);
  expect(await paths(false)).toEqual(['spaces.product.project']);
  await world.useSpaces({ product: 'OPS' });
  await world.settle(5);
  expect(await paths(false)).toEqual([]);
});
