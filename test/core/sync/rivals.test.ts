import type { LinkRecord, Rivals } from '../../../src/contract/link-record';
import { linkKey } from '../../../src/core/sync/link-key';
import { missingMs } from '../../../src/core/sync/hidden';
import {
  contestants,
  contestedIds,
  contestedRoles,
  heldByRivals,
  isContested,
  isHeldByRivals,
  isKnown,
  isOnlyClaimed,
  rivalRole,
  rivalsProblem,
  withoutRivals,
  withRival,
} from '../../../src/core/sync/rivals';
import { claimOf, seenRivals, type Sight } from '../../../src/core/sync/seen-rivals';
import { claimedOf, fetchedOf, goneOf, issueOf, now, recordOf } from '../builders';

const rival = (n: number) => ({ id: String(n), key: `WEB-${String(n)}`, project: '10000' });
const contested = (...ids: number[]): Rivals => ({ issues: ids.map(rival) });
const record = recordOf({ rivals: { product: contested(2, 10), security: contested(5) } });
const key = linkKey('abcdefgh', { id: 'F-1', product: 'shop' });
const claim = (at: number) => ({ id: 'c', at, searches: 0 });

test('a role is contested until somebody chose', () => {
  expect([contestedRoles(record), contestedIds(record), isContested(record)]).toEqual([
    ['product', 'security'],
    ['2', '10', '5'],
    true,
  ]);
  const chosen = recordOf({ rivals: { product: { ...contested(2, 10), chosen: '2' } } });
  expect([contestants(chosen, 'product'), isContested(chosen), isContested(recordOf())]).toEqual([
    [],
    false,
    false,
  ]);
});

test('a contested finding is held, each role by a cause of its own, with the issues in an order of their own', () => {
  const unsorted = recordOf({ rivals: { product: contested(10, 9, 2) } });
  const problem = {
    kind: 'held',
    cause: `rivals|product|${key}`,
    reason: { code: 'rivalIssues', finding: 'F-1', role: 'product', keys: ['WEB-2', 'WEB-9', 'WEB-10'] },
  };
  const { kind: _kind, ...held } = problem;
  expect(rivalsProblem(unsorted)).toEqual(problem);
  expect(heldByRivals(unsorted)).toEqual({ ...unsorted, state: 'held', ...held });
  expect(rivalsProblem(recordOf())).toBeUndefined();
  expect(heldByRivals(recordOf())).toEqual(recordOf());
});

test.each([
  ['rivals|security|key', 'security'],
  ['rivals|product|key', 'product'],
  ['rivals|else|key', undefined],
  ['other|product|key', undefined],
  ['x|rivals|product|', undefined],
])('the cause %s is a choice for %s', (cause, role) => {
  expect(rivalRole(cause)).toBe(role);
  expect(isHeldByRivals(recordOf({ cause }))).toBe(role !== undefined);
});

test('a finding without a cause waits for no choice', () => {
  expect(isHeldByRivals(recordOf())).toBe(false);
});

test.each<[string, Partial<LinkRecord>, boolean, boolean]>([
  ['that the app made', { issues: { product: issueOf({ claim: claim(1) }) } }, true, false],
  ['that people gave it', { issues: { product: issueOf({ adopted: true }) } }, true, false],
  [
    'that was found by what it says itself',
    { issues: { product: issueOf({ claim: claim(0) }) } },
    false,
    true,
  ],
  ['that said so itself and is gone', { issues: { product: goneOf({ claim: claim(0) }) } }, false, false],
  ['that is about to be made', { issues: { product: claimedOf() } }, true, false],
  ['that an admin chose', { rivals: { product: { ...contested(2), chosen: '2' } } }, true, false],
  ['that somebody has to choose', { rivals: { product: contested(2) } }, false, false],
])('an issue %s', (_name, more, known, onlyClaimed) => {
  expect([isKnown(recordOf(more), 'product'), isOnlyClaimed(recordOf(more), 'product')]).toEqual([
    known,
    onlyClaimed,
  ]);
});

test('with a second issue that claims the role the finding has neither', () => {
  const security = issueOf({ id: '5', key: 'SEC-5' });
  const one = recordOf({ issues: { product: issueOf(), security }, rivals: { security: contested(5) } });
  expect(withRival(one, 'product', rival(2))).toEqual(
    heldByRivals({
      ...one,
      issues: { security },
      rivals: {
        ...one.rivals,
        product: { issues: [{ id: '10001', key: 'WEB-1', project: '10000' }, rival(2)] },
      },
    }),
  );
});

