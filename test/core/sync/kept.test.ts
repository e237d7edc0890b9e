import type { FindingItem } from '../../../src/contract/inbox';
import type { LinkRecord } from '../../../src/contract/link-record';
import type { Finding, Lifecycle } from '../../../src/contract/finding';
import { bareRecord } from '../../../src/core/sync/bare-record';
import { keptFinding } from '../../../src/core/sync/kept-finding';
import { keptSnapshot } from '../../../src/core/sync/kept-snapshot';
import { lateAliases, withLateAliases } from '../../../src/core/sync/late-aliases';
import { unreadableRecord } from '../../../src/core/sync/unreadable';
import { findingOf, now, recordOf } from '../builders';

const snapshot = findingOf({ status: 'verified', description: 'Long' });

describe('settings are applied anew to', () => {
  const held = findingOf({ status: 'verified', title: 'Held' });
  const state = { state: 'held', cause: 'c', reason: { code: 'busy' } } as const;

  test.each<[string, Partial<LinkRecord>, object | undefined]>([
    ['the last snapshot', {}, snapshot],
    ['what a held finding would do', { ...state, held }, held],
    ['the last snapshot, where nothing else is held', state, snapshot],
    ['the last snapshot, where something was held before', { state: 'pending', held }, snapshot],
    ['no group', { group: { id: 'g', members: [] } }, undefined],
    ['no record that cannot be read', { unreadable: '{}' }, undefined],
    ['nothing that the portal deleted', { forgotten: true }, undefined],
    ['nothing that is about to be closed', { todo: { close: 1 } }, undefined],
    ['what waits for something else', { todo: { talk: 1 } }, snapshot],
  ])('%s', (_name, more, kept) => {
    expect(keptFinding(recordOf(more), snapshot)).toEqual(kept);
  });

  test('what ended since, as ended; and to nothing where nothing is kept', () => {
    const { facts } = recordOf();
    const ended = recordOf({ facts: { ...facts, status: 'resolved' } });
    expect(keptFinding(ended, snapshot)).toEqual({ ...snapshot, status: 'resolved' });
    expect(keptFinding(ended, undefined)).toBeUndefined();
  });
});

test('of people only the account is kept, and not when the portal said it', () => {
  const finding = (assignee?: object) =>
    findingOf({ updatedAt: '2026-01-01T00:00:00Z', ...(assignee && { assignee }) });
  const kept = (assignee?: object) =>
    keptSnapshot(finding(assignee), (email) => ({ 'a@b.example': 'acc-1', 'no@b.example': null })[email]);
  const people = [
    { accountId: 'acc-2' },
    { email: 'a@b.example' },
    { email: 'no@b.example' },
    { email: 'x@b.example' },
  ];
  expect(people.map((one) => kept(one).assignee)).toEqual([
    { accountId: 'acc-2' },
    { accountId: 'acc-1' },
    undefined,
    undefined,
  ]);
  expect(kept()).toEqual({ ...findingOf(), assignee: undefined, updatedAt: undefined });
});

test('a record without a look at the finding has its id for a title, and a product where one was named', () => {
  const title = 'x'.repeat(300);
  const of = (item: FindingItem) => bareRecord('abcdefgh', item);
  const record = (more: Partial<LinkRecord>) => ({
    connection: 'abcdefgh',
    state: 'pending',
    version: 0,
    seenAt: now,
    issues: {},
    ...more,
  });
  const facts = { severity: 'info', status: 'unverified', kind: 'vulnerability' } as const;
  expect(of({ finding: findingOf(), seenAt: now })).toEqual(
    record({ findingId: 'F-1', product: 'shop', facts: { ...facts, title: 'F-1' } }),
  );
  expect(of({ gone: title, why: 'absent', seenAt: now })).toEqual(
    record({ findingId: title, product: '(unknown)', facts: { ...facts, title: title.slice(0, 255) } }),
  );
  expect(of({ gone: 'F-1', product: 'web', why: 'absent', seenAt: now }).product).toBe('web');
});

test('a record that cannot be read is held, with what its columns say, and kept as it is', () => {
  const findingId = 'x'.repeat(300);
  const columns = { connection: 'abcdefgh', findingId, product: 'shop', version: '7', seenAt: now };
  const held = {
    state: 'held',
    cause: 'unreadable-record',
    reason: { code: 'unreadableRecord' },
    issues: {},
  };
  const facts = { severity: 'info', status: 'unverified', kind: 'vulnerability' };
  const record = {
    ...columns,
    ...held,
    version: 7,
    facts: { ...facts, title: findingId.slice(0, 255) },
    unreadable: '{',
  };
  expect(unreadableRecord(columns, '{')).toStrictEqual(record);
  expect(unreadableRecord({ ...columns, leaseUntil: '5' }, '{')).toStrictEqual({ ...record, leaseUntil: 5 });
  expect(unreadableRecord({}, '')).toStrictEqual({
    ...held,
    connection: '',
    findingId: '',
    product: '',
    version: 0,
    seenAt: 0,
    facts: { ...facts, title: '' },
    unreadable: '',
  });
});

describe('what issues can be searched by since version 2', () => {
  const until = '2026-02-01';
  test.each<[string, Partial<Finding>, Lifecycle | undefined, object]>([
    ['that it is exploited', { kev: true }, 'open', { kev: 'true' }],
    ['the last day of an accepted risk', { acceptedUntil: until }, 'accepted', { acceptedUntil: until }],
    ['both', { kev: true, acceptedUntil: until }, 'accepted', { kev: 'true', acceptedUntil: until }],
    ['no day of what is not accepted', { kev: false, acceptedUntil: until }, 'open', {}],
    ['nothing where nothing is said', {}, 'accepted', {}],
  ])('%s', (_name, finding, lifecycle, aliases) => {
    expect(lateAliases({ kev: undefined, acceptedUntil: undefined, ...finding }, lifecycle)).toStrictEqual(
      aliases,
    );
  });

  const identity = { v: 1, owner: 'o', id: 'F-1', claim: 'c', role: 'product', product: 'shop' } as never;
  const said = { ...(identity as object), v: 2, kev: 'true', acceptedUntil: until } as never;
  test('is written where the identity does not say it yet', () => {
    const aliases = { kev: 'true', acceptedUntil: until } as const;
    expect(withLateAliases(identity, aliases)).toEqual(said);
    expect(withLateAliases(said, { acceptedUntil: '2026-03-01' })).toEqual({
      ...(said as object),
      acceptedUntil: '2026-03-01',
    });
    expect([aliases, { kev: 'true' } as const, {}].map((one) => withLateAliases(said, one))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(withLateAliases(identity, {})).toBeUndefined();
    expect(withLateAliases(identity, { kev: 'true' })).toEqual({
      ...(identity as object),
      v: 2,
      kev: 'true',
    });
  });
});
