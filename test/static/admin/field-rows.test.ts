import { Space } from '../../../src/contract/settings';
import type { ScreenField } from '../../../static/admin/src/jira/types';
import { demandedFields } from '../../../static/admin/src/logic/demanded';
import {
  enteredValue,
  mappableFields,
  newRow,
  shownValues,
} from '../../../static/admin/src/logic/field-rows';
import { spaceOf } from '../../../static/admin/src/logic/overrides';

const allowed = [
  { id: '10', name: 'Production' },
  { id: '11', name: 'Staging' },
];
const field = (patch: Partial<ScreenField> = {}): ScreenField => ({
  id: 'env',
  name: 'Environment',
  required: false,
  hasDefault: false,
  type: 'string',
  fieldType: 'text',
  isRich: false,
  ...patch,
});

describe('a fixed value', () => {
  test.each([
    ['choice', ['10'], { id: '10', name: 'Production' }],
    ['choices', ['10', '11'], allowed],
    ['labels', ['a', 'b'], ['a', 'b']],
    ['users', ['one@example.org'], ['one@example.org']],
    ['number', ['2.5'], 2.5],
    ['date', ['2026-01-31'], '2026-01-31'],
    ['cascading', ['First > Second'], 'First > Second'],
    ['paragraph', ['**words**'], '**words**'],
  ] as const)(
    'entered for a field of type %s is what settings hold, and shown again',
    (fieldType, entered, value) => {
      const held = enteredValue(field({ fieldType, allowed }), entered);
      expect(held).toEqual(value);
      expect(shownValues(held, allowed)).toEqual(entered);
    },
  );

  test('that is empty is null', () => {
    expect(enteredValue(field(), ['  '])).toBeNull();
    expect(enteredValue(field({ fieldType: 'choices', allowed }), [])).toBeNull();
    expect(shownValues(null)).toEqual([]);
  });

  test('from an import is found by its name, and shown in words where the list does not have it', () => {
    expect(shownValues({ name: 'Staging' }, allowed)).toEqual(['11']);
    expect(shownValues({ value: 'A', child: { value: 'B' } }, allowed)).toEqual(['A > B']);
    expect(shownValues([{ accountId: '557' }], allowed)).toEqual(['557']);
  });
});

test('fields that rows may fill are what the app can fill, those that a project demands first', () => {
  const screen = [
    field({ id: 'a', name: 'A' }),
    field({ id: 'z', name: 'Z', required: true }),
    field({ id: 'project' }),
    field({ id: 'sprint', fieldType: 'sprint' }),
    field({ id: 'form', fieldType: 'other' }),
  ];
  expect(mappableFields([screen, screen]).map(({ id }) => id)).toEqual(['z', 'a']);
});

test('a required field is missing until a row of the space or the product fills it; null fills nothing', () => {
  const required = field({ required: true });
  const demanded = (space: Space) => demandedFields([required], space, {}).length;
  const none = Space.parse({});
  const row = newRow(required);
  expect(demanded(none)).toBe(1);
  expect(demanded({ ...none, mapping: [row] })).toBe(0);
  expect(demanded({ ...none, mapping: [{ ...row, source: { kind: 'fixed', value: null } }] })).toBe(1);
  const other = newRow({ id: 'other', name: 'Other' });
  expect(demanded(spaceOf({ ...none, mapping: [row] }, { mapping: [other] }))).toBe(0);
});
