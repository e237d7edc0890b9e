import fc from 'fast-check';
import { Identity } from '../../src/contract/identity';
import { identityOf } from '../../src/mappings/identity';
import { anyFinding } from '../core/arbitraries';
import { findingOf } from '../core/builders';

test('the identity of a finding with everything holds what JQL searches', () => {
  const finding = findingOf({
    severity: 'critical',
    status: 'verified',
    kind: 'compliance_violation',
    tool: 'Scanner',
    cve: ['CVE-2026-1', 'CVE-2026-2'],
    cvss: { score: 0 },
    dueDate: '2026-02-01',
    kev: true,
    acceptedUntil: '2026-03-01',
  });
  expect(identityOf(finding, 'security', 'env:abcdefgh', 'claim-1')).toEqual({
    v: 2,
    owner: 'env:abcdefgh',
    id: 'F-1',
    claim: 'claim-1',
    role: 'security',
    severity: 'critical',
    severityLevel: 5,
    status: 'verified',
    product: 'shop',
    kind: 'compliance_violation',
    tool: 'Scanner',
    cve: 'CVE-2026-1 CVE-2026-2',
    cvss: 0,
    due: '2026-02-01',
    kev: 'true',
    acceptedUntil: '2026-03-01',
  });
});

test('what a finding does not have its identity does not name', () => {
  const identity = identityOf(findingOf({ cve: [], cvss: { vector: 'x' } }), 'product', 'o', 'c');
  expect(Object.keys(identity)).toEqual([
    'v',
    'owner',
    'id',
    'claim',
    'role',
    'severity',
    'severityLevel',
    'status',
    'product',
    'kind',
  ]);
});

test('hundreds of numbers are cut to what an index takes', () => {
  const cve = Array.from({ length: 100 }, (_, index) => `CVE-2026-${String(10_000 + index)}`);
  const identity = identityOf(findingOf({ cve }), 'product', 'o', 'c');
  expect(identity.cve).toHaveLength(1_000);
  expect(identity.cve?.startsWith('CVE-2026-10000 CVE-2026-10001 ')).toBe(true);
});

test('the identity of any finding is one, and fits an issue property', () => {
  fc.assert(
    fc.property(anyFinding, fc.constantFrom('product', 'security'), (finding, role) => {
      const identity = identityOf(finding, role, 'env:abcdefgh', 'claim');
      expect(Identity.parse(identity)).toEqual(identity);
      expect(Buffer.byteLength(JSON.stringify(identity))).toBeLessThan(32_768);
    }),
  );
});
