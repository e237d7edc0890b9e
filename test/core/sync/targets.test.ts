import type { Lifecycle } from '../../../src/contract/finding';
import type { Direction } from '../../../src/contract/settings';
import { firstTarget, isAt, targetFor } from '../../../src/core/sync/targets';
import type { Target } from '../../../src/core/jira/workflow';
import { spaceOf } from '../builders';

const bare = spaceOf();
const chosen = spaceOf({ resolvedStatus: { id: 'fixed' }, rejectedStatus: { id: 'invalid' } });
const resolvedOnly = spaceOf({ resolvedStatus: { id: 'fixed' } });
const namesOnly = spaceOf({ resolvedStatus: { name: 'Fixed' }, rejectedStatus: { name: 'Invalid' } });

const fixedSomehow = { orAnyOf: ['done'], butNoRejection: true } as const;

describe('without a mapping of its own', () => {
  test.each<[string, Lifecycle, typeof bare, Target | undefined]>([
    [
      'an open finding leaves done statuses',
      'open',
      chosen,
      { statuses: [], orAnyOf: ['new', 'indeterminate'] },
    ],
    ['an accepted one stays', 'accepted', chosen, undefined],
    [
      'a resolved one goes to any done status but a rejection',
      'resolved',
      bare,
      { statuses: [], ...fixedSomehow },
    ],
    ['a resolved one goes to its status first', 'resolved', chosen, { statuses: ['fixed'], ...fixedSomehow }],
    ['a rejected one goes to any done status', 'rejected', bare, { statuses: [], orAnyOf: ['done'] }],
    [
      'a rejected one goes to its status, then to that for resolved',
      'rejected',
      chosen,
      { statuses: ['invalid', 'fixed'], orAnyOf: ['done'] },
    ],
    [
      'a rejected one without a status goes to that for resolved',
      'rejected',
      resolvedOnly,
      { statuses: ['fixed'], orAnyOf: ['done'] },
    ],
    ['statuses known by name only are none', 'rejected', namesOnly, { statuses: [], orAnyOf: ['done'] }],
  ])('%s', (_, lifecycle, space, expected) => {
    expect(targetFor('some_status', lifecycle, space)).toEqual(expected);
  });

  test('a new issue starts where the workflow starts', () => {
    expect(firstTarget('resolved', chosen)).toBeUndefined();
  });
});

describe('with a mapping of its own', () => {
  const mapped = (direction: Direction, jira = [{ id: 'b' }, { name: 'by name' }, { id: 'a' }]) =>
    spaceOf({ resolvedStatus: { id: 'fixed' }, statuses: { verified: { jira, direction } } });

  test.each<Direction>(['both', 'to_jira'])('that goes %s the mapped statuses win, in order', (direction) => {
    for (const lifecycle of ['open', 'resolved', 'rejected', 'accepted'] as const)
      expect(targetFor('verified', lifecycle, mapped(direction))).toEqual({ statuses: ['b', 'a'] });
    expect(firstTarget('verified', mapped(direction))).toEqual({ statuses: ['b', 'a'] });
  });

  test('that only goes to the portal the issue stays', () => {
    expect(targetFor('verified', 'resolved', mapped('to_portal'))).toBeUndefined();
    expect(firstTarget('verified', mapped('to_portal'))).toBeUndefined();
  });

  test('that names nothing the lifecycle decides', () => {
    expect(targetFor('verified', 'resolved', mapped('both', []))).toEqual({
      statuses: ['fixed'],
      ...fixedSomehow,
    });
    expect(firstTarget('verified', mapped('both', []))).toBeUndefined();
  });

  test('of another status nothing changes', () => {
    expect(targetFor('assigned', 'accepted', mapped('both'))).toBeUndefined();
    expect(firstTarget('assigned', mapped('both'))).toBeUndefined();
  });
});

test('an issue is where it is wanted by one of the statuses, or by one of the categories', () => {
  const issue = { status: '3', category: 'done' } as const;
  const wants = (statuses: string[], orAnyOf?: ('new' | 'done')[]) =>
    isAt(issue, { statuses, ...(orAnyOf && { orAnyOf }) });
  expect([
    wants(['1', '3']),
    wants(['1', '3'], ['new']),
    wants(['1'], ['new', 'done']),
    wants([], ['done']),
  ]).toEqual(Array(4).fill(true));
  expect([wants(['1']), wants(['1'], ['new']), wants([], [])]).toEqual([false, false, false]);
});
