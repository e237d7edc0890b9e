import type { FindingFacts } from '../../../src/contract/link-record';
import { factsOf } from '../../../static/issue-panel/format/facts';
import { english, german } from '../../../static/issue-panel/texts/language';

const finding: FindingFacts = {
  title: 'A title',
  severity: 'high',
  status: 'verified',
  kind: 'vulnerability',
};
const today = '2026-11-22';

type More = Omit<Partial<FindingFacts>, 'location'> & { location?: Partial<FindingFacts['location']> };

function texts(more: More): string[] {
  return factsOf({ ...finding, ...more } as FindingFacts, today, english.texts).map((fact) => fact.text);
}

describe('the facts of a finding', () => {
  it('are none when the portal sent none', () => {
    expect(texts({})).toEqual([]);
  });

  it('stand in one order: CVE, CWE, CVSS, location, tool, due date', () => {
    const all = texts({
      dueDate: '2026-12-01',
      tool: 'eslint',
      location: { file: 'src/app.js', line: 12 },
      cvss: { score: 9, vector: 'CVSS:3.1/AV:N' },
      cwe: ['CWE-89'],
      cve: ['CVE-2026-1'],
    });
    expect(all).toEqual(['CVE-2026-1', 'CWE-89', 'CVSS 9.0', 'src/app.js:12', 'eslint', 'Due 1 Dec 2026']);
  });

  it('name three CVEs and count the rest', () => {
    expect(texts({ cve: ['CVE-1', 'CVE-2', 'CVE-3', 'CVE-4', 'CVE-5'] })).toEqual([
      'CVE-1, CVE-2, CVE-3 and 2 more',
    ]);
    const cve = ['CVE-1', 'CVE-2', 'CVE-3', 'CVE-4'];
    expect(factsOf({ ...finding, cve }, today, german.texts)[0]?.text).toBe(
      'CVE-1, CVE-2, CVE-3 und 1 weitere',
    );
  });

  it('take the most exact location there is', () => {
    expect(texts({ location: { component: 'lodash', image: 'web:1' } })).toEqual(['lodash']);
    expect(texts({ location: { url: 'https://shop.example/' } })).toEqual(['https://shop.example/']);
    expect(texts({ location: { branch: 'main' } })).toEqual([]);
  });

  it('show the vector where there is no score', () => {
    expect(texts({ cvss: { vector: 'CVSS:3.1/AV:N' } })).toEqual(['CVSS:3.1/AV:N']);
  });

  it('mark an overdue date, and only while the finding is open', () => {
    const late = { dueDate: '2026-11-19' };
    expect(factsOf({ ...finding, ...late }, today, english.texts)).toEqual([
      { text: 'Due 19 Nov 2026, overdue by 3 days', urgent: true },
    ]);
    for (const status of ['resolved', 'rejected', 'temporarily_risk_accepted', 'permanently_risk_accepted']) {
      expect(factsOf({ ...finding, ...late, status }, today, english.texts)).toEqual([]);
    }
    expect(factsOf({ ...finding, ...late, status: 'in_triage' }, today, english.texts)).toHaveLength(1);
  });
});
