import fc from 'fast-check';
import { type SettingsDocument, type Space, SpaceOverride } from '../../../src/contract/settings';
import { effectiveSpace, readySpace } from '../../../src/core/settings/spaces';
import { settingsOf, spaceOf } from '../builders';

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
