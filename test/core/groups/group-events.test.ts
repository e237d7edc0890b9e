import type { GroupMember } from '../../../src/contract/group';
import type { LinkRecord } from '../../../src/contract/link-record';
import {
  groupEvents,
  isOfEvent,
  memberEventId,
  tellableMembers,
} from '../../../src/core/groups/group-events';
import { issueOf, now, recordOf, settingsOf } from '../builders';
import { groupOf, memberOf } from './builders';

const settings = settingsOf();
const dayMs = 86_400_000;
const place = { status: '3', statusName: 'Doing', category: 'indeterminate' } as const;
const issues = { product: issueOf(place) };
const issue = { role: 'product', id: '10001', key: 'WEB-1' };
const jira = { status: { id: '3', name: 'Doing', category: 'indeterminate' } };
const accepted = { kind: 'accepted', role: 'product', at: now, event: 'a1', until: '2026-01-20' } as const;

const open = memberOf();
const assigned = memberOf({ id: 'F-2', status: 'assigned' });
const resolved = memberOf({ id: 'F-3', status: 'resolved' });

type State = [members: GroupMember[], more?: Partial<LinkRecord>];

/** What each member is told between two states of its group: types, and of changed statuses from where to where. */
function told([had, before]: State, [has, after]: State): Record<string, unknown[]> {
  const events = groupEvents(
    groupOf(had, { issues, ...before }),
    groupOf(has, { issues, ...after }),
    settings,
    now,
  );
  return Object.fromEntries(
    events.map(({ member, happened }) => [
      member.id,
      happened.map((one) =>
        one.type === 'finding.status_changed' ? `${one.data.from} → ${one.data.to}` : one.type,
      ),
    ]),
  );
}
const meant = (status: string, event = 'e1') => ({ hearing: { meant: { status, event } } });

test('a member is told of the group’s issues once they show it', () => {
  const joined = memberOf({ news: 'joined' });
  expect(told([[joined]], [[joined]])).toStrictEqual({});
  expect(told([[]], [[joined]])).toStrictEqual({});
  expect(told([[joined]], [[open]])).toStrictEqual({ 'F-1': ['issue.linked', 'finding.synced'] });
  const asked = { hearing: { asked: { event: 'r' } } };
  expect(told([[joined], asked], [[open], asked])).toStrictEqual({
    'F-1': ['issue.linked', 'finding.synced'],
  });
});

test('what was decided about a group is told to an open finding that joins it, and to no other', () => {
  const decided = { decided: accepted };
  const [one, other] = [memberOf({ news: 'joined' }), { ...resolved, news: 'joined' as const }];
  expect(told([[one, other], decided], [[open, resolved], decided])).toStrictEqual({
    'F-1': ['issue.linked', 'finding.synced', 'finding.risk_accepted'],
    'F-3': ['issue.linked', 'finding.synced'],
  });
});

test('a member that leaves is told that the issues are no longer its own, if it ever heard of them', () => {
  const unknown = memberOf({ id: 'F-9', news: 'joined' });
  expect(told([[open, assigned, unknown]], [[assigned]])).toStrictEqual({
    'F-2': [],
    'F-1': ['issue.unlinked'],
  });
  const gone = groupEvents(groupOf([open], { issues }), groupOf([], { issues }), settings, now);
  expect(gone).toEqual([{ member: open, happened: [{ type: 'issue.unlinked', issue, data: {} }] }]);
});

test('a group that was not there before has told nobody anything', () => {
  expect(groupEvents(undefined, groupOf([open], { issues }), settings, now)).toStrictEqual([]);
  expect(groupEvents(recordOf(), groupOf([open], { issues }), settings, now)).toStrictEqual([]);
});

test('what the issues mean is told of each open member, from where that was', () => {
  const members = [open, assigned, resolved];
  expect(told([members], [members, meant('resolved')])).toStrictEqual({
    'F-1': ['verified → resolved'],
    'F-2': ['assigned → resolved'],
    'F-3': [],
  });
});

test('open again means for each what it was when it was open', () => {
  const members = [open, assigned];
  expect(told([members, meant('resolved')], [members, meant('verified', 'e2')])).toStrictEqual({
    'F-1': ['resolved → verified'],
    'F-2': ['resolved → assigned'],
  });
  expect(told([members, meant('unverified')], [members, meant('verified', 'e2')])).toStrictEqual({
    'F-1': [],
    'F-2': [],
  });
});

test('where none is open, whoever opens the issues opens those for which they are done', () => {
  const rejected = memberOf({ id: 'F-4', status: 'rejected' });
  const members = [resolved, rejected];
  expect(told([members], [members, meant('verified')])).toStrictEqual({
    'F-3': ['resolved → verified'],
    'F-4': [],
  });
});

