import type { FixedValue } from '../../../src/contract/field-mapping';
import { fixedRefs, inShapeOf } from '../../../src/core/settings/fixed-refs';

const refsOf = (value: FixedValue) =>
  fixedRefs({ field: { id: 'a' }, source: { kind: 'fixed', value }, owner: 'people', whenUnknown: 'hold' });
const at = (...path: (string | number)[]) => ['source', 'value', ...path];

test.each([
  ['an option by its value', { value: 'X' }, { name: 'X' }],
  ['an issue by its key', { key: 'WEB-1' }, { name: 'WEB-1' }],
  ['a group by its id', { groupId: 'g', name: 'G' }, { id: 'g', name: 'G' }],
  ['a version by its id only', { id: '1', name: '' }, { id: '1' }],
  [
    'whatever names it first',
    { id: '', accountId: '', groupId: 'g', value: 'X', key: 'K' },
    { id: 'g', name: 'X' },
  ],
])('a fixed value names %s', (_what, value, ref) => {
  expect(refsOf(value)).toStrictEqual([{ path: at(), ref, person: 'accountId' in value }]);
});

test.each([
  ['a text', 'x'],
  ['a number', 5],
  ['nothing', null],
  ['texts', ['x', 'y']],
  ['what has no name', [{ id: '' }]],
])('%s is no reference', (_what, value) => {
  expect(refsOf(value)).toStrictEqual([]);
});

test('only fixed values name things', () => {
  const row = { field: { id: 'a' }, owner: 'people', whenUnknown: 'hold' } as const;
  expect(fixedRefs({ ...row, source: { kind: 'field', name: 'cve' } })).toStrictEqual([]);
});

test('among texts of a list a thing keeps its place, and a second level its first', () => {
  expect(refsOf(['x', { id: '1', child: { value: 'Y' } }, { id: '2', child: { id: '' } }])).toStrictEqual([
    { path: at(1), ref: { id: '1' }, person: false },
    { path: at(1, 'child'), ref: { name: 'Y' }, person: false, within: { id: '1' } },
    { path: at(2), ref: { id: '2' }, person: false },
  ]);
});

test.each([
  ['a person', { accountId: 'a', name: 'A' }, { id: 'b', name: 'B' }, { accountId: 'b', name: 'B' }],
  ['a person of whom only the name is known', { accountId: 'a' }, { name: 'B' }, { name: 'B' }],
  [
    'a list with a second level',
    { id: '1', child: { id: '2' } },
    { id: '3' },
    { id: '3', child: { id: '2' } },
  ],
  ['an option', { value: 'X' }, { id: '3', name: 'X' }, { id: '3', name: 'X' }],
  ['nothing', null, { id: '3' }, { id: '3' }],
  ['a text', 'x', { id: '3' }, { id: '3' }],
])('what comes in the place of %s has its shape', (_what, before, ref, after) => {
  expect(inShapeOf(before, ref)).toStrictEqual(after);
});
