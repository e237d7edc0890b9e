import type { LinkRecord } from '../../../src/contract/link-record';
import { Deleting, type SettingsDocument, Statuses } from '../../../src/contract/settings';
import { mark } from '../../../src/core/data/hash';
import { fold } from '../../../src/core/groups/fold';
import {
  emptyGroup,
  endedByJira,
  folded,
  gatherMs,
  type GroupRecord,
  isShutForNew,
  led,
  openedForNew,
  toFold,
  withDecided,
  withMember,
  withoutMember,
} from '../../../src/core/groups/regroup';
import { statusMark } from '../../../src/core/sync/plan';
import { claimedOf, dayMs, goneOf, issueOf, now, recordOf, settingsOf, spaceOf } from '../builders';
import { groupOf, memberOf } from './builders';

const settings = settingsOf();
const foldAt = now + gatherMs;
const regrouping = { settings, now, foldAt };
const sent = { summary: 's', [statusMark]: mark('verified') };
const forgotten = { summary: 's' };
const done = issueOf({ category: 'done', sent });
const going = issueOf({ id: '2', category: 'indeterminate', sent });
const accepted = { kind: 'accepted', role: 'product', at: 1, event: 'e', until: '2026-02-01' } as const;
const withReason = { ...accepted, reason: 'Not reachable.' };

test('a new group has its name for a title, cut to what a title may hold, and waits', () => {
  expect(emptyGroup('abcdefgh', 'shop', { id: 'g'.repeat(255), part: 1 })).toEqual({
    connection: 'abcdefgh',
    findingId: `${'g'.repeat(255)} (2)`,
    product: 'shop',
    state: 'pending',
    version: 0,
    seenAt: 0,
    facts: { title: 'g'.repeat(255), severity: 'info', status: 'unverified', kind: 'vulnerability' },
    issues: {},
    group: { id: 'g'.repeat(255), part: 1, members: [] },
  });
});

/** The group after its only member, if it has one, was said to be so. */
function said(
  before: GroupRecord,
  more: Parameters<typeof memberOf>[0],
  { insists, seenAt = now }: { insists?: boolean; seenAt?: number } = {},
): GroupRecord {
  return withMember(before, { member: memberOf(more), seenAt, ...(insists && { insists }) }, regrouping);
}
const sentOf = ({ issues }: LinkRecord) =>
  Object.values(issues).map((issue) => ('sent' in issue ? issue.sent : issue.state));

test('a finding that joins a group is news until its issue shows it, and the issue waits for the others', () => {
  const joined = said(groupOf([], { state: 'synced', seenAt: 5, todo: { follow: 1 } }), {});
  expect(joined).toMatchObject({ state: 'pending', seenAt: now, todo: { follow: 1, fold: foldAt } });
  expect(joined.group.members).toStrictEqual([memberOf({ news: 'joined' })]);
  expect(said(joined, { title: 'Another' }).group.members).toStrictEqual([
    memberOf({ title: 'Another', news: 'joined' }),
  ]);
  const shown = folded(joined, 's');
  expect(shown.group).toStrictEqual({ id: 'log4j', members: [memberOf()], settings: 's' });
  expect(said(shown, { title: 'Another' }, { seenAt: 1 })).toMatchObject({
    seenAt: now,
    group: { members: [memberOf({ title: 'Another', news: 'changed' })] },
  });
});

test.each([
  ['is new', [], {}, {}, forgotten],
  ['says another open status', [memberOf({ status: 'resolved' })], {}, {}, forgotten],
  ['says what it has always said', [memberOf()], { title: 'Another' }, {}, sent],
  ['insists on that', [memberOf()], {}, { insists: true }, forgotten],
  ['is resolved', [memberOf()], { status: 'resolved' }, {}, sent],
  ['insists on being resolved', [memberOf()], { status: 'resolved' }, { insists: true }, sent],
])(
  'a finding that %s opens an issue of its group that is done, or does not',
  (_what, members, more, how, marks) => {
    const before = groupOf(members, { issues: { product: done } });
    expect(sentOf(said(before, more, how))).toEqual([marks]);
    expect(sentOf(before)).toEqual([sent]);
  },
);

