import { adminInputs } from '../../src/contract/api';
import { StatusName } from '../../src/contract/finding';
import { fieldProblems } from '../../src/contract/invalid-fields';
import { type SectionName, sectionSchemas } from '../../src/contract/settings';

const problems = (section: SectionName, value: unknown) => {
  const parsed = sectionSchemas[section].safeParse(value);
  return parsed.success ? [] : fieldProblems(parsed.error);
};

test.each<[string, SectionName, unknown, string, object]>([
  ['a missing value', 'statuses', { own: { a: { lifecycle: 'open' } } }, 'own.a.label', { code: 'required' }],
  [
    'an empty text',
    'statuses',
    { own: { a: { label: '', lifecycle: 'open' } } },
    'own.a.label',
    { code: 'required' },
  ],
  [
    'a text that is too long',
    'statuses',
    { own: { a: { label: 'x'.repeat(61), lifecycle: 'open' } } },
    'own.a.label',
    { code: 'atMostCharacters', most: 60 },
  ],
  [
    'a word that is none of the list',
    'closing',
    { when: 'some' },
    'when',
    { code: 'oneOf', values: ['all', 'any'] },
  ],
  ['another type', 'closing', { enabled: 'yes' }, 'enabled', { code: 'ofType', type: 'boolean' }],
  ['a part of a number', 'deleting', { graceDays: 1.5 }, 'graceDays', { code: 'wholeNumber' }],
  ['a number too small', 'deleting', { hourlyCap: 0 }, 'hourlyCap', { code: 'atLeast', least: 1 }],
  ['a number too big', 'deleting', { graceDays: 366 }, 'graceDays', { code: 'atMost', most: 365 }],
  [
    'a label with spaces',
    'spaces',
    { product: { labels: ['a b'] } },
    'product.labels.0',
    { code: 'noLabel' },
  ],
  ['a reference to nothing', 'spaces', { product: { project: {} } }, 'product.project', { code: 'idOrName' }],
  [
    'a status name in capitals',
    'statuses',
    { own: { Open: { label: 'Open', lifecycle: 'open' } } },
    'own.Open',
    { code: 'noStatusName' },
  ],
  [
    'a product with a long name',
    'products',
    { ['p'.repeat(256)]: {} },
    'p'.repeat(256),
    { code: 'atMostCharacters', most: 255 },
  ],
])('%s is told by its place', (_, section, value, path, message) => {
  expect(problems(section, value)).toEqual([{ path, message }]);
});

test('a value that fits has no problems', () => {
  expect(problems('deleting', { graceDays: 3 })).toEqual([]);
});

test('what people do not write themselves only does not fit', () => {
  const parsed = adminInputs['connections.archive'].safeParse({ connection: 'A' });
  expect(parsed.success ? [] : fieldProblems(parsed.error)).toEqual([
    { path: 'connection', message: { code: 'misfit' } },
  ]);
});

test('a status name by itself is told as one', () => {
  const parsed = StatusName.safeParse('In triage');
  expect(parsed.success ? [] : fieldProblems(parsed.error)).toEqual([
    { path: '', message: { code: 'noStatusName' } },
  ]);
});
