import { Space } from '../../../src/contract/settings';
import {
  overridden,
  overriddenCount,
  spaceOf,
  withOverrides,
} from '../../../static/admin/src/logic/overrides';

const ref = (id: string) => ({ id, name: id });
const defaults: Space = { ...Space.parse({}), project: ref('default'), labels: ['security'] };

describe('the values of a product', () => {
  test('come from the defaults until they are overridden', () => {
    const space = spaceOf(defaults, { project: ref('own'), labels: undefined });
    expect(space.project).toEqual(ref('own'));
    expect(space.labels).toEqual(['security']);
    expect(spaceOf(defaults, undefined)).toEqual(defaults);
  });

  test('can be overridden with nothing, which is not the same as inherited', () => {
    expect(spaceOf(defaults, { project: null, labels: [] })).toMatchObject({ project: null, labels: [] });
    expect(overridden({ product: { project: null, labels: undefined } }, 'product')).toEqual(['project']);
  });

  test('are counted over both spaces', () => {
    const settings = { product: { project: ref('a') }, security: { labels: [], enabled: true } };
    expect(overriddenCount(settings)).toBe(3);
  });
});

describe('changing what a product overrides', () => {
  const before = { Shop: { product: { project: ref('a') } }, Other: { security: { enabled: true } } };

  test('adds and replaces values of one space only', () => {
    expect(withOverrides(before, 'Shop', 'product', { project: ref('b'), labels: ['x'] })).toEqual({
      ...before,
      Shop: { product: { project: ref('b'), labels: ['x'] } },
    });
    expect(withOverrides(before, 'Shop', 'security', { enabled: false }).Shop).toEqual({
      product: { project: ref('a') },
      security: { enabled: false },
    });
  });

  test('takes a value back to its default, and leaves nothing behind after the last one', () => {
    expect(withOverrides(before, 'Shop', 'product', { project: undefined })).toEqual({ Other: before.Other });
  });

  test('can begin with a product that nobody has mentioned', () => {
    expect(withOverrides({}, 'New', 'product', { enabled: true })).toEqual({
      New: { product: { enabled: true } },
    });
  });
});
