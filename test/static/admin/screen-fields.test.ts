import { severities } from '../../../src/contract/finding';
import { Space } from '../../../src/contract/settings';
import type { ScreenField } from '../../../static/admin/src/jira/types';
import { demandedFields } from '../../../static/admin/src/logic/demanded';
import { fromRaw, inputKind, toRaw } from '../../../static/admin/src/logic/fixed-values';
import { fixableFields } from '../../../static/admin/src/logic/screen-fields';

const field = (id: string, patch: Partial<ScreenField> = {}): ScreenField => ({
  id,
  name: id,
  required: false,
  hasDefault: false,
  type: 'string',
  fieldType: 'text',
  isRich: false,
  ...patch,
});
const required = (id: string) => field(id, { required: true });
const ref = { id: '1', name: 'One' };
const demanded = (fields: ScreenField[], space: Partial<Space> = {}, fixed = {}) =>
  demandedFields(fields, { ...Space.parse({}), ...space }, fixed).map(({ id }) => id);

describe('fields that a project demands', () => {
  test('are the required ones without a default that nothing fills', () => {
    const screen = [required('env'), field('free'), field('preset', { required: true, hasDefault: true })];
    expect(demanded([...screen, required('summary'), required('reporter'), required('labels')])).toEqual([
      'env',
    ]);
  });

  test('do not hold what the space fills', () => {
    const screen = ['components', 'assignee', 'security', 'priority'].map(required);
    expect(demanded(screen)).toEqual(['components', 'assignee', 'security', 'priority']);
    const map = Object.fromEntries(severities.map((severity) => [severity, ref]));
    const full = { components: [ref], assignee: ref, securityLevel: ref, priorities: { enabled: true, map } };
    expect(demanded(screen, full)).toEqual([]);
  });

  test('hold the priority while one severity has none', () => {
    const priorities = { enabled: true, map: { critical: ref } };
    expect(demanded([required('priority')], { priorities })).toEqual(['priority']);
  });

  test('do not hold what has a value of its own', () => {
    expect(demanded([required('env')], {}, { env: { id: '3' } })).toEqual([]);
  });
});

describe('fields that can get a value', () => {
  test('are those that neither the finding nor the space fills, each once and by name', () => {
    const found = fixableFields([[field('b'), field('summary'), field('a')], [field('a')]]);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('allow what any of the screens allows, and are required where any requires them', () => {
    const one = field('env', { allowed: [{ id: '1', name: 'Production' }] });
    const two = field('env', {
      required: true,
      allowed: [
        { id: '1', name: 'Production' },
        { id: '2', name: 'Test' },
      ],
    });
    expect(fixableFields([[one], [two]])).toEqual([{ ...two }]);
  });
});

describe('a value', () => {
  test.each([
    ['choice', field('f', { type: 'option', allowed: [] }), ['10'], { id: '10' }],
    [
      'choices',
      field('f', { type: 'array', items: 'option', allowed: [] }),
      ['10', '11'],
      [{ id: '10' }, { id: '11' }],
    ],
    ['texts', field('f', { type: 'array', items: 'string' }), ['a', 'b'], ['a', 'b']],
    ['text', field('f'), [' plain '], 'plain'],
    ['number', field('f', { type: 'number' }), ['2.5'], 2.5],
    ['date', field('f', { type: 'date' }), ['2026-01-31'], '2026-01-31'],
    [
      'rich',
      field('f', { isRich: true }),
      ['words'],
      {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'words' }] }],
      },
    ],
  ] as const)('entered as %s becomes what Jira takes, and back', (kind, of, entered, raw) => {
    expect(inputKind(of)).toBe(kind);
    expect(toRaw(kind, entered)).toEqual(raw);
    expect(fromRaw(raw)).toEqual(entered.map((text) => text.trim()));
  });

  test('that is empty or does not fit is none', () => {
    expect(toRaw('text', ['  '])).toBeUndefined();
    expect(toRaw('choices', [])).toBeUndefined();
    expect(toRaw('number', ['many'])).toBeUndefined();
    expect(toRaw('date', ['tomorrow'])).toBeUndefined();
  });

  test('has no input for types that the page does not know', () => {
    expect(inputKind(field('f', { type: 'user' }))).toBeUndefined();
    expect(inputKind(field('f', { type: 'array', items: 'user' }))).toBeUndefined();
  });
});
