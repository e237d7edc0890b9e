import type { FieldType } from '../../../src/contract/field-types';
import { doc, paragraph } from '../../../src/mappings/adf/adf';
import { sizeOf } from '../../../src/mappings/adf/shorten';
import { maxAdfLength } from '../../../src/mappings/adf/truncate-adf';
import { fit } from '../../../src/mappings/values/fit';
import { first, given, lookups, meta, misfit, value } from './fields';

const fitted = (type: FieldType, values: unknown[]) => fit(given(values), meta(type), lookups);

test.each<[FieldType, unknown, object]>([
  ['number', 1e14, value(1e14)],
  ['number', -1e14, value(-1e14)],
  ['number', -1e14 - 1, misfit],
  ['number', ' 7\n', value(7)],
  ['number', { id: '7' }, misfit],
  ['date', ' 2026-01-31\n', value('2026-01-31')],
  ['date', 'on 2026-01-31', misfit],
  ['date', '2026-01-31 or so', misfit],
  ['date', '2026-01-41', misfit],
  ['date', '2026-13-01', misfit],
  ['date', '2026-02-30T10:00:00Z', misfit],
  ['date', '0000-12-31', misfit],
  ['date', '0001-01-01', value('0001-01-01')],
  ['date', '0001-01-01T00:00+01:00', misfit],
  ['date', '9999-12-31T23:59:59.999Z', value('9999-12-31')],
  ['date', '9999-12-31T23:59:59-01:00', misfit],
  ['datetime', '2026-01-31T25:00:00Z', misfit],
  ['datetime', '2026-01-31T09:30:15', value('2026-01-31T09:30:15.000+0000')],
  ['datetime', '2026-01-31T09:30:15.123456789Z', value('2026-01-31T09:30:15.123+0000')],
  ['datetime', '2026-01-31T09:30+0200', value('2026-01-31T07:30:00.000+0000')],
  ['datetime', '2026-01-31T09:30-02:00', value('2026-01-31T11:30:00.000+0000')],
])('a field of type %s takes of %j what it can hold', (type, one, expected) => {
  expect(fitted(type, [one])).toEqual(expected);
});

test.each<[FieldType, unknown[], unknown]>([
  ['number', [1, 2], 1],
  ['date', ['2026-01-31', '2026-02-01'], '2026-01-31'],
  ['datetime', ['2026-01-31', '2026-02-01'], '2026-01-31T00:00:00.000+0000'],
])('a field of type %s takes the first of several values and says so', (type, values, taken) => {
  expect(fitted(type, values)).toEqual(first(taken));
});

test('one line is as long as Jira takes, with single spaces', () => {
  expect(fitted('text', ['x'.repeat(255)])).toEqual(value('x'.repeat(255)));
  expect(fitted('text', [' a \t\n b '])).toEqual(value('a b'));
});

test('an address is at most 2,048 characters long, without spaces around it', () => {
  const address = (length: number) => 'https://a.example/'.padEnd(length, 'x');
  expect(fitted('url', [` ${address(2_048)}\n`])).toEqual(value(address(2_048)));
  expect(fitted('url', [address(2_049)])).toEqual(misfit);
});

test('a field holds at most 200 labels', () => {
  const labels = Array.from({ length: 201 }, (_, index) => `l${String(index + 100)}`);
  expect(fitted('labels', labels)).toEqual(value(labels.slice(0, 200)));
});

describe('a paragraph', () => {
  const cut = { kind: 'value', note: { code: 'textCut', most: maxAdfLength } };
  const of = (values: unknown[], markdown = false) =>
    fit(given(values, markdown), meta('paragraph'), lookups);

  test('of several values has one for each', () => {
    expect(of(['a', 'b'])).toEqual(value(doc([paragraph('a'), paragraph('b')])));
  });

  test('is whole up to what Jira takes, and cut with a note beyond', () => {
    const longest = maxAdfLength - sizeOf(doc([paragraph('')])) - sizeOf({ type: 'text', text: '' });
    const whole = of(['x'.repeat(longest)]);
    expect(whole).toEqual(value(doc([paragraph('x'.repeat(longest))])));
    const beyond = of(['x'.repeat(longest + 1)]);
    expect(beyond).toMatchObject(cut);
    expect(sizeOf('value' in beyond && beyond.value)).toBeLessThanOrEqual(maxAdfLength);
  });

  test('is cut where so much Markdown was given that its end was not even read', () => {
    const unread = `${' '.repeat(maxAdfLength)}\n\n[a]: https://a.example`;
    expect(of([`a${unread}`], true)).toMatchObject(cut);
  });

  test('takes a document that is ready as it is', () => {
    const blocks = [paragraph('ready')];
    const source = { values: [], markdown: true, blocks };
    expect(fit(source, meta('paragraph'), lookups)).toEqual(value(doc(blocks)));
    expect(fit({ ...source, blocks: [] }, meta('paragraph'), lookups)).toEqual(value(null));
  });
});