test('who opens a group’s issues moves those that are done or unknown; who insists, all', () => {
  const issues = { product: going, security: issueOf({ id: '3', sent }) };
  expect(sentOf(said(groupOf([], { issues }), {}))).toEqual([sent, forgotten]);
  expect(sentOf(said(groupOf([], { issues }), {}, { insists: true }))).toEqual([forgotten, forgotten]);
  const others = { product: claimedOf(), security: goneOf({ category: 'done', sent }) };
  expect(sentOf(said(groupOf([], { issues: others }), {}))).toEqual(['claimed', forgotten]);
});

test('an open finding ends what was meant and decided about all, and what was to be closed or deleted', () => {
  const other = memberOf({ id: 'F-2' });
  const over = memberOf({ id: 'F-3', status: 'resolved' });
  const before = groupOf([other, over], {
    decided: withReason,
    hearing: { meant: { status: 'x', event: 'e' }, asked: { event: 'r' }, talked: 2 },
    forgotten: true,
    todo: { close: 1, delete: 1, follow: 1 },
  });
  const after = said(before, {});
  expect(after).toMatchObject({ hearing: { talked: 2 }, todo: { follow: 1, fold: foldAt } });
  expect(Object.keys(after.hearing ?? {})).toEqual(['talked']);
  expect(Object.keys(after.todo ?? {})).toEqual(['follow', 'fold']);
  expect([after.decided, after.forgotten]).toEqual([undefined, undefined]);
  // For the others that were open it stands, each by itself; why is not kept for each.
  expect(after.group.members).toStrictEqual([
    { ...other, decided: accepted },
    over,
    memberOf({ news: 'joined' }),
  ]);
});

test('a finding that is over ends nothing', () => {
  const before = groupOf([memberOf({ id: 'F-2' })], {
    decided: withReason,
    hearing: { meant: { status: 'x', event: 'e' } },
    forgotten: true,
    todo: { close: 1, delete: 1 },
  });
  const { decided, hearing, todo, group, ...after } = said(before, { status: 'resolved' });
  expect(after.forgotten).toBe(true);
  expect([decided, hearing]).toEqual([before.decided, before.hearing]);
  expect(todo).toEqual({ close: 1, delete: 1, fold: foldAt });
  expect(group.members[0]).toStrictEqual(memberOf({ id: 'F-2' }));
});

test('what was only meant of a group leaves nothing behind when it is over', () => {
  const before = groupOf([], { hearing: { meant: { status: 'x', event: 'e' } } });
  expect(said(before, {}).hearing).toBeUndefined();
  expect(said(groupOf([]), {}).hearing).toBeUndefined();
});

test.each([
  ['an open member', memberOf(), accepted, { ...memberOf(), decided: accepted }],
  ['one that is over', memberOf({ status: 'rejected' }), accepted, memberOf({ status: 'rejected' })],
  ['one where nothing was decided', memberOf(), undefined, memberOf()],
])('what was decided about all is taken along by %s', (_what, member, decided, after) => {
  expect(withDecided(member, decided && withReason, settings, now)).toStrictEqual(after);
});

test('the issues of a group are brought after it at the first time that is asked for, and a fold that was held up is tried', () => {
  expect(toFold(groupOf([], { todo: { fold: 7, follow: 1 } }), 5).todo).toEqual({ fold: 5, follow: 1 });
  expect(toFold(groupOf([], { todo: { fold: 7 } }), 9).todo).toEqual({ fold: 7 });
  expect(toFold(groupOf([], { parked: 'fold' }), 9)).not.toHaveProperty('parked');
  expect(toFold(groupOf([], { parked: 'talk' }), 9).parked).toBe('talk');
});

