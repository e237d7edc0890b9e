import fc from 'fast-check';
import { Rule, type SettingsDocument, type Space, SpaceOverride } from '../../../src/contract/settings';
import { goesTo } from '../../../src/core/settings/goes-to';
import { productsGoingTo } from '../../../src/core/settings/products-going-to';
import {
  effectiveSpace,
  readySpace,
  ruleOf,
  spaceInProject,
  spaceOfRecord,
  spacesOf,
} from '../../../src/core/settings/spaces';
import { claimedOf, issueOf, recordOf, settingsOf, spaceOf } from '../builders';

const project = { id: '10000', name: 'Web' };
const issueType = { id: '1', name: 'Bug' };

test('a product without settings has the defaults', () => {
  const settings = settingsOf({
    spaces: { product: spaceOf({ enabled: true, project }), security: spaceOf() },
  });
  const { space, origins } = effectiveSpace(settings, 'product', 'shop');
  expect(space).toEqual(settings.spaces.product);
  expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  expect(Object.keys(origins).sort()).toEqual(Object.keys(space).sort());
});

test('a product’s value wins, also when it is false, empty or null, and only in its role', () => {
  const defaults = spaceOf({ enabled: true, project, labels: ['team'] });
  const settings = settingsOf({
    spaces: { product: defaults, security: defaults },
    products: { shop: { product: { enabled: false, labels: [], assignee: null } } },
  });
  const { space, origins } = effectiveSpace(settings, 'product', 'shop');
  expect(space).toEqual({ ...defaults, enabled: false, labels: [], assignee: null });
  expect(origins).toMatchObject({
    enabled: 'product',
    labels: 'product',
    assignee: 'product',
    project: 'default',
  });
  expect(effectiveSpace(settings, 'security', 'shop').space).toEqual(defaults);
  expect(effectiveSpace(settings, 'product', 'other').space).toEqual(defaults);
});

test('a value that is there but undefined is inherited', () => {
  const settings = settingsOf({ products: { shop: { product: { enabled: undefined } } } });
  const { space, origins } = effectiveSpace(settings, 'product', 'shop');
  expect(space.enabled).toBe(false);
  expect(origins.enabled).toBe('default');
});

test('product names that every object knows inherit like any other', () => {
  for (const name of ['constructor', '__proto__', 'toString'])
    expect(effectiveSpace(settingsOf(), 'security', name).space).toEqual(spaceOf());
});

describe('inheritance', () => {
  const anyRef = fc.option(fc.record({ id: fc.stringMatching(/^[1-9]\d{0,4}$/) }));
  const shape = {
    enabled: fc.boolean(),
    project: anyRef,
    issueType: anyRef,
    resolvedStatus: anyRef,
    dueDateField: anyRef,
    assignee: anyRef,
    labels: fc.array(fc.stringMatching(/^[a-z]{1,9}$/)),
  };
  const anySpace = fc.record(shape).map((values) => spaceOf(values));
  const anyOverride = fc.record(shape, { requiredKeys: [] }).map((values) => SpaceOverride.parse(values));
  const inSettings = (defaults: Space, override: SpaceOverride): SettingsDocument =>
    settingsOf({
      spaces: { product: defaults, security: spaceOf() },
      products: { shop: { product: override } },
    });

  test('each value is the product’s where it has one, else the default, and says which', () => {
    fc.assert(
      fc.property(anySpace, anyOverride, (defaults, override) => {
        const { space, origins } = effectiveSpace(inSettings(defaults, override), 'product', 'shop');
        for (const key of Object.keys(defaults) as (keyof Space)[]) {
          expect(origins[key]).toBe(key in override ? 'product' : 'default');
          expect(space[key]).toEqual(key in override ? override[key] : defaults[key]);
        }
      }),
    );
  });

  test('a changed default moves exactly what inherits it', () => {
    fc.assert(
      fc.property(anySpace, anySpace, anyOverride, (before, after, override) => {
        const old = effectiveSpace(inSettings(before, override), 'product', 'shop');
        const next = effectiveSpace(inSettings(after, override), 'product', 'shop');
        for (const key of Object.keys(before) as (keyof Space)[])
          expect(next.space[key]).toEqual(old.origins[key] === 'product' ? old.space[key] : after[key]);
      }),
    );
  });
});

describe('a space is ready', () => {
  test('with project and issue type', () => {
    const space = spaceOf({ project, issueType });
    expect(readySpace(space, 'vulnerability')).toEqual({ space, projectId: '10000', issueTypeId: '1' });
  });

  test('with the issue type of the finding’s kind, which wins', () => {
    const byKind = spaceOf({ project, issueType, issueTypeByKind: { scheduled_task: { id: '2' } } });
    expect(readySpace(byKind, 'scheduled_task')).toMatchObject({ issueTypeId: '2' });
    expect(readySpace(byKind, 'vulnerability')).toMatchObject({ issueTypeId: '1' });
    expect(readySpace({ ...byKind, issueType: null }, 'scheduled_task')).toMatchObject({ issueTypeId: '2' });
  });

  test.each([
    ['project', { issueType }],
    ['project', { project: { name: 'Web' }, issueType }],
    ['project', {}],
    ['issueType', { project }],
    ['issueType', { project, issueType: { name: 'Bug' } }],
  ])('not without its %s', (missing, values) => {
    expect(readySpace(spaceOf(values), 'vulnerability')).toEqual({ missing });
  });
});

