import { severities } from '../../../src/contract/finding';
import { demandedFields } from '../../../src/core/settings/demanded';
import { spaceOf } from '../builders';

const field = (id: string, more = {}) => ({ id, required: true, hasDefault: false, ...more });
const demands = (id: string, space: Parameters<typeof spaceOf>[0] = {}, fixed = {}) =>
  demandedFields([field(id)], spaceOf(space), fixed).length > 0;
const ref = { id: '1' };
const everyPriority = Object.fromEntries(severities.map((severity) => [severity, ref]));

test.each(['project', 'issuetype', 'reporter', 'summary', 'description', 'labels'])(
  '%s is filled anyway',
  (id) => {
    expect(demands(id)).toBe(false);
  },
);

test('a screen demands what is required and has no default', () => {
  const screen = [
    field('customfield_1'),
    field('customfield_2', { required: false }),
    field('customfield_3', { hasDefault: true }),
  ];
  expect(demandedFields(screen, spaceOf(), {})).toEqual([screen[0]]);
});

test.each([
  ['a value of the settings’ own', 'customfield_1', {}, { customfield_1: null }, false],
  ['no value of another field', 'customfield_1', {}, { customfield_2: 'x' }, true],
  ['a component', 'components', { components: [ref] }, {}, false],
  ['no component', 'components', {}, {}, true],
  ['a person', 'assignee', { assignee: ref }, {}, false],
  [
    'people that findings are dealt out to',
    'assignee',
    { assignee: { from: 'list', list: [ref] } },
    {},
    false,
  ],
  ['only whom the finding names', 'assignee', { assignee: { from: 'finding' } }, {}, true],
  ['nobody', 'assignee', {}, {}, true],
  ['a security level', 'security', { securityLevel: ref }, {}, false],
  ['no security level', 'security', {}, {}, true],
  ['an epic', 'parent', { parent: ref }, {}, false],
  ['no epic', 'parent', {}, {}, true],
  ['a priority for every severity', 'priority', { priorities: { map: everyPriority } }, {}, false],
  ['priorities that are off', 'priority', { priorities: { enabled: false, map: everyPriority } }, {}, true],
  ['a priority for one severity', 'priority', { priorities: { map: { high: ref } } }, {}, true],
  ['a component in the field of an epic', 'parent', { components: [ref] }, {}, true],
] as const)(
  'a field is demanded or not where the settings have %s',
  (_what, id, space, fixed, isDemanded) => {
    expect(demands(id, space as Parameters<typeof spaceOf>[0], fixed)).toBe(isDemanded);
  },
);

test.each([
  ['fills it', { kind: 'fixed', value: 'x' }, 'customfield_1', false],
  ['takes a field of the finding', { kind: 'field', name: 'cve' }, 'customfield_1', false],
  ['leaves it alone', { kind: 'fixed', value: null }, 'customfield_1', true],
  ['fills another', { kind: 'fixed', value: 'x' }, 'customfield_2', true],
] as const)('a row that %s', (_what, source, id, isDemanded) => {
  expect(demands('customfield_1', { mapping: [{ field: { id }, source }] })).toBe(isDemanded);
});
