import { Rule } from '../../../src/contract/settings';
import type { FindingInput } from '../../../src/contract/finding';
import {
  groupKey,
  groupName,
  groupRefOf,
  isSameGroup,
  keyOfGroup,
  wholeGroup,
} from '../../../src/core/groups/group-ref';
import { findingOf, recordOf } from '../builders';

const by = (...groupBy: string[]) =>
  Rule.parse({ id: 'r', name: 'R', enabled: true, when: { all: [] }, then: { create: 'both', groupBy } });
const refOf = (finding: Partial<FindingInput>, rule?: Rule) =>
  groupRefOf({ finding: findingOf(finding), lifecycle: 'open', connection: 'abcdefgh' }, rule)?.id;

test.each([
  ['belongs to the group that its portal names', { group: 'log4j' }, undefined, 'log4j'],
  ['stands alone where that is empty', { group: '' }, undefined, undefined],
  ['stands alone where it names none', {}, undefined, undefined],
  ['goes by the fields of its rule first', { group: 'log4j', tool: 'trivy' }, by('tool'), 'tool: trivy'],
  ['goes by all of them', { tool: 'trivy', tags: ['b'] }, by('tags', 'tool'), 'tags: b, tool: trivy'],
  ['stands alone where it lacks one of them', { group: 'g', tool: 'trivy' }, by('tool', 'cve'), undefined],
  ['stands alone where a list is empty', { tags: ['', ''] }, by('tags'), undefined],
  ['takes lists as sets', { tags: ['b', 'a', '', 'b'] }, by('tags'), 'tags: a b'],
])('a finding %s', (_what, finding, rule, id) => {
  expect(refOf(finding, rule)).toBe(id);
});

test('long groups are cut to what an id may hold, and those that differ stay different', () => {
  const ofLength = (length: number, end: string) =>
    refOf(
      { attributes: { team: 'x'.repeat(length - 'attributes.team: '.length - 1) + end } },
      by('attributes.team'),
    );
  expect(ofLength(255, 'a')).toBe(`attributes.team: ${'x'.repeat(237)}a`);
  const [one, other] = [ofLength(256, 'a'), ofLength(256, 'b')];
  expect(one).toMatch(/^attributes\.team: x{224}… [0-9a-f]{12}$/);
  expect([one?.length, other?.length]).toEqual([255, 255]);
  expect(one).not.toBe(other);
});

const key = groupKey('abcdefgh', 'shop', { id: 'log4j' });

test('a group’s record lies where it has always lain', () => {
  expect(key).toBe('abcdefgh:g72e269dfe53b85275766f35037346ff0ddbaf68f1da71e5357a7f5826a5b2724');
  expect(groupKey('abcdefgh', 'shop', { id: 'log4j', part: 0 })).toBe(key);
});

test.each([
  ['connection', groupKey('bbcdefgh', 'shop', { id: 'log4j' })],
  ['product', groupKey('abcdefgh', 'blog', { id: 'log4j' })],
  ['id', groupKey('abcdefgh', 'shop', { id: 'spring' })],
  ['maker', groupKey('abcdefgh', 'shop', { id: 'log4j', by: 'rule' })],
  ['part', groupKey('abcdefgh', 'shop', { id: 'log4j', part: 1 })],
])('groups that differ in their %s have records of their own', (_what, other) => {
  expect(other).not.toBe(key);
});

test('later parts of a group say in their name which they are', () => {
  expect(groupName({ id: 'log4j' })).toBe('log4j');
  expect(groupName({ id: 'log4j', part: 1 })).toBe('log4j (2)');
});

test.each([
  [{ id: 'a' }, { id: 'a' }, true],
  [{ id: 'a', part: 1 }, { id: 'a', part: 2 }, true],
  [{ id: 'a' }, { id: 'b' }, false],
  [{ id: 'a', by: 'rule' }, { id: 'a' }, false],
  [undefined, { id: 'a' }, false],
  [{ id: 'a' }, undefined, false],
  [undefined, undefined, true],
] as const)('%j and %j are one group: %s', (one, other, isSame) => {
  expect(isSameGroup(one, other)).toBe(isSame);
});

test('a member knows the record of its part, and the group without its part', () => {
  const ref = { id: 'log4j', by: 'rule', part: 1 } as const;
  expect(keyOfGroup(recordOf({ memberOf: ref }))).toBe(groupKey('abcdefgh', 'shop', ref));
  expect(keyOfGroup(recordOf())).toBeUndefined();
  expect(wholeGroup(ref)).toEqual({ id: 'log4j', by: 'rule' });
  expect(wholeGroup({ id: 'log4j', part: 1 })).toStrictEqual({ id: 'log4j' });
});
