import type { HealthProblem } from '../../../src/contract/health';
import { healthPath, isLost, productOf } from '../../../static/admin/src/logic/health-place';

const fix: HealthProblem['fix'] = { code: 'fixLostProject' };

test.each<[string, string | undefined]>([
  ['spaces.product.project', '/spaces/at/product/project'],
  ['spaces.security.statuses.resolved.jira.0', '/spaces/at/security/statuses'],
  ['products.shop.v2.product.issueType', '/products/shop.v2/at/product/issueType'],
  ['rules.0.then.product.project', '/rules'],
  ['closing.status', '/closing'],
  ['fields.fixed.customfield_1', '/fields'],
  ['nowhere', undefined],
])('a problem at %s leads to %s', (path, to) => {
  expect(healthPath({ path, fix })).toBe(to);
});

test('a required field leads to where it is filled', () => {
  const problem = (where: 'spaces' | 'fields', path: string) =>
    healthPath({ path, fix: { code: 'fixRequiredUnfilled', where } });
  expect(problem('fields', 'spaces.product.mapping.customfield_1')).toBe('/fields/at/product/customfield_1');
  expect(problem('spaces', 'spaces.product.mapping.components')).toBe('/spaces/at/product/components');
});

test('a product is flagged when the space that it uses is gone, inherited or its own', () => {
  const what = { code: 'archived', name: 'Web' } as const;
  const ofAll = [{ path: 'spaces.product.project', what }];
  const ofOne = [{ path: 'products.shop.product.project', what }];
  const inherits = { product: 'shop', settings: {} };
  const own = { product: 'shop', settings: { product: { project: { id: '1' } } } };
  expect([isLost(inherits, 'product', ofAll), isLost(own, 'product', ofAll)]).toEqual([true, false]);
  expect([isLost(inherits, 'product', ofOne), isLost(own, 'product', ofOne)]).toEqual([false, true]);
  expect(isLost(inherits, 'security', ofAll)).toBe(false);
  expect(productOf({ path: 'products.a.b.product.project' })).toBe('a.b');
});
