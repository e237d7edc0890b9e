import { fail } from '../sandbox/faults';
import type { JiraStandIn } from '../sandbox/jira';
import { PEOPLE, seedSite, STEPWISE_WORKFLOW } from '../sandbox/jira/seed';
import { createWorld, finding, type World } from '../support/world';
import { ask, find } from './support';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

const head = { format: 'security-findings-settings', version: 1 };
const importInto = (target: World, document: unknown, apply = false) =>
  target.admin('settings.import', { document, apply });
const exported = async () => (await world.admin('settings.export', {})).document;

/** Settings that use one of everything. */
async function setUp(): Promise<void> {
  await world.save('spaces', {
    product: {
      enabled: true,
      project: world.ref('project', 'PAY'),
      issueType: world.ref('type', 'PAY', 'Task'),
      issueTypeByKind: { security_incident: world.ref('type', 'PAY', 'Bug') },
      resolvedStatus: world.ref('status', 'PAY', 'Done'),
      components: ['Checkout', 'Ledger'].map((name) =>
        find(world, '/rest/api/3/project/PAY/components', name),
      ),
      assignee: { id: PEOPLE.developer, name: 'Product developer' },
      statuses: { verified: { jira: [world.ref('status', 'PAY', 'In Progress')], direction: 'both' } },
      priorities: { enabled: true, map: { high: find(world, '/rest/api/3/priority/search', 'High') } },
    },
    security: {
      enabled: true,
      project: world.ref('project', 'SEC'),
      issueType: world.ref('type', 'SEC', 'Bug'),
    },
  });
  await world.save('products', {
    shop: { product: { project: world.ref('project', 'WEB'), components: [], statuses: {} } },
  });
  await world.save('closing', {
    status: world.ref('status', 'SEC', 'Closed'),
    wontDoResolutions: [find(world, '/rest/api/3/resolution/search', "Won't Do")],
  });
}

