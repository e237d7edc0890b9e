import type { ScopeState } from '../../../src/contract/stored/reports';
import { fadeScopes } from '../../../src/core/portal/faded-scopes';

const day = 86_400_000;
const now = 1_000 * day;
const scope = (name: string, daysAgo: number): ScopeState => ({
  scope: name,
  key: name,
  generation: 1,
  values: 1,
  report: 'r',
  reportedAt: now - daysAgo * day,
  handedAt: 0,
});

test('scopes that nobody spoke for in 90 days fade, and so do the oldest of very many', () => {
  const old = scope('old', 90);
  const few = [scope('main', 0), old, scope('release', 89)];
  expect(fadeScopes(few, now).faded).toEqual([old]);
  const many = Array.from({ length: 310 }, (_, index) => scope(`branch ${String(index)}`, index / 10));
  const { kept, faded } = fadeScopes(many, now);
  expect(kept).toHaveLength(300);
  expect(faded.map(({ scope: name }) => name)).toEqual(many.slice(300).map(({ scope: name }) => name));
});

test('of too many scopes those that were reported last stay, in whatever order they lie', () => {
  const scopes = Array.from({ length: 301 }, (_, n) => ({
    reportedAt: 1_000 + ((n * 7) % 301),
  })) as unknown as Parameters<typeof fadeScopes>[0];
  const { kept, faded } = fadeScopes(scopes, 2_000);
  expect([kept.length, faded.map(({ reportedAt }) => reportedAt)]).toEqual([300, [1_000]]);
});
