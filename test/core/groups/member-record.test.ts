import { asMember } from '../../../src/core/groups/as-member';
import { memberRecord } from '../../../src/core/groups/member-record';
import type { SnapshotRow } from '../../../src/core/groups/row';
import { factsOf } from '../../../src/core/sync/facts';
import { whenIssueComes } from '../../../src/core/sync/todos';
import { findingOf, issueOf, now, recordOf } from '../builders';
import { groupOf, memberOf } from './builders';

const finding = findingOf();
const memberOfGroup = { id: 'log4j' };
const row: SnapshotRow = {
  ...{ key: 'k', connection: 'abcdefgh', product: 'shop', seenAt: now, target: memberOfGroup, finding },
  ...{ anew: false, lifecycle: 'open', member: memberOf(), snapshot: 's2' },
};
const plain = {
  connection: 'abcdefgh',
  findingId: 'F-1',
  product: 'shop',
  state: 'synced',
  version: 0,
  seenAt: now,
  facts: factsOf(finding),
  snapshot: 's2',
  issues: {},
  memberOf: memberOfGroup,
};

test('the record of a new member says what its portal does, and which group has its issues', () => {
  expect(memberRecord(row, undefined, memberOfGroup)).toStrictEqual(plain);
  const member = memberOf({ createdAt: 5, rule: 'r' });
  expect(memberRecord({ ...row, member }, undefined, memberOfGroup)).toStrictEqual({
    ...plain,
    createdAt: 5,
    rule: 'r',
  });
});

test('a member that stood alone before keeps what is owed to its portal; what was meant is the group’s matter', () => {
  const issues = { product: issueOf() };
  const hearing = { owed: [], meant: { status: 'resolved', event: 'e' } };
  const before = recordOf({ version: 7, issues, hearing, sla: { fix: '2026-01-20' } });
  expect(memberRecord(row, before, memberOfGroup)).toStrictEqual({
    ...plain,
    version: 7,
    issues,
    hearing: { owed: [] },
  });
  const silent = recordOf({ hearing: { lastOpen: 'verified' } });
  expect(memberRecord(row, silent, memberOfGroup)).not.toHaveProperty('hearing');
});

test.each([
  ['that waited for an issue of its own go into the group’s at once', whenIssueComes, now],
  ['that are due stay due', 3, 3],
])('comments %s', (_what, talk, at) => {
  const before = recordOf({ todo: { talk, close: 1 } });
  expect(memberRecord(row, before, memberOfGroup).todo).toEqual({ talk: at });
});

const group = groupOf([memberOf()], {
  issues: { product: issueOf() },
  todo: { fold: now },
  seenAt: 1,
  version: 9,
  hearing: { lastOpen: 'verified' },
});

test('a member is seen with the issues of its group and where these stand, by its own name and facts', () => {
  const record = recordOf({ memberOf: memberOfGroup, version: 3 });
  expect(asMember(record, group)).toEqual({
    ...record,
    issues: group.issues,
    todo: { fold: now },
    hearing: { lastOpen: 'verified' },
    group: undefined,
  });
});

test('what holds up the member alone is its own; while it is being moved it waits', () => {
  const held = recordOf({
    state: 'held',
    cause: 'c',
    reason: { code: 'noRule', severity: 'low', status: 'x' },
  });
  expect(asMember(held, group)).toEqual({ ...held, issues: group.issues });
  expect(asMember(recordOf(), undefined)).toEqual({ ...recordOf(), state: 'pending' });
});
