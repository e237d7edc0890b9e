import { fold, foldedFinding, shown, worstFirst } from '../../../src/core/groups/fold';
import { findingOf, now, settingsOf } from '../builders';
import { memberOf } from './builders';

const settings = settingsOf();
const accepted = 'temporarily_risk_accepted';

test.each([
  ['what is open before what is accepted', { severity: 'low' }, { status: accepted, severity: 'critical' }],
  [
    'what is accepted before what is resolved',
    { status: accepted },
    { status: 'resolved', dueDate: '2026-01-01' },
  ],
  ['what is resolved before what is rejected', { status: 'resolved', id: 'Z' }, { status: 'rejected' }],
  ['the higher severity', { severity: 'critical' }, { severity: 'high', dueDate: '2026-01-01' }],
  ['the earlier date', { dueDate: '2026-01-01', id: 'Z' }, { dueDate: '2026-01-02' }],
  ['any date before none', { dueDate: '9999-12-31', id: 'Z' }, {}],
  ['the lower id', { id: 'A' }, { id: 'B' }],
  ['the lower id on one day', { id: 'A', dueDate: '2026-01-01' }, { id: 'B', dueDate: '2026-01-01' }],
] as const)('members are told by %s, in whatever order they came', (_what, first, second) => {
  const [worse, better] = [memberOf(first), memberOf(second)];
  expect(worstFirst([better, worse], settings, now)).toEqual([worse, better]);
  expect(worstFirst([worse, better], settings, now)).toEqual([worse, better]);
});

test('a group that nobody is in folds to nothing', () => {
  expect(fold({ members: [] }, settings, now)).toBeUndefined();
});

test('a group is as its worst open member says, until the earliest day of those that are open', () => {
  const [lead, later] = [
    memberOf({ id: 'A', severity: 'critical', dueDate: '2026-03-01' }),
    memberOf({ id: 'B', status: 'assigned', dueDate: '2026-02-01', acceptedUntil: '2027-01-01' }),
  ];
  const over = memberOf({ id: 'C', status: 'resolved', dueDate: '2026-01-01' });
  expect(fold({ members: [over, later, lead] }, settings, now)).toEqual({
    members: [lead, later, over],
    counting: [lead, later],
    lead,
    lifecycle: 'open',
    status: 'verified',
    severity: 'critical',
    dueDate: '2026-02-01',
  });
});

test('a group of which no risk is open any more is accepted until the first acceptance ends, whoever accepted', () => {
  const decided = { kind: 'accepted', role: 'product', at: now, event: 'e', until: '2026-03-01' } as const;
  const members = [
    memberOf({ id: 'A', status: accepted, acceptedUntil: '2026-04-01' }),
    memberOf({ id: 'B', decided }),
    memberOf({ id: 'C', status: 'resolved', acceptedUntil: '2026-02-01' }),
  ];
  const folded = fold({ members }, settings, now);
  expect(folded).toMatchObject({ lifecycle: 'accepted', status: accepted, acceptedUntil: '2026-03-01' });
  expect(folded).not.toHaveProperty('dueDate');
  expect(shown(members, settings, now).map(({ status }) => status)).toEqual([accepted, accepted, 'resolved']);
});

const group = { id: 'log4j' };
const foldOf = (...members: Parameters<typeof memberOf>[0][]) => {
  const folded = fold({ members: members.map(memberOf) }, settings, now);
  if (!folded) throw new Error('nothing is folded');
  return folded;
};

test('the finding of a group has the texts of its worst member, and what holds for all', () => {
  const lead = findingOf({
    id: 'A',
    description: 'Bad.',
    url: 'https://portal.example/whole',
    updatedAt: '2026-01-01T00:00:00Z',
    existing: { product: 'WEB-1' },
  });
  const folded = foldOf(
    { id: 'A', status: 'assigned', dueDate: '2026-02-01', url: 'https://portal.example/cut' },
    { id: 'B', severity: 'low' },
  );
  expect(foldedFinding(group, 'shop', folded, lead)).toEqual({
    ...lead,
    id: 'log4j',
    title: 'A finding (+1)',
    status: 'assigned',
    dueDate: '2026-02-01',
    group: 'log4j',
    url: 'https://portal.example/whole',
    existing: undefined,
    updatedAt: undefined,
  });
});

test('a group whose worst member’s snapshot is lost has what the list of its members says', () => {
  const folded = foldOf({ id: 'A', kind: 'security_incident', url: 'https://portal.example/a' });
  const finding = foldedFinding({ ...group, by: 'rule', part: 2 }, 'shop', folded, undefined);
  expect(finding).toMatchObject({
    id: 'log4j (3)',
    product: 'shop',
    title: 'A finding',
    kind: 'security_incident',
    url: 'https://portal.example/a',
    severity: 'high',
  });
  expect(finding).not.toHaveProperty('group');
});

test('a long title is cut so that the number of the others still stands at its end', () => {
  const folded = foldOf({ id: 'A', title: 't'.repeat(300) }, { id: 'B' }, { id: 'C' });
  expect(foldedFinding(group, 'shop', folded, undefined).title).toBe(`${'t'.repeat(239)}… (+2)`);
});

test.each([
  ['its worst member is', [{ id: 'A' }], findingOf({ kev: true }), true],
  ['another open member is', [{ id: 'A' }, { id: 'B', kev: true }], findingOf(), true],
  [
    'only one that is over was',
    [{ id: 'A' }, { id: 'B', kev: true, status: 'resolved' }],
    findingOf(),
    undefined,
  ],
  ['none is', [{ id: 'A' }], findingOf({ kev: false }), undefined],
] as const)('a group is exploited in the wild where %s', (_what, members, lead, kev) => {
  expect(foldedFinding(group, 'shop', foldOf(...members), lead).kev).toBe(kev);
});
