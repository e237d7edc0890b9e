import { Space } from '../../../src/contract/settings';
import { type Known, meaningOf, type Place } from '../../../src/core/sync/meaning';
import { todo, doing, done, closed, lists, open, one, settings } from './standings';

describe('the statuses that are set for resolved and rejected', () => {
  const set = (more: object = {}) =>
    Space.parse({ resolvedStatus: { id: '3' }, rejectedStatus: { id: '4' }, ...more });
  const jira = (id: string) => ({ jira: [{ id }], direction: 'both' });

  test.each<[string, Space, Place, string | undefined]>([
    ['mean that', set(), closed, 'rejected'],
    ['mean that one by one', set({ rejectedStatus: null }), closed, 'resolved'],
    [
      'stand beside the list of another status',
      set({ statuses: { assigned: jira('2') } }),
      closed,
      'rejected',
    ],
    ['give way to a list of their own', set({ statuses: { rejected: jira('9') } }), closed, 'resolved'],
    [
      'give way to a list that names the status',
      set({ statuses: { assigned: jira('4') } }),
      closed,
      'assigned',
    ],
    [
      'give way to nothing where the list is empty',
      set({ statuses: { rejected: { jira: [], direction: 'both' } } }),
      closed,
      'rejected',
    ],
    ['say nothing without the first', set({ resolvedStatus: null }), closed, 'resolved'],
  ])('%s', (_name, space, now, status) => {
    expect(meaningOf(one(todo, now, space), open, settings())).toBe(status);
  });
});

test('a list speaks with each of its statuses, and of several a done one takes what ends the finding', () => {
  const space = Space.parse({
    statuses: { assigned: { jira: [{ id: '8' }, { id: '2' }], direction: 'both' } },
  });
  expect(meaningOf(one(todo, doing, space), open, settings())).toBe('assigned');
  const several = lists({
    assigned: { jira: ['3', '2'] },
    rejected: { jira: ['3', '2'] },
    permanently_risk_accepted: { jira: ['3', '2'] },
  });
  const known: Known = { has: 'unverified', lastOpen: 'unverified' };
  expect(meaningOf(one(todo, done, several), known, settings())).toBe('rejected');
  const noneOpen = lists({ rejected: { jira: ['2'] }, resolved: { jira: ['2'] } });
  expect(meaningOf(one(todo, doing, noneOpen), known, settings())).toBe('rejected');
  const onlyOpen = lists({ assigned: { jira: ['3'] }, verified: { jira: ['3'] } });
  expect(meaningOf(one(todo, done, onlyOpen), known, settings())).toBe('assigned');
});