describe('an issue that is in a project already', () => {
  const at = (id: string, more = {}) => ({ project: { id }, labels: [`in-${id}`], ...more });
  const rule = (id: string, product: SpaceOverride, create = 'both') =>
    Rule.parse({ id, name: id, enabled: true, when: { all: [] }, then: { create, product } });
  const rules = [rule('one', at('3')), rule('two', at('4'))];
  const settings = settingsOf({
    rules,
    spaces: { product: spaceOf({ enabled: true, ...at('1') }), security: spaceOf() },
    products: { shop: { product: SpaceOverride.parse(at('2', { enabled: false })) } },
  });
  const labelsIn = (project: string, by = rules[0]) =>
    spaceInProject(settings, 'product', 'shop', by, project).space.labels;

  test.each([
    ['of its rule where that sends it there', '3', ['in-3']],
    ['of its product', '2', ['in-2']],
    ['of all products', '1', ['in-1']],
    ['of another rule', '4', ['in-4']],
  ])('has the values %s', (_what, project, labels) => {
    expect(labelsIn(project)).toEqual(labels);
  });

  test('is switched on or off by what would decide over it now', () => {
    const isOn = (by: Rule | undefined, project: string) =>
      spaceInProject(settings, 'product', 'shop', by, project).space.enabled;
    expect(isOn(undefined, '1')).toBe(false);
    expect(isOn(rule('on', at('3', { enabled: true })), '2')).toBe(true);
  });

  test('to which nothing sends issues any more keeps what every project knows', () => {
    const own = spaceOf({
      ...{ enabled: true, project: { id: '1' }, issueType: { id: '5' }, labels: ['x'], language: 'de' },
      ...{ components: [{ id: '6' }], securityLevel: { id: '7' }, resolvedStatus: { id: '8' } },
      ...{ rejectedStatus: { id: '9' }, statuses: { verified: { jira: [{ id: '8' }] } } },
      mapping: [{ field: { id: 'customfield_1' }, source: { kind: 'fixed', value: 'x' } }],
      priorities: { enabled: true, map: { high: { id: '2' } } },
    });
    const document = settingsOf({ spaces: { product: own, security: spaceOf() } });
    expect(spaceInProject(document, 'product', 'shop', undefined, '99').space).toEqual({
      ...own,
      ...{ project: { id: '99' }, components: [], securityLevel: null, mapping: [], statuses: {} },
      ...{
        resolvedStatus: null,
        rejectedStatus: null,
        priorities: { enabled: false, map: { high: { id: '2' } } },
      },
    });
  });

  test('that nobody named has the values of today, and so has one where no project is chosen', () => {
    expect(labelsIn('')).toEqual(['in-3']);
    const none = spaceInProject(
      settingsOf({ spaces: { product: spaceOf({ labels: ['x'] }), security: spaceOf() } }),
      'product',
      'shop',
      undefined,
      '99',
    );
    expect(none.space).toEqual(spaceOf({ labels: ['x'] }));
  });

  test('is known by the record, with the rule that decided', () => {
    const labelsOf = (more: Parameters<typeof recordOf>[0]) =>
      spaceOfRecord(recordOf(more), 'product', settings).labels;
    expect(labelsOf({ rule: 'two' })).toEqual(['in-4']);
    expect(labelsOf({ rule: 'two', issues: { product: issueOf({ project: '1' }) } })).toEqual(['in-1']);
    expect(labelsOf({ rule: 'two', issues: { product: claimedOf({ project: '1' }) } })).toEqual(['in-4']);
    expect(labelsOf({ rule: 'gone' })).toEqual(['in-2']);
    expect([ruleOf(settings, 'two'), ruleOf(settings, undefined)]).toEqual([rules[1], undefined]);
  });

  test('rules go over products, and each value says where it comes from', () => {
    const { origins, space } = effectiveSpace(settings, 'product', 'shop', rules[0]);
    expect(space.project).toEqual({ id: '3' });
    expect(origins).toMatchObject({ project: 'rule', enabled: 'product', issueType: 'default' });
  });

  test('whose project is known tells which products go there', () => {
    expect(['1', '2', '3', '9'].map((project) => goesTo(project, 'product', 'shop', settings))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(['1', '2', '9'].map((project) => productsGoingTo(project, settings))).toStrictEqual([
      'all',
      ['shop'],
      [],
    ]);
    expect(goesTo('1', 'security', 'blog', settings)).toBe(false);
  });

  test('every space that is described: the defaults, and what products and rules set', () => {
    expect(spacesOf(settings)).toEqual([
      settings.spaces.product,
      settings.spaces.security,
      settings.products.shop?.product,
      {},
      rules[0]?.then.product,
      {},
      rules[1]?.then.product,
      {},
    ]);
  });
});

test('rows of a mapping go over each other field by field, and each says where it comes from', () => {
  const row = (id: string, value: string) => ({ field: { id }, source: { kind: 'fixed' as const, value } });
  const document = settingsOf({
    spaces: { product: spaceOf({ mapping: [row('a', 'd'), row('b', 'd')] }), security: spaceOf() },
    products: { shop: { product: SpaceOverride.parse({ mapping: [row('b', 'p'), row('c', 'p')] }) } },
  });
  const { space, rowOrigins } = effectiveSpace(document, 'product', 'shop');
  expect(space.mapping).toMatchObject([row('a', 'd'), row('b', 'p'), row('c', 'p')]);
  expect([...rowOrigins]).toEqual([
    ['a', 'default'],
    ['b', 'product'],
    ['c', 'product'],
  ]);
});