describe('when the issues of a group that people had decided about are opened', () => {
  const rejected = { kind: 'rejected', role: 'product', at: 1, event: 'e' } as const;
  const group = groupOf([memberOf({ decided: rejected }), memberOf({ id: 'F-2', status: 'resolved' })], {
    issues: { product: issueOf({ category: 'new', sent: { summary: 's' } }), security: goneOf({ sent }) },
    todo: { reopen: 1, delete: 2, follow: 3 },
  });

  test('the decisions are over, and the issues stay where they were put', () => {
    const after = endedByJira(group, 'assigned', settings, now);
    expect(after.group?.members).toStrictEqual([memberOf(), memberOf({ id: 'F-2', status: 'resolved' })]);
    expect(after.facts.status).toBe('verified');
    expect(after.issues.product).toMatchObject({ sent: { summary: 's', [statusMark]: mark('verified') } });
    expect(sentOf(group)).toEqual([{ summary: 's' }, sent]);
    expect(after.todo).toStrictEqual({ follow: 3, fold: now + gatherMs });
  });

  test.each([
    ['they are not opened', group, 'resolved'],
    ['it is no group', recordOf(), 'assigned'],
    ['one of its findings is open', groupOf([...group.group.members, memberOf({ id: 'F-3' })]), 'assigned'],
    ['nothing was decided about its findings', groupOf([memberOf({ status: 'resolved' })]), 'assigned'],
    ['nobody is in it', groupOf([]), 'assigned'],
  ])('nothing ends where %s', (_what, record, status) => {
    expect(endedByJira(record, status, settings, now)).toBe(record);
  });
});

describe('a group that a finding leaves', () => {
  const issues = { product: done };
  const leave = (
    before: GroupRecord,
    why: Parameters<typeof withoutMember>[2],
    deleting: Partial<Deleting> = {},
  ): GroupRecord => {
    const by: SettingsDocument = { ...settings, deleting: Deleting.parse(deleting) };
    return withoutMember(before, 'F-1', why, { settings: by, now, foldAt });
  };
  const last = groupOf([memberOf({ severity: 'low' })], { issues, todo: { fold: 1, follow: 2 } });

  test('is shown without it as long as others are in it', () => {
    const after = leave(groupOf([memberOf(), memberOf({ id: 'F-2' })], { issues }), 'deleted');
    expect(after.group.members).toEqual([memberOf({ id: 'F-2' })]);
    expect([after.state, after.todo, sentOf(after)]).toEqual(['pending', { fold: foldAt }, [sent]]);
  });

  test.each([
    ['goes elsewhere', 'moved', {}, { close: foldAt }],
    ['is deleted', 'deleted', {}, { close: foldAt }],
    ['is deleted, and its issues with it', 'deleted', { goneFromPortal: 'delete' }, { delete: now }],
    ['is rejected', { rejected: 'rejected' }, { graceDays: 3 }, { close: foldAt }],
    [
      'is rejected where issues are deleted for that',
      { rejected: 'rejected' },
      { enabled: true, graceDays: 3 },
      { close: foldAt, delete: now + 3 * dayMs },
    ],
    [
      'goes elsewhere where issues are deleted',
      'moved',
      { enabled: true, goneFromPortal: 'delete' },
      { close: foldAt },
    ],
  ] as const)('is done when its last one %s', (_what, why, deleting, todo) => {
    const after = leave(last, why, deleting);
    expect(after.todo).toStrictEqual({ follow: 2, ...todo });
    expect([after.state, after.group.members]).toEqual(['pending', []]);
    expect(sentOf(after)).toEqual([forgotten]);
    expect(sentOf(last)).toEqual([sent]);
    expect(after.facts.status).toBe(typeof why === 'string' ? 'verified' : 'rejected');
    expect(after.facts.severity).toBe('low');
    expect(after.forgotten).toBe(why === 'deleted' && 'goneFromPortal' in deleting ? true : undefined);
  });

  test('is left as it is where nothing is to be done about findings that are deleted', () => {
    const after = leave({ ...last, state: 'synced' }, 'deleted', { goneFromPortal: 'leave' });
    expect([after.state, after.todo]).toEqual(['synced', { follow: 2 }]);
  });

  test('keeps its severity where nobody knows who left', () => {
    expect(leave(groupOf([]), 'moved').facts.severity).toBe('high');
  });
});

