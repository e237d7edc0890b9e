import fc from 'fast-check';
import { Finding } from '../../../src/contract/finding';
import { plainMeaning } from '../../../src/core/portal/plain-meaning';

const base = { id: 'F-1', product: 'shop', title: 'T', severity: 'high' };
const read = (over: object) => Finding.safeParse(plainMeaning({ ...base, ...over }));

test.each<[object, object]>([
  [{ severity: 'High' }, { severity: 'high' }],
  [{ severity: 'MODERATE' }, { severity: 'medium' }],
  [{ severity: 'Informational' }, { severity: 'info' }],
  [{ status: 'Temporarily risk-accepted' }, { status: 'temporarily_risk_accepted' }],
  [{ kind: 'Compliance violation' }, { kind: 'compliance_violation' }],
  [{ cvss: 9.8 }, { cvss: { score: 9.8 } }],
  [{ cvss: '9.8' }, { cvss: { score: 9.8 } }],
  [{ cvss: { score: '7' } }, { cvss: { score: 7 } }],
  [{ cvss: 'CVSS:3.1/AV:N' }, { cvss: { vector: 'CVSS:3.1/AV:N' } }],
  [{ cve: 'CVE-2026-1' }, { cve: ['CVE-2026-1'] }],
  [{ cve: 'CVE-2026-1, CVE-2026-2' }, { cve: ['CVE-2026-1', 'CVE-2026-2'] }],
  [{ cwe: 89 }, { cwe: ['CWE-89'] }],
  [{ cwe: [89, 'CWE-79'] }, { cwe: ['CWE-89', 'CWE-79'] }],
  [{ cwe: '89' }, { cwe: ['CWE-89'] }],
  [{ kev: 'true' }, { kev: true }],
  [{ location: { file: 'a.c', line: '12' } }, { location: { file: 'a.c', line: 12 } }],
  [{ tags: 'one tag' }, { tags: ['one tag'] }],
  [{ assignee: 'dev@example.com' }, { assignee: { email: 'dev@example.com' } }],
  [{ assignee: '5b10a2844c20165700ede21g' }, { assignee: { accountId: '5b10a2844c20165700ede21g' } }],
  [{ location: 'src/app.js:12' }, { location: { file: 'src/app.js', line: 12 } }],
  [{ location: 'src/app.js' }, { location: { file: 'src/app.js' } }],
  [{ epss: '0.4' }, { epss: 0.4 }],
  [{ dueDate: '2026-01-31T10:00:00Z' }, { dueDate: '2026-01-31' }],
])('%j is taken as %j', (said, meant) => {
  expect(read(said).data).toMatchObject(meant);
});

test.each<[object, string, RegExp]>([
  [{ severity: 'urgent' }, 'severity', /critical/],
  [{ cvss: 'bad' }, 'cvss', /"score"/],
  [{ cve: { id: 'x' } }, 'cve', /list/],
  [{ assignee: 7 }, 'assignee', /"email"/],
  [{ location: 7 }, 'location', /"file"/],
])('%j is refused with the right shape', (said, path, shape) => {
  const [issue] = read(said).error?.issues ?? [];
  expect(issue?.path.join('.')).toBe(path);
  expect(issue?.message).toMatch(shape);
});

test('nothing is thrown for anything, and what fits already stays as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => plainMeaning(value)).not.toThrow();
    }),
  );
  const whole = {
    ...base,
    cvss: { score: 5 },
    cve: ['CVE-2026-1'],
    assignee: { accountId: 'a' },
    kev: false,
  };
  expect(plainMeaning(whole)).toEqual(whole);
});

test.each<[string, unknown, unknown]>([
  ['severity', ' High ', 'high'],
  ['severity', 7, 7],
  ['severity', 'constructor', 'constructor'],
  ['status', 'Open', 'Open'],
  ['status', 7, 7],
  ['status', 'constructor', 'constructor'],
  ['kind', 'Compliance - violation', 'compliance_violation'],
  ['kind', null, null],
  ['cvss', ' CVSS:3.1/AV:N ', { vector: 'CVSS:3.1/AV:N' }],
  ['cvss', { vector: 'x' }, { vector: 'x' }],
  ['cvss', ' 9.85 ', { score: 9.85 }],
  ['cvss', 'v9.8', 'v9.8'],
  ['cvss', '9.8!', '9.8!'],
  ['cvss', null, null],
  ['cve', [7, 'CVE-1'], ['7', 'CVE-1']],
  ['cve', 7, ['7']],
  ['cve', ' CVE-1 ;, CVE-2 ', ['CVE-1', 'CVE-2']],
  ['cve', null, null],
  ['cwe', '89x 123456', ['89x', '123456']],
  ['tags', ['a'], ['a']],
  ['tags', null, null],
  ['assets', 'host', ['host']],
  ['assets', ['host'], ['host']],
  ['assignee', ' dev@example.com ', { email: 'dev@example.com' }],
  ['assignee', ' acc ', { accountId: 'acc' }],
  ['assignee', ' ', ' '],
  ['kev', 'false', false],
  ['kev', 'true', true],
  ['kev', 'no', 'no'],
  ['location', 'C:a.c:12:7', { file: 'C:a.c:12', line: 7 }],
  ['location', 'a.c:12 x', { file: 'a.c:12 x' }],
  ['location', { file: 'a' }, { file: 'a' }],
  ['location', 'a\nb:7', { file: 'a\nb:7' }],
  ['dueDate', ' 2026-01-31T10', ' 2026-01-31T10'],
  ['dueDate', '2026-01-31T10\n', '2026-01-31T10\n'],
  ['acceptedUntil', '2026-01-31T10:00', '2026-01-31'],
  ['acceptedUntil', 7, 7],
  ['firstSeen', '2026-01-31', '2026-01-31T00:00:00Z'],
  ['lastSeen', '2026-01-31', '2026-01-31T00:00:00Z'],
  ['updatedAt', '2026-01-31', '2026-01-31T00:00:00Z'],
  ['updatedAt', '2026-01-31T10:00:00Z', '2026-01-31T10:00:00Z'],
  ['updatedAt', 'x2026-01-31', 'x2026-01-31'],
  ['updatedAt', '26-01-31', '26-01-31'],
  ['updatedAt', 20260131, 20260131],
])('the %s %j means %j, and what is not plain stays as it is', (field, said, meant) => {
  expect(plainMeaning({ [field]: said })).toStrictEqual({ [field]: meant });
});
