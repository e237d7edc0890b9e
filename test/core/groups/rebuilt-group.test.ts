import type { Identity } from '../../../src/contract/identity';
import { groupKey } from '../../../src/core/groups/group-ref';
import {
  groupKeyOf,
  groupOfIdentity,
  rebuiltGroup,
  rebuiltMembers,
} from '../../../src/core/groups/rebuilt-group';
import { recordOf } from '../builders';
import { groupOf, memberOf } from './builders';

const identity: Identity = {
  v: 2,
  owner: 'env:abcdefgh',
  id: 'log4j',
  claim: 'c',
  role: 'product',
  severity: 'critical',
  severityLevel: 5,
  status: 'assigned',
  product: 'shop',
  kind: 'security_incident',
  members: 'F-1\nF-2\n',
};

test.each([
  ['a finding', { members: undefined }, undefined],
  ['a group', {}, { id: 'log4j' }],
  ['a group without members', { members: '' }, { id: 'log4j' }],
  ['a group of a rule', { by: 'rule' }, { id: 'log4j', by: 'rule' }],
  ['a later part', { id: 'log4j (2)', part: 1 }, { id: 'log4j', part: 1 }],
  ['a group whose own name looks like that of a part', { id: 'log4j (2)' }, { id: 'log4j (2)' }],
  ['a part whose name does not say so', { part: 1 }, { id: 'log4j', part: 1 }],
] as const)('an identity names %s', (_what, more, ref) => {
  const named = { ...identity, ...more };
  expect(groupOfIdentity(named)).toStrictEqual(ref);
  expect(groupKeyOf('abcdefgh', named)).toBe(ref && groupKey('abcdefgh', 'shop', ref));
});

const rebuilt = (id: string) =>
  memberOf({ id, title: id, severity: 'critical', status: 'assigned', kind: 'security_incident' });

test('a rebuilt group has the findings that its issue names, each as the group is', () => {
  expect(rebuiltGroup({ id: 'log4j', part: 1 }, identity, undefined)).toStrictEqual({
    id: 'log4j',
    part: 1,
    members: [rebuilt('F-1'), rebuilt('F-2')],
  });
});

test('of findings that are known already the group knows better', () => {
  const known = groupOf([memberOf({ id: 'F-2' })], {}, { settings: 's' }).group;
  expect(rebuiltGroup({ id: 'log4j' }, identity, known)).toEqual({
    ...known,
    members: [memberOf({ id: 'F-2' }), rebuilt('F-1')],
  });
  expect(rebuiltGroup({ id: 'log4j' }, { ...identity, members: undefined }, undefined).members).toEqual([]);
});

test('each finding of a rebuilt group has a record again, older than whatever its portal sends', () => {
  const [record] = rebuiltMembers(groupOf([rebuilt('F-1')], {}, { by: 'rule', part: 1, settings: 's' }));
  expect(record).toMatchObject({
    connection: 'abcdefgh',
    findingId: 'F-1',
    product: 'shop',
    state: 'synced',
    seenAt: 0,
    facts: { title: 'F-1', severity: 'critical', status: 'assigned', kind: 'security_incident' },
  });
  expect(record?.memberOf).toStrictEqual({ id: 'log4j', by: 'rule', part: 1 });
  expect(rebuiltMembers(groupOf([rebuilt('F-1')]))[0]?.memberOf).toStrictEqual({ id: 'log4j' });
  expect(rebuiltMembers(recordOf())).toEqual([]);
});
