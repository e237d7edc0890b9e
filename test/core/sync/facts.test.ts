import fc from 'fast-check';
import { FindingFacts } from '../../../src/contract/link-record';
import { factsOf } from '../../../src/core/sync/facts';
import { anyFinding } from '../arbitraries';
import { findingOf } from '../builders';

test('a finding with everything is remembered without its long texts and people', () => {
  const facts = {
    title: 'SQL injection',
    severity: 'critical',
    status: 'temporarily_risk_accepted',
    kind: 'security_incident',
    url: 'https://portal.example/f/1',
    cve: ['CVE-2026-0001'],
    cwe: ['CWE-89'],
    cvss: { vector: 'CVSS:3.1/AV:N', score: 9.8 },
    tool: 'Scanner',
    location: { file: 'src/a.ts', line: 3 },
    dueDate: '2026-02-01',
    acceptedUntil: '2026-03-01',
  } as const;
  const finding = findingOf({
    ...facts,
    cve: [...facts.cve],
    cwe: [...facts.cwe],
    description: 'long',
    remediation: 'long',
    assignee: { email: 'role@example.com' },
  });
  expect(factsOf(finding)).toEqual(facts);
});

test('a finding with the least has no facts that it does not have', () => {
  expect(factsOf(findingOf({ cve: [], cwe: [] }))).toEqual({
    title: 'SQL injection',
    severity: 'high',
    status: 'unverified',
    kind: 'vulnerability',
  });
});

test('of long lists the first ten are remembered', () => {
  const list = Array.from({ length: 11 }, (_, index) => `CVE-${String(index)}`);
  const facts = factsOf(findingOf({ cve: list, cwe: list.slice(0, 10) }));
  expect(facts.cve).toEqual(list.slice(0, 10));
  expect(facts.cwe).toEqual(list.slice(0, 10));
});

test('the facts of any finding are what a record takes', () => {
  fc.assert(
    fc.property(anyFinding, (finding) => {
      const facts = factsOf(finding);
      expect(FindingFacts.safeParse(facts).success).toBe(true);
      expect(facts.title.length).toBeLessThanOrEqual(255);
    }),
  );
});
