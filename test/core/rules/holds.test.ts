import fc from 'fast-check';
import type { FindingInput } from '../../../src/contract/finding';
import type { Operator, When } from '../../../src/contract/rules';
import { holds } from '../../../src/core/rules/holds';
import type { Subject } from '../../../src/core/rules/subject';
import { anyFinding } from '../arbitraries';
import { findingOf } from '../builders';

const subjectOf = (more: Partial<FindingInput> = {}): Subject => ({
  finding: findingOf(more),
  lifecycle: 'open',
  connection: 'abcdefgh',
});

const full = subjectOf({
  title: 'SQL injection',
  severity: 'high',
  status: 'verified',
  cve: ['CVE-2026-1', 'CVE-2026-2'],
  cvss: { score: 7.5 },
  kev: true,
  dueDate: '2026-02-01',
  firstSeen: '2026-01-10T09:30:00Z',
  location: { component: 'pkg:npm/Left-Pad@1.0' },
  attributes: { team: 'Blue', 'a.b': 3, flags: ['x', 'y'] },
});

test.each<[string, Operator, never, boolean]>([
  ['title', 'is', 'sql INJECTION', true],
  ['title', 'is', 'sql', false],
  ['title', 'isNot', 'sql', true],
  ['title', 'contains', 'INJ', true],
  ['title', 'startsWith', 'sql ', true],
  ['title', 'startsWith', 'injection', false],
  ['title', 'matches', 's?l*tion', true],
  ['title', 'matches', 'inj', false],
  ['severity', 'atLeast', 'high', true],
  ['severity', 'atLeast', 'critical', false],
  ['severity', 'atMost', 'critical', true],
  ['severity', 'atMost', 'medium', false],
  ['severity', 'in', ['low', 'HIGH'], true],
  ['status', 'notIn', ['resolved', 'rejected'], true],
  ['lifecycle', 'is', 'open', true],
  ['connection', 'is', 'abcdefgh', true],
  ['cvss.score', 'atLeast', 7.5, true],
  ['cvss.score', 'atMost', 7.4, false],
  ['kev', 'is', true, true],
  ['kev', 'isNot', true, false],
  ['dueDate', 'atMost', '2026-02-01', true],
  ['dueDate', 'atLeast', '2026-02-02', false],
  ['firstSeen', 'atLeast', '2026-01-10', true],
  ['cve', 'is', 'cve-2026-2', true],
  ['cve', 'isNot', 'CVE-2026-2', false],
  ['cve', 'startsWith', 'CVE-2026', true],
  ['location.component', 'matches', 'pkg:npm/*', true],
  ['attributes.team', 'is', 'blue', true],
  ['attributes.a.b', 'atLeast', 3, true],
  ['attributes.flags', 'in', ['y', 'z'], true],
  ['epss', 'exists', false, true],
  ['epss', 'exists', true, false],
  ['kev', 'exists', true, true],
] as never)('of a full finding, %s %s %j is %s', (field, op, value, expected) => {
  expect(holds({ field, op, value }, full)).toBe(expected);
});

test.each<[unknown, Operator, unknown, boolean]>([
  ['1.10.0', 'atLeast', '1.9.2', true],
  ['v2.0.0', 'atLeast', '1.13', true],
  ['1.2.3', 'atMost', '1.2', false],
  ['1.2', 'atMost', '1.2.0', true],
  ['3', 'atLeast', 2.5, true],
  ['2026-01-10', 'atMost', '2026-01-10T08:00:00Z', true],
  // Each of these is a date to JavaScript, and to nobody else.
  ['tier 3', 'atLeast', 'tier 2', false],
  ['tier 3', 'atMost', 'tier 4', false],
  ['2026-02-30', 'atLeast', '2026-03-01', false],
  [5, 'atMost', '2026-01-10', false],
  ['1.2.3-rc1', 'atLeast', '1.0.0', false],
  [['1.0.0', '3.0.0'], 'atLeast', '2.0.0', true],
])('an attribute %j %s %j: %s', (said, op, value, expected) => {
  const subject = subjectOf({ attributes: { version: said as never } });
  expect(holds({ field: 'attributes.version', op, value: value as never }, subject)).toBe(expected);
});

test('a moment is itself however it is written', () => {
  const subject = subjectOf({ firstSeen: '2026-01-10T08:00:00Z' });
  const meets = (op: Operator, value: string) => holds({ field: 'firstSeen', op, value }, subject);
  expect([meets('is', '2026-01-10T09:00:00+01:00'), meets('isNot', '2026-01-10T08:00:00.000Z')]).toEqual([
    true,
    false,
  ]);
  expect(meets('is', '2026-01-10')).toBe(false);
});

test.each<[Operator, never, boolean]>([
  ['is', 'x', false],
  ['isNot', 'x', true],
  ['in', ['x'], false],
  ['notIn', ['x'], true],
  ['atLeast', 1, false],
  ['atMost', 1, false],
  ['contains', '', false],
  ['startsWith', '', false],
  ['matches', '*', false],
  ['exists', true, false],
  ['exists', false, true],
] as never)('an absent value and %s %j: %s', (op, value, expected) => {
  for (const field of ['tool', 'attributes.none', 'attributes.constructor', 'cve', 'location.file'])
    expect(holds({ field, op, value }, subjectOf())).toBe(expected);
});

const leaf = (field: string, value: string): When => ({ field, op: 'is', value });

test.each<[When, boolean]>([
  [{ all: [] }, true],
  [{ any: [] }, false],
  [{ all: [leaf('severity', 'high'), leaf('status', 'verified')] }, true],
  [{ all: [leaf('severity', 'high'), leaf('status', 'assigned')] }, false],
  [{ any: [leaf('severity', 'low'), leaf('status', 'verified')] }, true],
  [{ not: leaf('severity', 'high') }, false],
  [{ not: { any: [leaf('severity', 'low'), leaf('status', 'assigned')] } }, true],
])('%j is %s', (when, expected) => {
  expect(holds(when, full)).toBe(expected);
});

test('a condition and its opposite never agree, whatever the finding', () => {
  const opposites: [Operator, Operator][] = [
    ['is', 'isNot'],
    ['in', 'notIn'],
  ];
  fc.assert(
    fc.property(anyFinding, fc.constantFrom('title', 'severity', 'cve', 'tool', 'kev'), (finding, field) => {
      const subject: Subject = { finding, lifecycle: 'open', connection: 'abcdefgh' };
      for (const [op, opposite] of opposites) {
        const value = op === 'in' ? ['high', 'x'] : 'high';
        expect(holds({ field, op, value }, subject)).toBe(!holds({ field, op: opposite, value }, subject));
      }
    }),
    { numRuns: 200 },
  );
});
