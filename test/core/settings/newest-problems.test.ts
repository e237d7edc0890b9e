import type { HealthProblem } from '../../../src/contract/health';
import { newestProblems } from '../../../src/core/settings/newest-problems';

const problem = (path: string, more: Partial<HealthProblem> = {}): HealthProblem => ({
  path,
  what: { code: 'unreadableSection', section: 'fields' },
  fix: { code: 'fixUnreadableSection' },
  ...more,
});
const paths = (problems: readonly HealthProblem[]) => problems.map(({ path }) => path);

test.each([
  ['what a look finds is known', [], ['a'], [], ['a']],
  ['what it no longer finds is over', ['a'], [], ['a'], []],
  ['what others found meanwhile stays', ['a'], ['a'], ['a', 'b'], ['a', 'b']],
  ['what others saw mended meanwhile stays mended', ['a', 'b'], ['a', 'b'], ['b'], ['b']],
  [
    'what stood there keeps its place, and what is new comes last',
    ['b', 'a'],
    ['c', 'a', 'b'],
    ['b', 'a'],
    ['b', 'a', 'c'],
  ],
])('%s', (_name, before, found, now, known) => {
  const of = (wanted: readonly string[]) => wanted.map((path) => problem(path));
  expect(paths(newestProblems(of(before), of(found), of(now)))).toEqual(known);
});

test('of two words about one thing the one that was noted meanwhile holds', () => {
  const hidden = problem('a', { hidden: true });
  expect(newestProblems([problem('a')], [problem('a')], [hidden])).toEqual([hidden]);
  expect(newestProblems([problem('a')], [hidden], [problem('a')])).toEqual([hidden]);
});
