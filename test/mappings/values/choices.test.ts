import type { FieldType } from '../../../src/contract/field-types';
import { fieldTypes } from '../../../src/contract/field-types';
import { fit } from '../../../src/mappings/values/fit';
import { PEOPLE } from '../../sandbox/jira/seed';
import { first, given, groupId, levels, lookups, meta, misfit, options, unknown, value } from './fields';

const fitted = (type: FieldType, values: unknown[], allowed = options) =>
  fit(given(values), meta(type, allowed), lookups);

test.each(fieldTypes.filter((type) => type !== 'sprint' && type !== 'other'))(
  'where nothing or only blanks are given, a field of type %s stays empty',
  (type) => {
    for (const values of [[], [''], [' \n\n'], [null], [undefined]])
      expect([values, fitted(type, values)]).toEqual([values, value(null)]);
  },
);

test.each<[FieldType, unknown[], object]>([
  ['text', ['a', '', 'b'], value('a, b')],
  ['number', ['\n', 5], value(5)],
  ['url', [' ', 'https://a.example'], value('https://a.example')],
  ['choice', ['', 'High'], value({ id: '1' })],
  ['choices', [' ', 'High'], value([{ id: '1' }])],
  ['user', ['', PEOPLE.engineer], value({ accountId: PEOPLE.engineer })],
])('blanks beside what a field of type %s is given are passed over: %j', (type, values, expected) => {
  expect(fitted(type, values)).toEqual(expected);
});

test('of two options that differ in case only the one that is written so is taken', () => {
  const both = [
    { id: '1', name: 'high' },
    { id: '2', name: 'High' },
  ];
  expect([' High ', 'HIGH'].map((said) => fitted('choice', [said], both))).toEqual([
    value({ id: '2' }),
    value({ id: '1' }),
  ]);
});

test.each<[FieldType, unknown, object]>([
  ['choice', { id: '', name: 'High' }, value({ id: '1' })],
  ['choice', { key: 'High' }, value({ id: '1' })],
  ['choice', { id: 'gone', name: 'high' }, value({ id: '1' })],
  ['choice', { other: 'High' }, unknown()],
  ['choice', true, value({ id: '3' })],
  ['choice', false, unknown('false')],
  ['group', { groupId: 'payment-owners', name: 'x' }, value({ groupId })],
  ['parent', { key: 'WEB-1' }, value({ id: '10000' })],
  ['text', { name: 'Thing' }, value('Thing')],
  ['text', { other: 'Thing' }, value(null)],
])('in a field of type %s a thing goes by its surest name: %j', (type, thing, expected) => {
  expect(fitted(type, [thing])).toEqual(expected);
});

test('lists of options call true and false by other words, too', () => {
  const asked = ['true', 'false', 'Yes', 'No'].map((name) => [{ id: name, name }]);
  expect(asked.map((allowed) => fitted('choice', [true], allowed))).toEqual([
    ...[value({ id: 'true' }), unknown('true'), value({ id: 'Yes' }), unknown('true')],
  ]);
  expect(asked.map((allowed) => fitted('choice', [false], allowed))).toEqual([
    ...[unknown('false'), value({ id: 'false' }), unknown('false'), value({ id: 'No' })],
  ]);
});

test.each<[unknown[], object]>([
  [['Ledger>Export'], value({ id: '1', child: { id: '11' } })],
  [[' ledger  /  export '], value({ id: '1', child: { id: '11' } })],
  [[{ value: 'Ledger / Export' }], value({ id: '1', child: { id: '11' } })],
  [['Ledger > Gone'], unknown('Gone')],
  [['Ledger', 'Export', 'A / B'], first({ id: '1', child: { id: '11' } })],
  [['Ledger / Export', 'A/B'], first({ id: '1', child: { id: '11' } })],
  [[{ id: '1', child: null }], value({ id: '1' })],
  [['A/B', 'Export'], unknown('Export')],
  [['Gone'], unknown('Gone')],
  [[5], unknown('5')],
  [[{}], unknown()],
])('two levels are read of %j', (values, expected) => {
  expect(fitted('cascading', values, levels)).toEqual(expected);
});

test.each<[FieldType, unknown[], object]>([
  ['user', [` ${PEOPLE.engineer} `], value({ accountId: PEOPLE.engineer })],
  ['user', [PEOPLE.engineer, PEOPLE.developer], first({ accountId: PEOPLE.engineer })],
  ['users', [` ${PEOPLE.engineer}`], value([{ accountId: PEOPLE.engineer }])],
  [
    'users',
    ['product.developer@example.com', PEOPLE.engineer, PEOPLE.engineer],
    value([PEOPLE.engineer, PEOPLE.developer].sort().map((accountId) => ({ accountId }))),
  ],
  [
    'users',
    [PEOPLE.engineer, 'product.developer@example.com'],
    value([PEOPLE.engineer, PEOPLE.developer].sort().map((accountId) => ({ accountId }))),
  ],
  ['users', [{ accountId: PEOPLE.engineer, name: 'Engineer' }], value([{ accountId: PEOPLE.engineer }])],
  ['users', ['nobody@example.com'], unknown()],
  ['groups', ['payment-owners', 'nobody'], unknown('nobody')],
  ['groups', ['nobody'], unknown('nobody')],
])('a field of type %s names whom Jira knows: %j', (type, values, expected) => {
  expect(fitted(type, values)).toEqual(expected);
});

test('what no row can fill takes nothing', () => {
  for (const type of ['sprint', 'other'] as const) expect(fitted(type, [])).toEqual(misfit);
});
