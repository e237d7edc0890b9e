import fc from 'fast-check';
import type { FieldType } from '../../../src/contract/field-types';
import { RawField, toField } from '../../../src/gateways/jira/issue-shape';
import { type Lookups, noLookups } from '../../../src/mappings/lookups';
import { comparableOf } from '../../../src/mappings/values/comparable';
import { fit } from '../../../src/mappings/values/fit';
import { PEOPLE } from '../../sandbox/jira/seed';
import { testSite } from '../../sandbox/jira/test-site';
import { anyText } from '../../core/arbitraries';
import { first, given, groupId, levels, lookups, meta, misfit, options, unknown, value } from './fields';

test.each<[FieldType, unknown[], object]>([
  ['text', [' a\nb '], value('a b')],
  ['text', ['a', 2, true], value('a, 2, true')],
  ['text', [' \u0000 '], value(null)],
  ['text', [{ id: '1', name: 'Thing' }], value('1')],
  [
    'text',
    ['x'.repeat(256)],
    { kind: 'value', value: `${'x'.repeat(254)}…`, note: { code: 'textCut', most: 255 } },
  ],
  ['url', ['https://a.example/x y'], value('https://a.example/x%20y')],
  ['url', ['javascript:alert(1)'], misfit],
  ['url', ['https://a.example', 'https://b.example'], first('https://a.example')],
  ['number', ['7.5'], value(7.5)],
  ['number', [0], value(0)],
  ['number', ['seven'], misfit],
  ['number', [Number.POSITIVE_INFINITY], misfit],
  ['number', [1e15], misfit],
  ['number', [true], misfit],
  ['number', [''], value(null)],
  ['date', ['2026-02-28'], value('2026-02-28')],
  ['date', ['2026-02-30'], misfit],
  ['date', ['2026-01-01T23:30:00-02:00'], value('2026-01-02')],
  ['date', ['tomorrow'], misfit],
  ['datetime', ['2026-01-31T09:30:00Z'], value('2026-01-31T09:30:00.000+0000')],
  ['datetime', ['2026-01-31T09:30'], value('2026-01-31T09:30:00.000+0000')],
  ['datetime', ['2026-01-31'], value('2026-01-31T00:00:00.000+0000')],
  ['datetime', [5], misfit],
  ['labels', ['b c', 'a', 'a', ' '], value(['a', 'b-c'])],
  ['choice', ['high'], value({ id: '1' })],
  ['choice', [{ id: '2' }], value({ id: '2' })],
  ['choice', [{ value: 'Low' }], value({ id: '2' })],
  ['choice', [true], value({ id: '3' })],
  ['choice', [5], value({ id: '4' })],
  ['choice', ['1'], unknown('1')],
  ['choice', ['High', 'Low'], first({ id: '1' })],
  ['choice', [{ id: '9', name: 'Gone' }], unknown('9')],
  ['choices', ['low', 'High', 'LOW'], value([{ id: '1' }, { id: '2' }])],
  ['choices', ['low', 'Gone'], unknown('Gone')],
  ['cascading', ['Ledger'], value({ id: '1' })],
  ['cascading', ['ledger > export'], value({ id: '1', child: { id: '11' } })],
  ['cascading', ['Ledger', 'Export'], value({ id: '1', child: { id: '11' } })],
  ['cascading', ['Ledger / A / B'], value({ id: '1', child: { id: '12' } })],
  ['cascading', ['A/B'], value({ id: '2' })],
  ['cascading', [{ id: '1', child: { id: '11' } }], value({ id: '1', child: { id: '11' } })],
  ['cascading', ['Ledger', 'Gone'], unknown('Gone')],
  ['cascading', ['Gone > Export'], unknown('Gone > Export')],
  ['user', ['product.developer@example.com'], value({ accountId: PEOPLE.developer })],
  ['user', [{ accountId: PEOPLE.engineer, name: 'Engineer' }], value({ accountId: PEOPLE.engineer })],
  ['user', ['nobody@example.com'], unknown()],
  ['user', ['slow@example.com'], { kind: 'later' }],
  ['users', [PEOPLE.engineer, 'slow@example.com'], { kind: 'later' }],
  ['users', [PEOPLE.engineer, 'nobody@example.com'], unknown()],
  ['group', ['payment-owners'], value({ groupId })],
  ['group', ['nobody'], unknown('nobody')],
  ['groups', ['payment-owners', 'payment-owners'], value([{ groupId }])],
  ['parent', ['WEB-1'], value({ id: '10000' })],
  ['parent', ['WEB-2'], unknown('WEB-2')],
  ['sprint', [1], misfit],
  ['other', ['x'], misfit],
])('a field of type %s takes %j', (type, values, expected) => {
  const allowed = type === 'cascading' ? levels : options;
  expect(fit(given(values), meta(type, allowed), lookups)).toEqual(expected);
});

test('a paragraph takes Markdown as such, and any other text as it was written', () => {
  const of = (markdown: boolean) =>
    JSON.stringify(fit(given(['a **b**'], markdown), meta('paragraph'), lookups));
  expect(of(true)).toContain('"strong"');
  expect(of(false)).toContain('a **b**');
});

describe('whatever a finding gives', () => {
  const { app } = testSite();
  const types = app('GET', 'issue/createmeta/PAY/issuetypes').data['issueTypes'] as {
    id: string;
    name: string;
  }[];
  const type = types.find(({ name }) => name === 'Task')?.id ?? '';
  const raw = app('GET', `issue/createmeta/PAY/issuetypes/${type}?maxResults=200`).data['fields'] as {
    fieldId: string;
  }[];
  const fields = raw.map((one) => toField(one.fieldId, RawField.parse(one)));
  const mapped = fields.filter(({ id }) => id.startsWith('customfield_') || id === 'priority');
  const names = mapped.flatMap(({ allowed }) =>
    allowed.flatMap(({ name, children = [] }) => [name, ...children.map((child) => child.name)]),
  );
  const anyScalar = fc.oneof(
    anyText(400),
    fc.constantFrom(
      '',
      ...names,
      'Ledger > Export',
      'payment-owners',
      PEOPLE.developer,
      '2026-01-31',
      'https://a.example',
    ),
    fc.double(),
    fc.boolean(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.record({ id: fc.constantFrom('10200', '1', 'x'), child: fc.record({ id: fc.string() }) }),
  );
  const known: Lookups = {
    ...noLookups,
    person: (name) => Object.values(PEOPLE).find((id) => id === name),
  };

  test('Jira takes what is made of it, and gives back what compares equal', () => {
    const environment = fields.find(({ name }) => name === 'Environment type');
    const demanded = {
      project: { key: 'PAY' },
      issuetype: { id: type },
      summary: 'A finding',
      components: [{ name: 'Ledger' }],
      [environment?.id ?? '']: { value: 'Production' },
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...mapped),
        fc.array(anyScalar, { maxLength: 3 }),
        fc.boolean(),
        (field, values, markdown) => {
          const fitted = fit({ values, markdown }, field, known);
          if (fitted.kind !== 'value' || fitted.value === null) return;
          const answer = app('POST', 'issue', { fields: { ...demanded, [field.id]: fitted.value as never } });
          expect([answer.status, answer.data['errors']]).toEqual([201, undefined]);
          const shown = app('GET', `issue/${answer.data['key'] as string}`).data['fields'] as Record<
            string,
            unknown
          >;
          expect(comparableOf(shown[field.id])).toEqual(comparableOf(fitted.value));
        },
      ),
      { numRuns: 300 },
    );
  });
});