test('a member about which people decided alone comes from there', () => {
  const members = [memberOf({ decided: accepted })];
  expect(told([members], [members, meant('verified')])).toStrictEqual({
    'F-1': ['temporarily_risk_accepted → verified'],
  });
});

test('what was decided before about all is where they come from', () => {
  expect(told([[assigned], { decided: accepted }], [[assigned], meant('resolved')])).toStrictEqual({
    'F-2': ['temporarily_risk_accepted → resolved'],
  });
});

test('what people decide, or ask, concerns those that are open', () => {
  const members = [open, resolved];
  const asked = { hearing: { asked: { event: 'r' } } };
  expect(told([members], [members, { decided: accepted, ...asked }])).toStrictEqual({
    'F-1': ['finding.risk_accepted', 'finding.retest_requested'],
    'F-3': [],
  });
  expect(told([members], [members, { decided: { ...accepted, kind: 'rejected' } }])).toStrictEqual({
    'F-1': ['finding.rejected'],
    'F-3': [],
  });
});

test('what happens to the issues is told of every member', () => {
  const moved = { issues: { product: issueOf({ ...place, key: 'WEB-9' }) } };
  const members = [open, resolved];
  expect(told([members], [members, moved])).toStrictEqual({ 'F-1': ['issue.moved'], 'F-3': ['issue.moved'] });
});

test('issues that open again for another finding are told of each, but not of the one whose portal just said it', () => {
  const news = memberOf({ id: 'F-2', status: 'assigned', news: 'changed' });
  const facts = { ...recordOf().facts, status: 'verified' };
  expect(told([[open, assigned], meant('resolved')], [[open, news], { facts }])).toStrictEqual({
    'F-1': ['resolved → verified'],
    'F-2': [],
  });
  // It was news before: what follows now is not from its word.
  expect(told([[open, news], meant('resolved')], [[open, news], { facts }])).toStrictEqual({
    'F-1': ['resolved → verified'],
    'F-2': ['resolved → assigned'],
  });
});

describe('a decision about one member whose day has come', () => {
  const before: State = [[memberOf({ decided: accepted })]];

  test('is told as the status that holds again, with the issue on which it was made', () => {
    const [first] = groupEvents(groupOf(...before, {}), groupOf([open], {}), settings, now + 10 * dayMs);
    expect(first?.happened).toEqual([
      {
        type: 'finding.status_changed',
        data: {
          from: 'temporarily_risk_accepted',
          to: 'verified',
          jira: { status: { id: '', name: '', category: 'indeterminate' } },
        },
      },
    ]);
    const more = { issues, hearing: { talked: 1 } };
    const [shown] = groupEvents(groupOf(before[0], more), groupOf([open], more), settings, now);
    expect(shown?.happened).toEqual([
      {
        type: 'finding.status_changed',
        issue,
        data: { from: 'temporarily_risk_accepted', to: 'verified', jira },
      },
    ]);
  });

  test.each([
    ['still stands', before, {}],
    ['ends because its portal says another status', [[memberOf({ status: 'assigned' })]], {}],
    ['ends by what its portal says', [[open]], { seenAt: now + 1 }],
    ['never was', undefined, {}],
  ] as [string, State | undefined, Partial<LinkRecord>][])(
    'is not told where it %s',
    (_what, after, more) => {
      const has = after?.[0] ?? [open];
      expect(told(after ? before : [[open]], [has, more])).toStrictEqual({ 'F-1': [] });
    },
  );

  test('is told once where what the issues mean ends it', () => {
    expect(told(before, [[open], meant('verified')])).toStrictEqual({
      'F-1': ['temporarily_risk_accepted → verified'],
    });
  });
});

test('an event of a group has an id of its own for each member, always the same', () => {
  const [one, other] = [memberEventId('e', { id: 'F-1' }), memberEventId('e', { id: 'F-2' })];
  expect(one).toMatch(/^e-[0-9a-f]{12}$/);
  expect(one).not.toBe(other);
  expect(memberEventId('e', { id: 'F-1' })).toBe(one);
  expect([one, 'e', 'ee', 'e1-x'].map((id) => isOfEvent(id, 'e'))).toEqual([true, true, false, false]);
});

test('it is worth telling who is in a group, who has just joined, and about whom people decided', () => {
  const tellable = (...members: GroupMember[]) => JSON.stringify(tellableMembers(groupOf(members)));
  const plain = tellable(open);
  expect(tellable(memberOf({ title: 'Another', news: 'changed' }))).toBe(plain);
  expect(tellable(memberOf({ news: 'joined' }))).not.toBe(plain);
  expect(tellable(memberOf({ decided: accepted }))).not.toBe(plain);
  expect(tellable(memberOf({ id: 'F-2' }))).not.toBe(plain);
  expect([tellableMembers(undefined), tellableMembers(recordOf())]).toStrictEqual([undefined, undefined]);
});
