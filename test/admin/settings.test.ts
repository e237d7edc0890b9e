import { defaultRules } from '../../src/contract/settings';
import { createWorld, type World } from '../support/world';
import { ask } from './support';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

const rule = (when: object) => ({ id: 'a', name: 'A', when });
const save = async (section: string, value: unknown, version?: number) => {
  const { versions } = await world.admin('settings.get', {});
  const now = (versions as Record<string, number>)[section];
  return ask(world, 'settings.save', { section, value, version: version ?? now });
};
const space = (project: string, more: object = {}) => ({
  enabled: true,
  project: world.ref('project', project),
  issueType: world.ref('type', project, 'Task'),
  ...more,
});

test('an app that nobody set up has valid settings in which nothing becomes an issue', async () => {
  const { document, versions } = await world.admin('settings.get', {});
  expect(document.spaces).toMatchObject({ product: { enabled: false }, security: { enabled: false } });
  expect(new Set(Object.values(versions))).toEqual(new Set([0]));
});

test('a space that is on needs a project and an issue type, and the error names the field', async () => {
  expect(await save('spaces', { product: { enabled: true } })).toMatchObject({
    error: {
      code: 'invalid',
      message: expect.stringMatching(
        /^Some values do not fit. product.project: .+ product.issueType: ./,
      ) as unknown,
      errors: [
        { path: 'product.project', message: { code: 'chooseProject' } },
        { path: 'product.issueType', message: { code: 'chooseIssueType' } },
      ],
    },
  });
  expect(await save('spaces', { product: { enabled: false } })).toEqual({ version: 1 });
});

test('what is used in Jira must be named by its id', async () => {
  const value = {
    product: space('WEB', {
      resolvedStatus: { name: 'Done' },
      statuses: { verified: { jira: [world.ref('status', 'WEB', 'To Do'), { name: 'In Progress' }] } },
      priorities: { enabled: true, map: { high: { name: 'High' } } },
    }),
  };
  const answer = await save('spaces', value);
  expect(answer.error?.code).toBe('invalid');
  expect(answer.error?.errors?.map(({ path }) => path).sort()).toEqual([
    'product.priorities.map.high',
    'product.resolvedStatus',
    'product.statuses.verified.jira.1',
  ]);
});

test('a product that overrides is held to what it inherits and sets together', async () => {
  await save('spaces', { product: space('WEB') });
  expect(await save('products', { shop: { product: { project: null } } })).toMatchObject({
    error: { code: 'invalid', errors: [{ path: 'shop.product.project' }] },
  });
  expect(await save('products', { shop: { security: { enabled: true } } })).toMatchObject({
    error: {
      code: 'invalid',
      errors: [{ path: 'shop.security.project' }, { path: 'shop.security.issueType' }],
    },
  });
  expect(await save('products', { shop: { product: { labels: ['shop'] }, security: space('SEC') } })).toEqual(
    { version: 1 },
  );
});

test('a status of the app itself cannot be added again', async () => {
  const own = { resolved: { label: 'Resolved', lifecycle: 'open' } };
  expect(await save('statuses', { own })).toMatchObject({
    error: { code: 'invalid', errors: [{ path: 'own.resolved' }] },
  });
});

test.each([
  ['rules', [rule({ field: 'severity', op: 'atLeast', value: 'huge' })], '0.when.value'],
  ['rules', [rule({ field: 'colour', op: 'is', value: 'red' })], '0.when.field'],
  ['rules', [rule({ field: 'cvss.score', op: 'contains', value: '9' })], '0.when.op'],
  ['rules', [rule({ all: [{ not: { any: [{ all: [] }] } }] })], '0.when.all.0.not.any.0'],
  ['deleting', { graceDays: -1 }, 'graceDays'],
  ['spaces', { product: { labels: ['two words'] } }, 'product.labels.0'],
  ['closing', 5, ''],
])('a value that does not fit the section %s is refused by its field', async (section, value, path) => {
  const answer = await save(section, value);
  expect(answer.error).toMatchObject({ code: 'invalid' });
  expect(answer.error?.errors?.map((error) => error.path)).toEqual([path]);
});

test('the slower of two admins is told, and what the faster one saved stands', async () => {
  expect(await save('closing', { when: 'any' }, 0)).toEqual({ version: 1 });
  expect(await save('closing', { when: 'all' }, 0)).toMatchObject({ error: { code: 'conflict' } });
  expect((await world.admin('settings.get', {})).document.closing.when).toBe('any');
});

test('of two saves at the same moment one wins', async () => {
  const answers = await Promise.all([
    save('closing', { when: 'any' }, 0),
    save('closing', { comment: false }, 0),
  ]);
  const codes = answers.map(({ error }) => error?.code ?? 'saved');
  expect(codes.sort()).toEqual(['conflict', 'saved']);
  expect((await world.admin('settings.get', {})).versions.closing).toBe(1);
});

test('the audit tells who changed what and when, and a change can be undone', async () => {
  await save('closing', { when: 'any' });
  world.clock.advance(60_000);
  await save('closing', { when: 'any', comment: false });
  const { entries } = await world.admin('audit.list', { section: 'closing' });
  expect(entries).toEqual([
    {
      section: 'closing',
      version: 2,
      at: world.clock.now(),
      by: '5b10a0000000000000site0admin',
      changes: [{ path: 'closing.comment', before: true, after: false }],
    },
    expect.objectContaining({
      version: 1,
      changes: [{ path: 'closing.when', before: 'all', after: 'any' }],
    }),
  ]);
  expect(await world.admin('audit.undo', { section: 'closing', version: 1 })).toEqual({ version: 3 });
  expect((await world.admin('settings.get', {})).document.closing).toMatchObject({
    when: 'all',
    comment: true,
  });
});

test('a long audit comes page by page, newest first, nothing twice and nothing left out', async () => {
  for (let round = 0; round < 25; round += 1) {
    world.clock.advance(60_000);
    await save(
      round % 2 === 0 ? 'closing' : 'rules',
      round % 2 === 0 ? { comment: round % 4 === 0 } : round % 4 === 1 ? [] : defaultRules(),
    );
  }
  const first = await world.admin('audit.list', {});
  const second = await world.admin('audit.list', { cursor: first.next });
  expect(second.next).toBeUndefined();
  const all = [...first.entries, ...second.entries];
  expect(first.entries).toHaveLength(20);
  expect(all).toHaveLength(25);
  expect(new Set(all.map((one) => JSON.stringify({ ...one, changes: [], at: 0 }))).size).toBe(25);
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a));
});
