import { type GroupMember, mostMembers } from '../../../src/contract/group';
import { asKnown, hasRoom, isSameMember, memberFrom, memberIn } from '../../../src/core/groups/members';
import { acceptedUntilOf, lifecycleOfMember, statusOfMember } from '../../../src/core/groups/member-status';
import { decide } from '../../../src/core/sync/decide';
import { findingOf, now, settingsOf, spaceOf } from '../builders';
import { memberOf } from './builders';

const settings = settingsOf();
const plain = memberOf();
const decided = { kind: 'rejected', role: 'product', at: now, event: 'e' } as const;
const known: GroupMember = { ...plain, decided };

test.each([
  ['the same status again', { ...plain, title: 'Another' }, false, 'rejected'],
  ['what was decided', { ...plain, status: 'rejected' }, false, 'rejected'],
  ['another open status', { ...plain, status: 'assigned' }, false, 'open'],
  ['that a report no longer holds it', { ...known, status: 'resolved' }, false, 'resolved'],
  ['the same status, knowing what was decided', plain, true, 'open'],
] as const)('a member about which people decided, of which is said %s', (_what, said, insists, lifecycle) => {
  expect(lifecycleOfMember(asKnown(known, said, insists), settings, now)).toBe(lifecycle);
});

const day = Date.UTC(2026, 0, 20);
const dayMs = 86_400_000;

test.each([
  ['its portal', { status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-20' }, 'unverified'],
  ['people', { decided: { ...decided, kind: 'accepted' as const, until: '2026-01-20' } }, 'verified'],
])('a risk that %s accepted is accepted until its last day is over', (_who, over, after) => {
  const member = { ...plain, ...over };
  expect(lifecycleOfMember(member, settings, day + dayMs - 1)).toBe('accepted');
  expect(statusOfMember(member, settings, day + dayMs)).toBe(after);
  expect(lifecycleOfMember(member, settings, day + dayMs)).toBe('open');
});

test('a risk is accepted as long as people decided, also where that has no end, else as long as its portal says', () => {
  const acceptedUntil = '2026-01-20';
  expect(acceptedUntilOf({ status: 'x', acceptedUntil })).toBe(acceptedUntil);
  expect(acceptedUntilOf({ status: 'x', acceptedUntil, decided })).toBeUndefined();
});

test('the end of an acceptance says nothing of a finding that is not accepted', () => {
  expect(statusOfMember(memberOf({ acceptedUntil: '2026-01-01' }), settings, now)).toBe('verified');
});

test('a status that is not known any more is open', () => {
  expect(lifecycleOfMember(memberOf({ status: 'taken_away' }), settings, now)).toBe('open');
});

test('what people decided stays with how long the clocks stood still, and never comes from what is said', () => {
  const standing = { acceptedSince: 1 };
  expect(asKnown({ ...known, standing }, plain, false)).toStrictEqual({ ...plain, standing, decided });
  expect(asKnown(plain, known, false)).toStrictEqual(plain);
  expect(asKnown(undefined, known, false)).toBe(known);
});

test('a group remembers of a finding what its issue shows', () => {
  const finding = findingOf({ location: { line: 3 }, kev: false });
  expect(memberFrom(finding, { spaces: [] }, 5)).toStrictEqual({
    id: 'F-1',
    title: 'SQL injection',
    severity: 'high',
    status: 'unverified',
    kind: 'vulnerability',
    creates: [],
    createdAt: 5,
  });
  const more = {
    dueDate: '2026-02-01',
    acceptedUntil: '2026-03-01',
    kev: true,
    url: 'https://portal.example/1',
    firstSeen: '2026-01-01T00:00:00Z',
  } as const;
  expect(memberFrom(findingOf(more), { rule: 'r', spaces: [] }, 5)).toMatchObject({ ...more, rule: 'r' });
});

test('a group remembers in which spaces a finding gets an issue', () => {
  const spaces = { product: spaceOf({ enabled: true }), security: spaceOf({ enabled: true }) };
  const finding = findingOf();
  const subject = { finding, lifecycle: 'open', connection: 'abcdefgh' } as const;
  const [product, security] = decide(subject, settingsOf({ spaces })).spaces;
  if (!product || !security) throw new Error('both spaces are on');
  const createsOf = (...some: (typeof product)[]) => memberFrom(finding, { spaces: some }, 5).creates;
  expect(createsOf({ ...security, mayCreate: true }, { ...product, mayCreate: true })).toEqual([
    'product',
    'security',
  ]);
  expect(createsOf({ ...product, mayCreate: false }, { ...security, mayCreate: true })).toEqual(['security']);
});

test.each([
  ['its file first', { file: 'a.js', component: 'lib', url: 'https://a.example', image: 'img' }, 'a.js'],
  ['its component where that is empty', { file: '', component: 'lib', image: 'img' }, 'lib'],
  ['its address', { url: 'https://a.example', image: 'img' }, 'https://a.example'],
  ['its image', { image: 'img' }, 'img'],
  ['nothing where it names none', { branch: 'main' }, undefined],
])('where a member was found: %s', (_what, location, where) => {
  expect(memberFrom(findingOf({ location }), { spaces: [] }, 5).where).toBe(where);
});

test('texts of a member are cut, but half a link leads nowhere', () => {
  const ofLength = (length: number) => `https://a.example/${'x'.repeat(length - 18)}`;
  const from = (url: string) =>
    memberFrom(
      findingOf({ title: 't'.repeat(81), location: { file: 'f'.repeat(81) }, url }),
      { spaces: [] },
      5,
    );
  expect(from(ofLength(200))).toMatchObject({
    title: `${'t'.repeat(79)}…`,
    where: `${'f'.repeat(79)}…`,
    url: ofLength(200),
  });
  expect(from(ofLength(201))).not.toHaveProperty('url');
});

test('members are the same that look the same, whatever is news of them', () => {
  expect(isSameMember({ ...plain, news: 'joined' }, { ...plain, news: 'changed' })).toBe(true);
  expect(isSameMember(plain, memberOf({ title: 'Another' }))).toBe(false);
  expect(isSameMember(undefined, plain)).toBe(false);
  expect(memberIn({ members: [plain] }, 'F-2')).toBeUndefined();
  expect(memberIn({ members: [memberOf({ id: 'F-0' }), plain] }, 'F-1')).toBe(plain);
});

test('a group takes a thousand members', () => {
  const members = (count: number) => Array.from({ length: count }, () => plain);
  expect(hasRoom({ members: members(mostMembers - 1) }, plain)).toBe(true);
  expect(hasRoom({ members: members(mostMembers) }, plain)).toBe(false);
});

test.each(['id', 'title', 'status', 'url', 'where', 'rule'])(
  'a group takes as much text as a stored value has room for, counted in bytes: %s',
  (name) => {
    const empty = { ...plain, id: '', title: '', status: '' };
    const members = Array.from({ length: 999 }, () => ({ ...empty, [name]: 'é'.repeat(63) }));
    expect(hasRoom({ members }, { ...empty, [name]: 'x'.repeat(126) })).toBe(true);
    expect(hasRoom({ members }, { ...empty, [name]: 'x'.repeat(127) })).toBe(false);
  },
);
