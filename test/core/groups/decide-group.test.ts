import { Rule } from '../../../src/contract/settings';
import { decideGroup } from '../../../src/core/groups/decide-group';
import { fold } from '../../../src/core/groups/fold';
import { claimedOf, issueOf, now, settingsOf, spaceOf } from '../builders';
import { memberOf } from './builders';

const rule = Rule.parse({
  id: 'worst',
  name: 'Worst',
  enabled: true,
  when: { all: [] },
  then: { create: 'both', product: { project: { id: '10001' } } },
});
const settings = settingsOf({
  rules: [rule],
  spaces: {
    product: spaceOf({ enabled: true, project: { id: '10000' } }),
    security: spaceOf({ enabled: true, project: { id: '20000' } }),
  },
});
const both = { creates: ['product', 'security'] } as const;

function decided(members: Parameters<typeof memberOf>[0][], issues = {}, by = settings) {
  const folded = fold({ members: members.map(memberOf) }, by, now);
  if (!folded) throw new Error('nothing is folded');
  return decideGroup(folded, { product: 'shop', issues }, by);
}
const creating = (...args: Parameters<typeof decided>) =>
  decided(...args)
    .spaces.filter(({ mayCreate }) => mayCreate)
    .map(({ role }) => role);

test('the rule of the worst member gives the values of the group', () => {
  const decision = decided([
    { ...both, creates: ['product'], rule: 'worst' },
    { id: 'B', severity: 'low' },
  ]);
  expect(decision).toMatchObject({ lifecycle: 'open', rule: 'worst' });
  expect(decision).not.toHaveProperty('skip');
  expect(decision.spaces.map(({ role, mayCreate, space }) => [role, mayCreate, space.project?.id])).toEqual([
    ['product', true, '10001'],
    ['security', false, '20000'],
  ]);
});

test('where that rule is gone, the defaults are', () => {
  const decision = decided([{ creates: ['product'], rule: 'gone' }]);
  expect(decision).not.toHaveProperty('rule');
  expect(decision.spaces[0]?.space.project?.id).toBe('10000');
});

test('an issue that is there stays in its project; one that is only claimed says nothing', () => {
  const members = [{ creates: [...both.creates], rule: 'worst' }];
  const projectOf = (issues: object) => decided(members, issues).spaces[0]?.space.project?.id;
  expect(projectOf({ product: issueOf({ project: '10000' }) })).toBe('10000');
  expect(projectOf({ product: claimedOf({ project: '10000' }) })).toBe('10001');
});

test('a space that is switched off has no part in it', () => {
  const off = settingsOf({ spaces: { ...settings.spaces, security: spaceOf() } });
  expect(decided([{ creates: ['product'] }], {}, off).spaces.map(({ role }) => role)).toStrictEqual([
    'product',
  ]);
});

const accepted = { kind: 'accepted', role: 'product', at: now, event: 'e' } as const;

test.each([
  ['where one of its open members gets one', [{}, { id: 'B', creates: ['security'] }], ['security']],
  [
    'not for what is over while others are open',
    [{}, { id: 'B', status: 'resolved', creates: ['product'] }],
    [],
  ],
  ['where a rule takes what is resolved', [{ status: 'resolved', creates: ['product'] }], ['product']],
  ['not for what people decided about', [{ decided: accepted, creates: ['product'] }], []],
  [
    'for an open member whatever was decided about it before',
    [{ decided: { ...accepted, until: '2026-01-01' }, creates: ['product'] }],
    ['product'],
  ],
] as [string, Parameters<typeof memberOf>[0][], string[]][])(
  'a group gets an issue %s',
  (_what, members, roles) => {
    expect(creating(members)).toStrictEqual(roles);
  },
);

test('a group of which nothing is open, and for which no issue is made, says why', () => {
  expect(decided([{ status: 'resolved', severity: 'low' }]).skip).toEqual({
    code: 'noRule',
    severity: 'low',
    status: 'resolved',
  });
  expect(decided([{ status: 'resolved', creates: ['product'] }]).skip).toBeUndefined();
  expect(decided([{}]).skip).toBeUndefined();
});