/** Another site that has things of the same names under other ids, unless `more` changes that. */
function otherWorld(more: (site: JiraStandIn) => void = () => undefined): World {
  return createWorld({
    site: { baseUrl: 'https://other-site.atlassian.net' },
    seed: (site) => {
      for (const key of ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'])
        site.addProject({
          key,
          name: `Other ${key}`,
          administrators: [PEOPLE.admin],
          components: ['One', 'Two'],
          workflow: { ...STEPWISE_WORKFLOW, name: `Workflow of ${key}` },
        });
      seedSite(site);
      more(site);
    },
  });
}

test('what was exported changes nothing when it is imported again', async () => {
  await setUp();
  const document = await exported();
  expect(await importInto(world, document, true)).toMatchObject({
    changes: [],
    unresolved: [],
    applied: true,
  });
  expect((await world.admin('settings.get', {})).versions.spaces).toBe(1);
});

test('an export holds no secret and names the site and everything it refers to', async () => {
  const portal = await world.connect();
  await setUp();
  const document = await exported();
  expect(JSON.stringify(document)).not.toContain(portal.secret);
  expect(document).toMatchObject({
    format: 'security-findings-settings',
    version: 2,
    exportedFrom: 'https://your-domain.atlassian.net',
  });
});

test('references that were saved without a name are exported with the name of today', async () => {
  const { id } = world.ref('project', 'WEB');
  const type = world.ref('type', 'WEB', 'Task').id;
  await world.save('spaces', { product: { enabled: true, project: { id }, issueType: { id: type } } });
  world.site.renameProject('WEB', 'Web store');
  expect((await exported()).spaces.product).toMatchObject({
    project: { id, name: 'Web store' },
    issueType: { id: type, name: 'Task' },
  });
});

test('settings of one site are imported into another with other ids, by name', async () => {
  await setUp();
  const document = await exported();
  const other = otherWorld();
  try {
    expect(other.ref('project', 'PAY').id).not.toBe(world.ref('project', 'PAY').id);
    const outcome = await importInto(other, document, true);
    expect(outcome).toMatchObject({ unresolved: [], applied: true });
    const { document: now } = await other.admin('settings.get', {});
    expect(now.spaces.product).toMatchObject({
      enabled: true,
      project: other.ref('project', 'PAY'),
      resolvedStatus: other.ref('status', 'PAY', 'Done'),
      components: ['Checkout', 'Ledger'].map((name) =>
        find(other, '/rest/api/3/project/PAY/components', name),
      ),
      statuses: { verified: { jira: [other.ref('status', 'PAY', 'In Progress')] } },
    });
    expect(now.products.shop?.product?.project).toEqual(other.ref('project', 'WEB'));
    expect(now.closing.status).toEqual(other.ref('status', 'SEC', 'Closed'));
    const portal = await other.connect();
    await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', product: 'shop' })] });
    await other.settle();
    const looked = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
    expect(looked.json).toMatchObject([
      { state: 'synced', issues: { product: { key: 'WEB-1' }, security: { key: 'SEC-1' } } },
    ]);
  } finally {
    other.close();
  }
});

test('a dry run shows the diff and saves nothing', async () => {
  await world.save('closing', { when: 'all' });
  const outcome = await importInto(world, { ...head, closing: { when: 'any', comment: false } });
  expect(outcome).toMatchObject({ applied: false, unresolved: [] });
  expect(outcome.changes).toEqual([
    { path: 'closing.when', before: 'all', after: 'any' },
    { path: 'closing.comment', before: true, after: false },
  ]);
  expect((await world.admin('settings.get', {})).versions.closing).toBe(1);
});

test('sections that the document does not hold stay as they are', async () => {
  await world.useSpaces();
  expect(await importInto(world, { ...head, closing: { when: 'any' } }, true)).toMatchObject({
    applied: true,
  });
  const { document, versions } = await world.admin('settings.get', {});
  expect(document.spaces.product.enabled).toBe(true);
  expect(versions).toMatchObject({ spaces: 1, closing: 1 });
});

test('what is not found is reported by its path and left out; a space that cannot work is switched off', async () => {
  await setUp();
  const document = await exported();
  const other = otherWorld((site) => {
    site.removeComponent('PAY', 'Ledger');
    site.renameProject('SEC', 'Safety');
    site.renamePriority('High', 'Urgent');
  });
  try {
    const outcome = await importInto(other, document, true);
    expect(outcome.applied).toBe(true);
    expect(outcome.unresolved.map(({ path }) => path).sort()).toEqual([
      'closing.status',
      'spaces.product.components.1',
      'spaces.product.priorities.map.high',
      'spaces.security.enabled',
      'spaces.security.issueType',
      'spaces.security.project',
    ]);
    expect(outcome.unresolved).toContainEqual({
      path: 'spaces.security.project',
      message: { code: 'notFoundHere', name: 'Security' },
    });
    const { document: now } = await other.admin('settings.get', {});
    expect(now.spaces.security).toMatchObject({ enabled: false, project: null });
    expect(now.spaces.product.components).toMatchObject([{ name: 'Checkout' }]);
    expect(now.spaces.product.priorities.map).toEqual({});
    expect(now.closing.status).toBeNull();
  } finally {
    other.close();
  }
});

test('rules that name a portal which is not connected here are taken as they are, and told', async () => {
  const when = { all: [{ field: 'connection', op: 'in', value: ['0123456789abcdef'] }] };
  const document = {
    format: 'security-findings-settings',
    version: 2,
    rules: [{ id: 'a', name: 'Only that portal', when, then: { create: 'both', cap: { perDay: 5 } } }],
  };
  const answer = await world.admin('settings.import', { document, apply: true });
  expect(answer.unresolved).toEqual([
    {
      path: 'rules.0.when.all.0.value',
      message: { code: 'notFoundHere', name: '0123456789abcdef' },
    },
  ]);
  const { document: saved } = await world.admin('settings.get', {});
  expect(saved.rules).toMatchObject([{ when, then: { cap: { perDay: 5 } } }]);
});

test('names alone are enough, in any case; a name that two things have is reported', async () => {
  world.site.addProject({ key: 'DUP', name: 'Web Shop', administrators: [PEOPLE.admin] });
  const spaces = (project: string) => ({
    ...head,
    spaces: { product: { enabled: true, project: { name: project }, issueType: { name: 'task' } } },
  });
  expect(await importInto(world, spaces('operations'), true)).toMatchObject({
    unresolved: [],
    applied: true,
  });
  expect((await world.admin('settings.get', {})).document.spaces.product).toMatchObject({
    project: world.ref('project', 'OPS'),
    issueType: world.ref('type', 'OPS', 'Task'),
  });
  const twice = await importInto(world, spaces('WEB SHOP'));
  expect(twice.unresolved).toContainEqual({
    path: 'spaces.product.project',
    message: { code: 'severalHere', name: 'WEB SHOP', count: 2 },
  });
});

test('on the site it came from, an id stands although the thing was renamed since', async () => {
  await world.useSpaces();
  const document = await exported();
  world.site.renameProject('WEB', 'Web store');
  const outcome = await importInto(world, document);
  expect(outcome.unresolved).toEqual([]);
  expect(outcome.changes.map(({ path }) => path)).toEqual(['spaces.product.project']);
});

test('nothing is applied when one section is not valid, and every error is named', async () => {
  const answer = await ask(world, 'settings.import', {
    document: {
      ...head,
      closing: { when: 'any' },
      deleting: { graceDays: -1 },
      spaces: { product: { labels: ['two words'] } },
    },
    apply: true,
  });
  expect(answer.error).toMatchObject({ code: 'invalid' });
  expect(answer.error?.errors?.map(({ path }) => path).sort()).toEqual([
    'deleting.graceDays',
    'spaces.product.labels.0',
  ]);
  expect((await world.admin('settings.get', {})).versions.closing).toBe(0);
});

test('a space that is on without a project in the document itself is not valid', async () => {
  const document = { ...head, spaces: { product: { enabled: true } } };
  expect(await ask(world, 'settings.import', { document, apply: true })).toMatchObject({
    error: {
      code: 'invalid',
      errors: [{ path: 'spaces.product.project' }, { path: 'spaces.product.issueType' }],
    },
  });
});

test.each([null, 'text', [], {}, { format: 'something-else', version: 1 }, { ...head, version: 3 }])(
  '%j is no settings document',
  async (document) => {
    expect(await ask(world, 'settings.import', { document })).toMatchObject({ error: { code: 'invalid' } });
  },
);

test('what somebody saved after the dry run makes the import a conflict', async () => {
  const document = { ...head, closing: { when: 'any' } };
  const { versions } = await importInto(world, document);
  await world.save('closing', { comment: false });
  expect(await ask(world, 'settings.import', { document, apply: true, versions })).toMatchObject({
    error: { code: 'conflict' },
  });
  expect((await world.admin('settings.get', {})).document.closing.when).toBe('all');
});

test('while Jira does not answer, names cannot be found and nothing is changed', async () => {
  await setUp();
  const document = await exported();
  world.host.faults.add(fail(502, { path: /project/, times: Infinity }));
  expect(await ask(world, 'settings.import', { document, apply: true })).toMatchObject({
    error: { code: 'unavailable' },
  });
});