test('those who contest a role already stay, up to twenty of them', () => {
  const next = withRival(recordOf({ rivals: { product: contested(2, 3) } }), 'product', rival(4));
  expect(contestedIds(next)).toEqual(['2', '3', '4']);
  const many = recordOf({ rivals: { product: contested(...Array(20).keys()) } });
  expect(contestedIds(withRival(many, 'product', rival(99)))).toEqual(contestedIds(many));
});

test('those who claim nothing any more are left out, and with the last of them the role is free', () => {
  const some = withoutRivals(record, 'product', new Set(['2']));
  expect(some.rivals).toEqual({ product: contested(10), security: contested(5) });
  expect(withoutRivals(record, 'product', new Set(['2', '10'])).rivals).toEqual({ security: contested(5) });
  expect(
    withoutRivals(recordOf({ rivals: { product: contested(2) } }), 'product', new Set(['2'])).rivals,
  ).toBeUndefined();
  expect(withoutRivals(recordOf(), 'product', new Set(['2'])).rivals).toBeUndefined();
});

describe('a look at rivals', () => {
  const identity = {
    v: 2,
    owner: 'o',
    id: 'F-1',
    product: 'shop',
    role: 'product',
    claim: 'c',
    severity: 'high',
    severityLevel: 4,
    status: 'verified',
    kind: 'vulnerability',
  };
  const shown = (n: number, more: object = {}) =>
    fetchedOf({ id: String(n), key: `WEB-${String(n)}`, identity, ...more });
  const sight = (more: Partial<Sight>): Sight => ({
    found: new Map(),
    absent: new Set(),
    doubtful: new Set(),
    hearing: new Set(),
    unheard: new Set(),
    ...more,
  });
  const two = recordOf({ rivals: { product: contested(2, 3) } });
  const seen = (more: Partial<Sight>, of = two) => seenRivals(of, sight(more), now);
  const found = (...issues: ReturnType<typeof shown>[]) => new Map(issues.map((one) => [one.id, one]));
  const since = (missingSince: number) => ({ ...rival(3), missingSince });

  test('says nothing new while both are as they were', () => {
    expect(seen({ found: found(shown(2), shown(3)) })).toBeUndefined();
    expect(seen({})).toBeUndefined();
    expect(seen({ found: found(shown(2)) }, recordOf())).toBeUndefined();
  });

  test.each<[string, object]>([
    ['another role', { identity: { ...identity, role: 'security' } }],
    ['another finding', { identity: { ...identity, id: 'F-2' } }],
    ['nothing', { identity: undefined }],
  ])('leaves out one that claims %s', (_name, more) => {
    const next = seen({ found: found(shown(2), shown(3, more)) });
    expect(next?.rivals).toEqual({ product: contested(2) });
    expect(claimOf(two, 'product', shown(3, more))).toBeUndefined();
  });

  test('holds the finding until somebody chose, also from the last that is left, and lets it go with none', () => {
    expect(seen({ found: found(shown(2), shown(3, { identity: undefined })) })?.state).toBe('held');
    const none = { identity: undefined };
    const next = seen({ found: found(shown(2, none), shown(3, none)) });
    expect([next?.rivals, next?.state]).toEqual([undefined, 'synced']);
  });

  test('knows where one has gone meanwhile', () => {
    const moved = shown(3, { key: 'NEW-3', projectId: '7' });
    expect(seen({ found: found(shown(2), moved) })?.rivals?.product?.issues).toEqual([
      rival(2),
      { id: '3', key: 'NEW-3', project: '7' },
    ]);
    const renamed = shown(3, { key: 'NEW-3', projectId: undefined });
    expect(seen({ found: found(renamed) })?.rivals?.product?.issues[1]).toEqual({
      ...rival(3),
      key: 'NEW-3',
    });
  });

  test.each<[string, object, Partial<Sight>, object[]]>([
    ['misses one for the first time', rival(3), { absent: new Set(['3']) }, [since(now)]],
    ['misses it still', since(now - missingMs + 1), { absent: new Set(['3']) }, [since(now - missingMs + 1)]],
    ['misses it for a day', since(now - missingMs), { absent: new Set(['3']) }, []],
    ['shows it again', since(1), { found: found(shown(3)) }, [rival(3)]],
    ['cannot tell', since(1), { doubtful: new Set(['3']) }, [rival(3)]],
    ['did not ask for it', since(1), {}, [since(1)]],
  ])('that %s', (_name, before, more, left) => {
    const of = { ...two, rivals: { product: { issues: [rival(2), before as Rivals['issues'][number]] } } };
    const next = seen(more, of) ?? of;
    expect(next.rivals?.product?.issues).toEqual([rival(2), ...left]);
  });

  test('at one role leaves the other alone', () => {
    const next = seenRivals(record, sight({ found: found(shown(2, { identity: undefined })) }), now);
    expect(next?.rivals).toEqual({ product: contested(10), security: contested(5) });
  });
});
