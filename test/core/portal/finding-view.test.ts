import { FindingView } from '../../../src/contract/portal-api';
import { inWords, viewComment, viewFinding } from '../../../src/core/portal/finding-view';
import { claimedOf, goneOf, issueOf, recordOf } from '../builders';

const site = 'https://site.example';
const view = (record: ReturnType<typeof recordOf> | undefined, waiting = false) =>
  inWords(viewFinding({ id: 'F-1' }, record, waiting, site));

test('a finding that was never sent is unknown', () => {
  expect(view(undefined)).toStrictEqual({ id: 'F-1', state: 'unknown', issues: {} });
});

test('a finding that still lies in the inbox is pending', () => {
  expect(view(undefined, true)).toStrictEqual({ id: 'F-1', state: 'pending', issues: {} });
});

test('a finding shows its issues with key, address and status', () => {
  const issues = {
    product: issueOf({ status: '3', statusName: 'In Progress', category: 'indeterminate' }),
    security: issueOf({ id: '10002', key: 'SEC-1' }),
  };
  const shown = view(recordOf({ issues }));
  expect(shown).toStrictEqual({
    id: 'F-1',
    state: 'synced',
    issues: {
      product: {
        id: '10001',
        key: 'WEB-1',
        url: 'https://site.example/browse/WEB-1',
        status: 'In Progress',
        statusId: '3',
        statusCategory: 'indeterminate',
      },
      security: { id: '10002', key: 'SEC-1', url: 'https://site.example/browse/SEC-1' },
    },
  });
  expect(FindingView.safeParse(shown).success).toBe(true);
});

test.each([
  ['is gone', goneOf()],
  ['is only claimed', claimedOf()],
])('an issue that %s is not shown', (_, product) => {
  expect(view(recordOf({ issues: { product } })).issues).toStrictEqual({});
});

test('a held finding says why', () => {
  const record = recordOf({ state: 'held', cause: 'x', reason: { code: 'notDone', key: 'WEB-1' } });
  expect(view(record)).toStrictEqual({
    id: 'F-1',
    state: 'held',
    reason: 'Jira took the move but WEB-1 is not done. An automation may move it back.',
    issues: {},
  });
});

test('a newer snapshot in the inbox makes it pending again, without the old reason, with its issues', () => {
  const record = recordOf({
    state: 'held',
    cause: 'x',
    reason: { code: 'noSpaceOn' },
    issues: { product: issueOf() },
  });
  const shown = view(record, true);
  expect(shown).toMatchObject({ state: 'pending', issues: { product: { key: 'WEB-1' } } });
  expect(shown).not.toHaveProperty('reason');
});

test('a comment is told with where it stands, why, and the issues of its finding', () => {
  const named = { id: 'F-1', comment: 'c1' };
  const record = recordOf({ issues: { product: issueOf() } });
  const how = { entry: undefined, isWaiting: true, isOff: false };
  expect(viewComment(named, record, how, 'https://x')).toStrictEqual({
    ...named,
    state: 'pending',
    issues: { product: { id: '10001', key: 'WEB-1', url: 'https://x/browse/WEB-1' } },
  });
  expect(viewComment(named, undefined, how, 'https://x')).toStrictEqual({
    ...named,
    state: 'pending',
    why: { code: 'commentBeforeFinding' },
    issues: {},
  });
});

test('a finding is told with its product where that is part of its name, and without a reason where it has none', () => {
  expect(viewFinding({ id: 'F-1', product: 'shop' }, recordOf(), false, 'https://x')).toStrictEqual({
    id: 'F-1',
    product: 'shop',
    state: 'synced',
    issues: {},
  });
  expect(viewFinding({ id: 'F-1' }, undefined, false, 'https://x')).toStrictEqual({
    id: 'F-1',
    state: 'unknown',
    issues: {},
  });
});
