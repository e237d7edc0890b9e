import type { LinkRecord } from '../../../src/contract/link-record';
import { placeFinding } from '../../../src/core/groups/place-finding';
import type { GoneRow } from '../../../src/core/groups/row';
import { now, recordOf } from '../builders';
import { groupOf, memberOf } from './builders';
import { at, key, known, placing, shown, member, type Groups } from './placing';

describe('a finding that is gone', () => {
  const goneAs = (why: GoneRow['gone']['why'], record: LinkRecord | undefined, groups: Groups) => {
    const row: GoneRow = {
      ...{ key, connection: 'abcdefgh', product: 'shop', seenAt: now + 5, target: undefined },
      gone: { gone: 'F-1', why, seenAt: now + 5 },
    };
    const shelf = {
      records: new Map(record ? [[key, record]] : []),
      groups: new Map(Object.entries(groups)),
    };
    const placed = placeFinding(row, shelf, placing);
    const changes = 'changes' in placed ? placed.changes : new Map<string, LinkRecord>();
    return { kind: placed.kind, own: changes.get(key), group: changes.get(at), size: changes.size };
  };

  test('and in no group goes on by itself', () => {
    expect(goneAs('deleted', recordOf(), { [at]: shown })).toMatchObject({ kind: 'alone', size: 0 });
    expect(goneAs('deleted', undefined, { [at]: shown })).toMatchObject({ kind: 'alone', size: 0 });
  });

  test('waits while its group cannot be read or is being worked on', () => {
    expect(goneAs('absent', known, { [at]: { ...shown, unreadable: '{}' } }).kind).toBe('unreadable');
    expect(goneAs('absent', known, { [at]: { ...shown, leaseUntil: now + 1 } }).kind).toBe('busy');
  });

  test('because its portal deleted it leaves its group', () => {
    const { kind, own, group } = goneAs('deleted', known, {
      [at]: groupOf([member, memberOf({ id: 'F-2' })]),
    });
    const { memberOf: _memberOf, snapshot: _snapshot, ...rest } = known;
    expect(own).toStrictEqual({ ...rest, state: 'deleted', seenAt: now + 5 });
    expect(group?.group?.members).toEqual([memberOf({ id: 'F-2' })]);
    expect(kind).toBe('joined');
    expect(goneAs('deleted', known, { [at]: shown }).group?.todo).toEqual({ close: placing.foldAt });
  });

  test('because a report no longer holds it stays in its group as resolved, and makes no issue', () => {
    const creating = { ...member, creates: ['product' as const] };
    const { kind, own, group } = goneAs('absent', known, { [at]: groupOf([creating]) });
    expect(own).toEqual({ ...known, seenAt: now + 5, facts: { ...known.facts, status: 'resolved' } });
    expect(group?.group?.members).toStrictEqual([{ ...member, status: 'resolved', news: 'changed' }]);
    expect(group?.seenAt).toBe(now + 5);
    expect(kind).toBe('joined');
  });

  test('stays rejected where it was', () => {
    const facts = { ...known.facts, status: 'rejected' };
    const { own, group } = goneAs(
      'absent',
      { ...known, facts },
      { [at]: groupOf([{ ...member, status: 'rejected' }]) },
    );
    expect([own?.facts.status, group]).toEqual(['rejected', undefined]);
  });

  test.each([
    ['nobody knows', {}],
    ['does not know it', { [at]: groupOf([memberOf({ id: 'F-2' })]) }],
    ['is none', { [at]: recordOf() }],
  ])('from a group that %s is noted by itself', (_what, groups) => {
    expect(goneAs('deleted', known, groups)).toMatchObject({ size: 1, own: { state: 'deleted' } });
    expect(goneAs('absent', known, groups)).toMatchObject({
      size: 1,
      own: { facts: { status: 'resolved' } },
    });
  });
});
