import { fieldProblems } from '../../../src/contract/invalid-fields';
import { Rules, type When } from '../../../src/contract/rules';
import { checkRules } from '../../../src/core/rules/check-rules';
import { valuesOf } from '../../../src/core/rules/subject';
import { findingOf } from '../builders';

const problemsOf = (when: unknown, more: object = {}) => {
  const parsed = Rules.safeParse([{ id: 'a', name: 'A', when, ...more }]);
  return parsed.success ? checkRules(parsed.data) : fieldProblems(parsed.error);
};

test.each<[When]>([
  [{ all: [] }],
  [{ field: 'severity', op: 'in', value: ['high', 'critical'] }],
  [{ field: 'cve', op: 'startsWith', value: 'CVE-' }],
  [{ field: 'location.component', op: 'matches', value: 'pkg:*' }],
  [{ field: 'attributes.any name', op: 'atLeast', value: 3 }],
  [{ field: 'dueDate', op: 'atMost', value: '2026-01-31' }],
  [{ field: 'firstSeen', op: 'atMost', value: '2026-01-31T09:30:00Z' }],
  [{ field: 'kev', op: 'exists', value: false }],
  [{ field: 'cve', op: 'exists', value: true }],
  [{ field: 'title', op: 'notIn', value: ['a', 'b'] }],
  [{ field: 'cvss.score', op: 'in', value: [0, 10] }],
  [{ field: 'title', op: 'is', value: '' }],
  [{ not: { any: [{ all: [{ field: 'kev', op: 'is', value: true }] }] } }],
])('%j is a condition', (when) => {
  expect(problemsOf(when)).toEqual([]);
});

test.each<[unknown, string, object]>([
  [{ field: 'colour', op: 'is', value: 'red' }, '0.when.field', { code: 'unknownField', field: 'colour' }],
  [{ field: 'assignee.email', op: 'is', value: 'a@b.c' }, '0.when.field', { code: 'unknownField' }],
  [{ field: 'constructor', op: 'is', value: 'x' }, '0.when.field', { code: 'unknownField' }],
  [{ field: 'attributes.', op: 'is', value: 'x' }, '0.when.field', { code: 'unknownField' }],
  [{ field: 'cvss.score', op: 'contains', value: 9 }, '0.when.op', { code: 'oneOf' }],
  [{ field: 'title', op: 'atLeast', value: 'x' }, '0.when.op', { code: 'oneOf' }],
  [{ field: 'title', op: 'like', value: 'x' }, '0.when.op', { code: 'oneOf' }],
  [{ field: 'severity', op: 'is', value: 'grave' }, '0.when.value', { code: 'oneOf' }],
  [{ field: 'kind', op: 'in', value: ['vulnerability', 'bug'] }, '0.when.value', { code: 'oneOf' }],
  [{ field: 'title', op: 'in', value: 'x' }, '0.when.value', { code: 'ofType', type: 'array' }],
  [{ field: 'title', op: 'is', value: ['x'] }, '0.when.value', { code: 'ofType', type: 'string' }],
  [{ field: 'cvss.score', op: 'is', value: '9' }, '0.when.value', { code: 'ofType', type: 'number' }],
  [{ field: 'dueDate', op: 'is', value: 'soon' }, '0.when.value', { code: 'ofType', type: 'date' }],
  [{ field: 'dueDate', op: 'is', value: '2026-02-30' }, '0.when.value', { code: 'ofType', type: 'date' }],
  [{ field: 'cvss.score', op: 'atLeast', value: 11 }, '0.when.value', { code: 'atMost', most: 10 }],
  [{ field: 'epss', op: 'in', value: [0.5, -1] }, '0.when.value', { code: 'atLeast', least: 0 }],
  [{ field: 'cvss.score', op: 'in', value: [1, 11] }, '0.when.value', { code: 'atMost', most: 10 }],
  [{ field: 'title', op: 'in', value: ['a', 5] }, '0.when.value', { code: 'ofType', type: 'string' }],
  [{ field: 'title', op: 'notIn', value: 'x' }, '0.when.value', { code: 'ofType', type: 'array' }],
  [{ field: 'kev', op: 'is', value: 'yes' }, '0.when.value', { code: 'ofType', type: 'boolean' }],
  [{ field: 'dueDate', op: 'is', value: 20260131 }, '0.when.value', { code: 'ofType', type: 'date' }],
  [{ field: 'dueDate', op: 'is', value: 'on 2026-01-31' }, '0.when.value', { code: 'ofType', type: 'date' }],
  [{ field: 'dueDate', op: 'is', value: '2026-01-3' }, '0.when.value', { code: 'ofType', type: 'date' }],
  [
    { field: 'dueDate', op: 'is', value: '2026-01-31T99:00Z' },
    '0.when.value',
    { code: 'ofType', type: 'date' },
  ],
  [
    { all: [{ all: [] }, { field: 'moon', op: 'is', value: 1 }] },
    '0.when.all.1.field',
    { code: 'unknownField' },
  ],
  [{ any: [{ field: 'moon', op: 'is', value: 1 }] }, '0.when.any.0.field', { code: 'unknownField' }],
  [{ not: { field: 'moon', op: 'is', value: 1 } }, '0.when.not.field', { code: 'unknownField' }],
  [
    { field: 'severity', op: 'is', value: 'bad' },
    '0.when.value',
    { values: expect.arrayContaining(['high']) as string[] },
  ],
  [
    { field: 'title', op: 'atLeast', value: 'x' },
    '0.when.op',
    { values: expect.arrayContaining(['contains']) as string[] },
  ],
  [{ field: 'title', op: 'contains', value: '' }, '0.when.value', { code: 'required' }],
  [{ field: 'kev', op: 'exists', value: 'yes' }, '0.when.value', { code: 'ofType', type: 'boolean' }],
  [{ all: [{ any: [{ al: [] }] }] }, '0.when.all.0.any.0.field', { code: 'required' }],
  [{ all: [{ not: { any: [{ all: [] }] } }] }, '0.when.all.0.not.any.0', { code: 'tooDeep', most: 3 }],
  [undefined, '0.when', { code: 'required' }],
  [{}, '0.when.field', { code: 'required' }],
])('%j is none, and the error names the place', (when, path, message) => {
  expect(problemsOf(when)[0]).toMatchObject({ path, message });
});

