import type { FindingInput } from '../../../src/contract/finding';
import type { LinkRecord } from '../../../src/contract/link-record';
import { Rule } from '../../../src/contract/settings';
import { groupKey } from '../../../src/core/groups/group-ref';
import { placeFinding, targetOf } from '../../../src/core/groups/place-finding';
import type { GroupRecord } from '../../../src/core/groups/regroup';
import type { Placing, SnapshotRow } from '../../../src/core/groups/row';
import { mark } from '../../../src/core/data/hash';
import { statusMark } from '../../../src/core/sync/plan';
import { dayMs, findingOf, goneOf, issueOf, now, recordOf } from '../builders';
import { groupOf, memberOf } from './builders';
import { accepted, at, key, known, place, placing, rowOf, shown, target, member } from './placing';

describe('the group that a finding belongs to', () => {
  const targetFor = (
    finding: Partial<FindingInput>,
    { skip = false, lifecycle = 'open' }: { skip?: boolean; lifecycle?: 'open' | 'rejected' } = {},
    record?: LinkRecord,
  ) =>
    targetOf(
      { finding: findingOf({ group: 'log4j', ...finding }), lifecycle, connection: 'abcdefgh' },
      skip ? { skip: { code: 'noRule', severity: 'high', status: 'verified' } } : {},
      undefined,
      record,
    );

  test.each([
    ['is what its portal says', targetFor({}), target],
    [
      'is none for one that names an issue of the product team',
      targetFor({ existing: { product: 'WEB-1' } }),
      undefined,
    ],
    [
      'is none for one that names an issue of the security team',
      targetFor({ existing: { security: 'SEC-1' } }),
      undefined,
    ],
    ['is its own for one that names no issue after all', targetFor({ existing: {} }), target],
    ['is none for one that is rejected', targetFor({}, { lifecycle: 'rejected' }), undefined],
    [
      'is none for one with an issue of its own',
      targetFor({}, {}, recordOf({ issues: { product: issueOf() } })),
      undefined,
    ],
    [
      'stays where no rule takes it any more',
      targetFor({}, { skip: true }, recordOf({ memberOf: { id: 'old', part: 2 } })),
      { id: 'old' },
    ],
    [
      'is none where no rule takes it, and it is in none',
      targetFor({}, { skip: true }, recordOf()),
      undefined,
    ],
    ['is none for a new one that no rule takes', targetFor({}, { skip: true }), undefined],
  ])('%s', (_what, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  test('is what its rule says', () => {
    const then = { create: 'both', groupBy: ['product'] };
    const rule = Rule.parse({ id: 'r', name: 'R', enabled: true, when: { all: [] }, then });
    const subject = { finding: findingOf(), lifecycle: 'open', connection: 'abcdefgh' } as const;
    expect(targetOf(subject, {}, rule, undefined)).toEqual({ id: 'product: shop', by: 'rule' });
  });
});

test('an older snapshot says nothing; one of the same moment does', () => {
  expect(place(rowOf(), { ...known, seenAt: now + 1 }, { [at]: shown })).toMatchObject({ kind: 'stale' });
  expect(place(rowOf(), known, { [at]: shown }).kind).toBe('unchanged');
});

test('a finding that somebody works on waits', () => {
  expect(place(rowOf(), { ...known, leaseUntil: now + 1 }, { [at]: shown }).kind).toBe('busy');
});

test('a finding with an issue of its own stays alone, whatever its portal says', () => {
  expect(place(rowOf(), recordOf({ issues: { product: issueOf() } }))).toMatchObject({
    kind: 'alone',
    keys: [],
  });
});

test('a finding without a group stays alone', () => {
  expect(place(rowOf({}, { target: undefined }), recordOf())).toMatchObject({ kind: 'alone', keys: [] });
});

test('a new finding begins its group', () => {
  const placed = place(rowOf());
  expect(placed).toMatchObject({
    kind: 'joined',
    keys: [at, key],
    own: { memberOf: target, snapshot: 's1' },
  });
  expect(placed.group?.group).toEqual({ id: 'log4j', members: [{ ...member, news: 'joined' }] });
});

test('a finding joins no group that was taken apart', () => {
  const apart = groupOf([], {}, { dissolved: true });
  expect(place(rowOf(), recordOf(), { [at]: apart })).toMatchObject({ kind: 'alone', keys: [] });
  // What a record without a group does under its key is no word against it.
  expect(place(rowOf(), recordOf(), { [at]: recordOf() }).kind).toBe('joined');
});

const second = { ...target, part: 2 };
const atSecond = groupKey('abcdefgh', 'shop', second);

test('a finding stays in the part of the group where it is, but goes to another product with it', () => {
  const there = { ...known, memberOf: second };
  const groups = { [atSecond]: groupOf([member], {}, { ...second, settings: 's' }) };
  expect(place(rowOf(), there, groups)).toMatchObject({ kind: 'unchanged', own: { memberOf: second } });
  expect(place(rowOf(), { ...there, product: 'blog' }).own?.memberOf).toEqual(target);
  expect(place(rowOf({}, { part: 2 })).own?.memberOf).toEqual(second);
});

describe('what people decided about a finding alone', () => {
  const decided = { ...accepted, reason: 'Not reachable.' };

  test('goes with it into a group', () => {
    const { own, group } = place(rowOf(), recordOf({ decided }));
    expect(own).not.toHaveProperty('decided');
    expect(group?.group?.members[0]).toEqual({ ...member, decided: accepted, news: 'joined' });
  });

  test('is over where its portal says another status by now', () => {
    const { group } = place(rowOf({ status: 'assigned' }), recordOf({ decided }));
    expect(group?.group?.members[0]).not.toHaveProperty('decided');
  });
});

describe('a finding that leaves its group', () => {
  const old = { id: 'spring' };
  const atOld = groupKey('abcdefgh', 'shop', old);
  const there = recordOf({ memberOf: old });
  const group = groupOf([member, memberOf({ id: 'F-2' })], {}, { id: 'spring' });
  const alone = rowOf({}, { target: undefined });

  test('stands alone, and the group is shown without it', () => {
    const placed = place(alone, there, { [atOld]: group });
    expect(placed).toMatchObject({ kind: 'alone', keys: [atOld, key], own: { state: 'pending' } });
    expect(placed.own).not.toHaveProperty('memberOf');
    expect(placed.own).not.toHaveProperty('decided');
    expect(changed(alone, atOld)).toMatchObject({ facts: { status: 'verified' } });
  });

  function changed(row: SnapshotRow, which: string): LinkRecord | undefined {
    const shelf = { records: new Map([[key, there]]), groups: new Map([[atOld, groupOf([member])]]) };
    const placed = placeFinding(row, shelf, placing);
    return 'changes' in placed ? placed.changes.get(which) : undefined;
  }

  test('because it is rejected leaves an empty group rejected', () => {
    const rejected = rowOf({ status: 'false_alarm' }, { target: undefined, lifecycle: 'rejected' });
    expect(changed(rejected, atOld)?.facts.status).toBe('false_alarm');
  });

  test('takes along what was decided about all', () => {
    const decided = { ...accepted, reason: 'Not reachable.' };
    expect(place(alone, there, { [atOld]: { ...group, decided } }).own?.decided).toEqual(accepted);
    const joined = place(rowOf(), there, { [atOld]: { ...group, decided } });
    expect(joined).toMatchObject({ kind: 'joined', keys: [atOld, key, at] });
    expect(joined.group?.group?.members[0]?.decided).toEqual(accepted);
  });

  test.each([
    ['cannot be read', { [atOld]: { ...group, unreadable: '{}' } }, 'unreadable'],
    ['is being worked on', { [atOld]: { ...group, leaseUntil: now + 1 } }, 'busy'],
  ])('waits while that %s', (_what, groups, kind) => {
    expect(place(rowOf(), there, groups).kind).toBe(kind);
  });

  test.each([
    ['nobody knows', {}],
    ['does not know it', { [atOld]: groupOf([memberOf({ id: 'F-2' })]) }],
    ['is none', { [atOld]: recordOf() }],
  ])('just goes where that group %s', (_what, groups) => {
    const placed = place(alone, there, groups);
    expect(placed).toMatchObject({ kind: 'alone', keys: [key], own: { state: 'pending' } });
    expect(placed.own).not.toHaveProperty('memberOf');
  });
});

describe('a finding does not join a group', () => {
  test('that cannot be read', () => {
    expect(place(rowOf(), undefined, { [at]: { ...shown, unreadable: '{}' } }).kind).toBe('unreadable');
  });

  test('that somebody works on, if that would change it', () => {
    const leased = { [at]: { ...shown, leaseUntil: now + 1 } };
    expect(place(rowOf(), known, leased).kind).toBe('unchanged');
    expect(place(rowOf({ title: 'Another' }), known, leased).kind).toBe('busy');
  });

  test.each([
    ['deleted', { product: goneOf() }, 'full'],
    ['deleted but for one', { product: goneOf(), security: issueOf() }, 'joined'],
    ['only thought gone', { product: goneOf({ missingSince: 1 }) }, 'joined'],
    ['not made yet', {}, 'joined'],
  ])('whose issues people deleted: they are %s', (_what, issues, kind) => {
    const others = groupOf([memberOf({ id: 'F-2' })], { issues });
    expect(place(rowOf(), undefined, { [at]: others }).kind).toBe(kind);
    const its = groupOf([member], { issues }, { settings: 's' });
    expect(place(rowOf(), known, { [at]: its }).kind).toBe('unchanged');
  });
});

test('the first part of a group learns of another that is begun, unless somebody works on it or it is there already', () => {
  const row = rowOf({}, { part: 2 });
  const first = groupOf([memberOf({ id: 'F-2' })]);
  expect(place(row, undefined, { [at]: first }).group?.group).toEqual({ ...first.group, parts: 2 });
  expect(place(row, undefined, { [at]: { ...first, leaseUntil: now + 1 } }).group).toBeUndefined();
  expect(place(row, undefined, { [at]: first, [atSecond]: groupOf([]) }).group).toBeUndefined();
  expect(place(row, undefined, { [at]: recordOf() }).group).toBeUndefined();
});

describe('what a member says', () => {
  const changes = (row: SnapshotRow, group: GroupRecord = shown, more: Partial<Placing> = {}) =>
    place(row, known, { [at]: group }, more).group;

  test('again changes nothing', () => {
    expect(changes(rowOf())).toBeUndefined();
  });

  test('newly about its texts changes the issue where it is the worst', () => {
    const newer = rowOf({}, { snapshot: 's2' });
    expect(changes(newer)?.todo).toEqual({ fold: placing.foldAt });
    expect(changes(newer)?.group).toEqual(shown.group);
    const worse = groupOf([member, memberOf({ id: 'F-0', severity: 'critical' })], {}, { settings: 's' });
    expect(changes(newer, worse)).toBeUndefined();
  });

  test('after the settings changed brings the issue up to date, once', () => {
    expect(changes(rowOf(), shown, { by: 's2' })?.todo).toEqual({ fold: placing.foldAt });
    expect(changes(rowOf(), { ...shown, todo: { fold: 3 } }, { by: 's2' })).toBeUndefined();
  });

  const updatedAt = '2026-01-15T09:00:00Z';
  const receipts = [{ n: 7, at: now - 1 }];
  const meant = groupOf(
    [member],
    { hearing: { meant: { status: 'resolved', event: 'e', n: 7 } } },
    { settings: 's' },
  );
  const decided = groupOf([{ ...member, decided: { ...accepted, n: 7 } }], {}, { settings: 's' });

  test.each([
    ['what Jira meant', meant],
    ['what people decided about it', decided],
  ])('knowing %s is its own word', (_what, group) => {
    expect(changes(rowOf({ updatedAt }), group)).toBeUndefined();
    const after = changes(rowOf({ updatedAt }), group, { receipts });
    expect(after?.hearing).toBeUndefined();
    expect(after?.group?.members).toEqual([{ ...member, news: 'changed' }]);
    expect(changes(rowOf({ updatedAt }, { anew: true }), group, { receipts })).toBeUndefined();
  });

  const closed = (days: number) =>
    groupOf(
      [member],
      {
        issues: {
          product: issueOf({
            category: 'done',
            doneAt: now - days * dayMs,
            sent: { [statusMark]: mark('verified') },
          }),
        },
      },
      { settings: 's' },
    );

  test('that it is open, days after people closed the issue, is news', () => {
    expect(changes(rowOf(), closed(7))?.group?.members).toEqual([{ ...member, news: 'changed' }]);
    expect(changes(rowOf(), closed(6))).toBeUndefined();
    expect(changes(rowOf(), closed(7), { hears: true })).toBeUndefined();
    expect(changes(rowOf({}, { anew: true }), closed(7))).toBeUndefined();
    const over = rowOf({ status: 'resolved' });
    const others = { ...closed(7), group: { ...shown.group, members: [over.member] } };
    expect(changes(over, others)).toBeUndefined();
  });
});
