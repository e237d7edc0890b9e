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
