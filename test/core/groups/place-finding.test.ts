import fc from 'fast-check';
import { mostMembers } from '../../../src/contract/group';
import type { LinkRecord } from '../../../src/contract/link-record';
import { fold } from '../../../src/core/groups/fold';
import { groupKey, keyOfGroup } from '../../../src/core/groups/group-ref';
import { memberFrom } from '../../../src/core/groups/members';
import { hasOwnIssue, placeFinding, targetOf } from '../../../src/core/groups/place-finding';
import { emptyGroup, isGroup } from '../../../src/core/groups/regroup';
import type { GoneRow, Row, Shelf } from '../../../src/core/groups/row';
import { ruleOf } from '../../../src/core/settings/spaces';
import { decide } from '../../../src/core/sync/decide';
import { lifecycleOf } from '../../../src/core/sync/lifecycle';
import { linkKey } from '../../../src/core/sync/link-key';
import { claimedOf, findingOf, goneOf, issueOf, now, recordOf, settingsOf } from '../builders';

const connection = 'abcdefgh';
const spaces = settingsOf().spaces;
const settings = settingsOf({ spaces: { ...spaces, product: { ...spaces.product, enabled: true } } });

/** A portal says something of one of a few findings. */
const saying = fc.record({
  id: fc.constantFrom('F-1', 'F-2', 'F-3', 'F-4'),
  group: fc.constantFrom('log4j', 'spring', undefined),
  status: fc.constantFrom('verified', 'assigned', 'resolved', 'rejected', 'temporarily_risk_accepted'),
  severity: fc.constantFrom('critical', 'high', 'low'),
  /** The portal deletes it, or a report no longer holds it. */
  gone: fc.constantFrom(undefined, undefined, undefined, 'deleted', 'absent'),
  late: fc.boolean(),
} as const);
type Saying = typeof saying extends fc.Arbitrary<infer Of> ? Of : never;

function placingAt(now: number) {
  return { settings, by: '', hears: false, receipts: [], now, foldAt: now + 10_000 };
}

/** Records as they lie in storage, which only whole changes reach. */
class Storage implements Shelf {
  readonly records = new Map<string, LinkRecord>();
  readonly groups = new Map<string, LinkRecord>();

  say(said: Saying, seenAt: number): void {
    const row = this.rowOf(said, seenAt);
    const placed = placeFinding(row, this, placingAt(seenAt));
    if (!('changes' in placed)) return;
    for (const [key, record] of placed.changes) (record.group ? this.groups : this.records).set(key, record);
    if (placed.kind !== 'alone' || 'gone' in row) return;
    // What stands alone goes on by itself: it is known from then on.
    const known = this.records.get(row.key) ?? recordOf({ connection, findingId: said.id, seenAt: 0 });
    this.records.set(row.key, { ...known, seenAt, facts: { ...known.facts, status: said.status } });
  }

  private rowOf({ id, group, status, severity, gone }: Saying, seenAt: number): Row {
    const finding = findingOf({ id, status, severity, ...(group && { group }) });
    const key = linkKey(connection, finding);
    const record = this.records.get(key);
    const about = { key, connection, product: record?.product ?? 'shop', seenAt };
    if (gone) {
      const row: GoneRow = { ...about, target: undefined, gone: { gone: id, why: gone, seenAt } };
      return row;
    }
    const lifecycle = lifecycleOf(status, settings) ?? 'open';
    const subject = { finding, lifecycle, connection };
    const decision = decide(subject, settings, record);
    const target = targetOf(subject, decision, ruleOf(settings, decision.rule), record);
    const member = memberFrom(finding, decision, seenAt);
    return { ...about, finding, lifecycle, anew: false, target, member, snapshot: `${status}${severity}` };
  }
}

const stories = fc.array(saying, { maxLength: 40 });

function told(sayings: readonly Saying[]): Storage {
  const storage = new Storage();
  sayings.forEach((said, index) => {
    storage.say(said, now + (said.late ? index - 3 : index) * 1000);
  });
  return storage;
}