describe('another finding leads a group', () => {
  const lead = fold({ members: [memberOf({ status: 'assigned' })] }, settings, now);
  if (!lead) throw new Error('nothing is folded');
  const issues = { product: done, security: { ...going, sent } };

  test('and says nothing against people who closed the issue, where both are open', () => {
    const before = groupOf([memberOf()], { issues });
    const after = led(before, lead, settings);
    expect(after.facts).toEqual({ ...before.facts, status: 'assigned' });
    expect(sentOf(after)).toEqual([{ summary: 's', [statusMark]: mark('assigned') }, sent]);
    expect(sentOf(before)).toEqual([sent, sent]);
  });

  test('while an issue that was told something else is still to be told', () => {
    const behind = groupOf([memberOf()], {
      issues: { product: issueOf({ category: 'done', sent: forgotten }) },
    });
    expect(sentOf(led(behind, lead, settings))).toEqual([forgotten]);
  });

  test.each([
    ['says the same', 'assigned', lead],
    ['is resolved', 'verified', { ...lead, lifecycle: 'resolved' as const }],
    ['is open and the one before was not', 'resolved', lead],
  ])('which %s: the issues are moved as ever', (_what, status, by) => {
    const before = groupOf([memberOf()], { issues, facts: { ...recordOf().facts, status } });
    expect(led(before, by, settings)).toBe(before);
  });

  test('after a status that nobody knows any more, which was open', () => {
    const before = groupOf([memberOf()], { issues, facts: { ...recordOf().facts, status: 'taken_away' } });
    expect(led(before, lead, settings).facts.status).toBe('assigned');
  });
});

describe('people closed an issue before it showed a finding that has joined', () => {
  const joined = memberOf({ news: 'joined' });
  const shut = groupOf([joined], { issues: { product: done } });

  test('so it is opened for that', () => {
    expect(isShutForNew(shut, settings, now)).toBe(true);
    const after = openedForNew({ ...shut, hearing: { meant: { status: 'x', event: 'e' }, talked: 1 } });
    expect(sentOf(after)).toEqual([forgotten]);
    expect(sentOf(shut)).toEqual([sent]);
    expect(after.hearing).toEqual({ talked: 1 });
    expect(sentOf(openedForNew(groupOf([joined], { issues: { product: going } })))).toEqual([sent]);
  });

  const toDone = spaceOf({ statuses: { verified: { jira: [{ id: '9' }] } } });
  const stays = spaceOf({ statuses: { verified: { direction: 'to_portal', jira: [{ id: '9' }] } } });
  test.each([
    ['that is shown already', groupOf([memberOf()], shut), settings],
    ['where people decided about all', groupOf([joined], { ...shut, decided: accepted }), settings],
    ['that is over', groupOf([{ ...joined, status: 'resolved' }], shut), settings],
    [
      'while another is open',
      groupOf([{ ...joined, status: 'resolved' }, memberOf({ id: 'F-2' })], shut),
      settings,
    ],
    ['and the issue is not done', groupOf([joined], { issues: { product: going } }), settings],
    ['and has no issue', groupOf([joined]), settings],
    [
      'and the issue is where its status wants it',
      groupOf([joined], { issues: { product: issueOf({ category: 'done', status: '9' }) } }),
      settingsOf({ spaces: { product: toDone, security: spaceOf() } }),
    ],
    ['whose status moves nothing', shut, settingsOf({ spaces: { product: stays, security: spaceOf() } })],
    ['but there is no group', recordOf({ issues: { product: done } }), settings],
  ])('but it is not opened for one %s', (_what, record, by) => {
    expect(isShutForNew(record, by, now)).toBe(false);
  });

  test('an own status that is open opens it as well', () => {
    const own = { triaged: { label: 'Triaged', lifecycle: 'open' as const } };
    const record = groupOf([{ ...joined, status: 'triaged' }], shut);
    expect(isShutForNew(record, settingsOf({ statuses: Statuses.parse({ own }) }), now)).toBe(true);
  });
});