test('two rules of one id are refused', () => {
  const rule = { id: 'a', name: 'A', when: { all: [] } };
  expect(checkRules(Rules.parse([rule, { ...rule, name: 'B' }]))).toEqual([
    { path: '1.id', message: { code: 'notUnique' } },
  ]);
});

test('findings share issues by fields that they have, each once', () => {
  const then = { create: 'both', groupBy: ['cve', 'moon', 'cve', 'tool'] };
  expect(problemsOf({ all: [] }, { then })).toStrictEqual([
    { path: '0.then.groupBy.1', message: { code: 'unknownField', field: 'moon' } },
    { path: '0.then.groupBy.2', message: { code: 'notUnique' } },
  ]);
});

test('rules with ids of their own are right', () => {
  const rule = { id: 'a', name: 'A', when: { all: [] } };
  expect(checkRules(Rules.parse([rule, { ...rule, id: 'b' }]))).toEqual([]);
});

test('what a text or nothing has is no field of a finding', () => {
  const subject = { finding: findingOf({ assets: [] }), lifecycle: 'open', connection: 'c' } as const;
  const values = ['title.length', 'url.length', 'assets.length', 'location.file'].map((name) =>
    valuesOf(subject, name),
  );
  expect(values).toStrictEqual([[], [], [0], []]);
});

test('what was read of a finding is not read again', () => {
  const known = new Map<string, readonly unknown[]>([['title', ['known']]]);
  const subject = { finding: findingOf(), lifecycle: 'open', connection: 'c', known } as const;
  expect(valuesOf(subject, 'title')).toEqual(['known']);
});

test('conditions nested without end are refused without end of the stack', () => {
  let when: unknown = { field: 'title', op: 'is', value: 'x' };
  for (let depth = 0; depth < 50_000; depth += 1) when = { not: when };
  expect(problemsOf(when)[0]?.message).toMatchObject({ code: 'tooDeep' });
});
