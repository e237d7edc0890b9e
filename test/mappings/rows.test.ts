import type { FieldType } from '../../src/contract/field-types';
import { FieldRow } from '../../src/contract/field-mapping';
import type { FindingInput } from '../../src/contract/finding';
import type { FieldMeta } from '../../src/core/jira/issue';
import { noLookups } from '../../src/mappings/lookups';
import { mappingOfRow } from '../../src/mappings/row';
import { givenBy } from '../../src/mappings/values/given';
import { findingOf } from '../core/builders';
import { inputOf } from './input';

const id = 'customfield_1';
const metaOf = (type: FieldType, more: Partial<FieldMeta> = {}): FieldMeta => ({
  ...{ id, name: 'Team', required: false, hasDefault: false, type, allowed: [{ id: '1', name: 'Web' }] },
  ...more,
});

/** What a row gives the field of a finding; `meta` undefined: the field is on no screen. */
function draft(
  source: unknown,
  meta: FieldMeta | undefined,
  {
    finding = {},
    whenUnknown = 'hold',
    field = { id, name: 'Row' },
  }: {
    finding?: Partial<FindingInput>;
    whenUnknown?: string;
    field?: object;
  } = {},
) {
  const mapping = mappingOfRow(FieldRow.parse({ field, source, whenUnknown }));
  const input = inputOf(finding, { project: { id: '10000' } });
  const lookups = { ...noLookups, person: () => null };
  return mapping?.draft({ ...input, lookups, screen: new Map(meta ? [[meta.id, meta]] : []) });
}
const fixed = (value: unknown) => ({ kind: 'fixed', value });
const problem = (reason: object) => ({ value: null, comparable: { problem: reason }, problem: reason });

test('a row fills its field, and is known by it', () => {
  const row = FieldRow.parse({ field: { id }, source: fixed('x'), owner: 'portal' });
  expect(mappingOfRow(row)).toMatchObject({ field: id, owner: 'portal', row });
  expect(mappingOfRow({ ...row, field: { name: 'Team' } })).toBeUndefined();
  expect(draft(fixed('x'), metaOf('text'))).toStrictEqual({ value: 'x', comparable: 'x' });
});

test.each([
  ['a field of the finding', { kind: 'field', name: 'tool' }, 'trivy'],
  ['an attribute', { kind: 'attribute', name: 'team' }, 'web'],
  ['a list as one text', { kind: 'field', name: 'tags' }, 'a, b'],
  ['a template', { kind: 'text', template: '{{ finding.tool }}!' }, 'trivy!'],
  ['nothing where the finding has none', { kind: 'attribute', name: 'toString' }, null],
])('the source of a row is %s', (_what, source, value) => {
  const finding = { tool: 'trivy', tags: ['a', 'b'], attributes: { team: 'web' } };
  expect(draft(source, metaOf('text'), { finding })?.value).toBe(value);
});

test('a template writes a document where the field takes one, and a line elsewhere', () => {
  const source = { kind: 'text', template: '**{{ finding.title }}**' };
  expect(draft(source, metaOf('paragraph'))?.value).toMatchObject({ type: 'doc' });
  expect(typeof draft(source, metaOf('text'))?.value).toBe('string');
});

test('a template of which nothing but blanks is left leaves its field empty', () => {
  const source = { kind: 'text', template: '{% if finding.epss %}\n{{ finding.epss }}\n{% endif %}\n' };
  for (const type of ['number', 'date', 'choice', 'cascading'] as const)
    expect(draft(source, metaOf(type))).toStrictEqual({ value: null, comparable: null });
});

test.each([
  [
    'stands on no screen',
    fixed('x'),
    undefined,
    { code: 'fieldNotOnScreen', field: 'Row', project: '10000' },
  ],
  ['is a sprint', fixed('x'), metaOf('sprint'), { code: 'typeNotFilled', field: 'Team' }],
  ['is of a type that nobody knows', fixed('x'), metaOf('other'), { code: 'typeNotFilled', field: 'Team' }],
  [
    'cannot take the value',
    fixed('x'),
    metaOf('number'),
    { code: 'valueMisfit', field: 'Team', type: 'number' },
  ],
  [
    'has no such value',
    fixed('x'.repeat(90)),
    metaOf('choice'),
    { code: 'noSuchValue', field: 'Team', value: `${'x'.repeat(79)}…` },
  ],
])('a field that %s holds the finding up', (_what, source, meta, reason) => {
  expect(draft(source, meta)).toStrictEqual(problem(reason));
});

test('a field that is not on the screen is named as the settings know it', () => {
  expect(draft(fixed('x'), undefined, { field: { id } })?.problem).toMatchObject({ field: id });
});

test('a template that fails holds the finding up, and says where', () => {
  const failed = draft({ kind: 'text', template: '{{ finding.title | nosuch }}' }, metaOf('text'));
  expect(failed?.problem).toMatchObject({ code: 'templateFails', line: 1 });
});

test('or the field is left empty, with a note, where the row has it so', () => {
  const empty = { whenUnknown: 'empty' };
  const reason = { code: 'valueMisfit', field: 'Team', type: 'number' };
  expect(draft(fixed('x'), metaOf('number'), empty)).toStrictEqual({
    value: null,
    comparable: null,
    note: reason,
  });
  expect(draft(fixed('x'), metaOf('number', { required: true }), empty)).toBeUndefined();
  expect(draft(fixed('x'), undefined, empty)).toBeUndefined();
});

test('a field is left alone that is to be, that Jira requires and nothing fills, or of which Jira has not told yet', () => {
  const nothing = { kind: 'field', name: 'tool' };
  expect(draft(fixed(null), metaOf('text'))).toBeUndefined();
  expect(draft(nothing, metaOf('text'))).toStrictEqual({ value: null, comparable: null });
  expect(draft(nothing, metaOf('text', { required: true }))).toBeUndefined();
  expect(draft(nothing, metaOf('text', { id: 'priority' }), { field: { id: 'priority' } })).toBeUndefined();
  expect(draft(fixed('a@example.com'), metaOf('user'))).toBeUndefined();
});

test('what is cut says so', () => {
  expect(draft(fixed('x'.repeat(256)), metaOf('text'))?.note).toEqual({ code: 'textCut', most: 255 });
});

describe('what a source gives', () => {
  const attributes = { team: 'web', teams: ['a', 'b'] };
  const subject = {
    finding: findingOf({ description: '*x*', tool: 't', attributes }),
    lifecycle: 'open',
    connection: 'c',
  } as const;
  const render = (template: string) => ({ ok: true, text: `rendered ${template}` }) as const;

  test.each([
    ['Markdown of a description', { kind: 'field', name: 'description' }, ['*x*'], true],
    ['the text of a tool', { kind: 'field', name: 'tool' }, ['t'], false],
    ['an attribute', { kind: 'attribute', name: 'team' }, ['web'], false],
    ['a list', { kind: 'attribute', name: 'teams' }, ['a', 'b'], false],
    ['nothing', { kind: 'attribute', name: 'other' }, [], false],
    ['a fixed value', { kind: 'fixed', value: 5 }, [5], true],
    ['nothing fixed', { kind: 'fixed', value: null }, [], true],
    ['a template', { kind: 'text', template: 't' }, ['rendered t'], true],
  ] as const)('is %s', (_what, source, values, markdown) => {
    const copy = source as unknown as Parameters<typeof givenBy>[0];
    expect(givenBy(copy, subject, render)).toStrictEqual({ values, markdown });
  });
});