test('whatever comes in whatever order, a member is in the one group that its record names, and nobody else is', () => {
  fc.assert(
    fc.property(stories, (sayings) => {
      const { records, groups } = told(sayings);
      const listed = [...groups].flatMap(([key, { group }]) =>
        (group?.members ?? []).map(({ id }) => `${id} in ${key}`),
      );
      const named = [...records.values()].flatMap((record) => {
        const key = keyOfGroup(record);
        return key === undefined ? [] : [`${record.findingId} in ${key}`];
      });
      expect(listed.sort()).toEqual(named.sort());
    }),
  );
});

test('a group is open exactly as long as one of its members is; one that nobody is left in is to be closed', () => {
  fc.assert(
    fc.property(stories, (sayings) => {
      const { records, groups } = told(sayings);
      for (const [key, record] of groups) {
        if (!isGroup(record)) throw new Error('no group');
        const members = [...records.values()].filter((one) => keyOfGroup(one) === key);
        const lifecycles = members.map(({ facts }) => lifecycleOf(facts.status, settings));
        const folded = fold(record.group, settings, now);
        expect(folded?.lifecycle === 'open').toBe(lifecycles.includes('open'));
        if (folded) expect(record.todo?.close).toBeUndefined();
        else expect(record.todo).toMatchObject({ close: expect.any(Number) as number });
      }
    }),
  );
});

test('members of a group are told in the same order, however they came', () => {
  fc.assert(
    fc.property(stories, fc.infiniteStream(fc.nat()), (sayings, numbers) => {
      for (const record of told(sayings).groups.values()) {
        if (!isGroup(record)) continue;
        const shuffled = record.group.members
          .map((member) => ({ member, at: Number(numbers.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ member }) => member);
        expect(fold({ members: shuffled }, settings, now)).toEqual(fold(record.group, settings, now));
      }
    }),
  );
});

test.each([
  ['nothing', {}, false],
  ['an issue', { product: issueOf() }, true],
  ['an issue that may exist', { product: claimedOf() }, true],
  ['an issue that is only thought gone', { product: goneOf({ missingSince: now }) }, true],
  ['an issue that is gone', { product: goneOf() }, false],
])('a finding with %s', (_name, issues, isOwn) => {
  expect(hasOwnIssue(recordOf({ issues }))).toBe(isOwn);
});

test('who finds the first part of a group full tries the last that was begun, then begins another', () => {
  const finding = findingOf({ id: 'F-1', group: 'log4j' });
  const row: Row = {
    ...{ key: linkKey(connection, finding), connection, product: 'shop', seenAt: now, finding },
    ...{ lifecycle: 'open', anew: false, target: { id: 'log4j' }, snapshot: '' },
    member: memberFrom(finding, { spaces: [] }, now),
  };
  const filled = (part: number, parts?: number): [string, LinkRecord] => {
    const ref = part === 0 ? { id: 'log4j' } : { id: 'log4j', part };
    const empty = emptyGroup(connection, 'shop', ref);
    const members = Array.from({ length: mostMembers }, (_, n) => ({ ...row.member, id: `M-${String(n)}` }));
    const group = { ...empty.group, members, ...(parts !== undefined && { parts }) };
    return [groupKey(connection, 'shop', ref), { ...empty, group }];
  };
  const placing = placingAt(now);
  const place = (part: number | undefined, groups: [string, LinkRecord][]) =>
    placeFinding(
      { ...row, ...(part !== undefined && { part }) },
      { records: new Map(), groups: new Map(groups) },
      placing,
    );
  expect(place(undefined, [filled(0)])).toEqual({ kind: 'full', next: 1 });
  expect(place(undefined, [filled(0, 30)])).toEqual({ kind: 'full', next: 30 });
  expect(place(30, [filled(0, 30), filled(30)])).toEqual({ kind: 'full', next: 31 });
  const begun = place(31, [filled(0, 30)]);
  const first = 'changes' in begun ? begun.changes.get(filled(0)[0]) : undefined;
  expect(first?.group?.parts).toBe(31);
});
