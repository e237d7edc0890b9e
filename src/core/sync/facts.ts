import type { Finding } from '../../contract/finding';
import type { FindingFacts } from '../../contract/link-record';
import { shorten } from '../data/text';

/** What is remembered of a finding: what people see on the issue and what later decisions need. */
export function factsOf(finding: Finding): FindingFacts {
  return {
    title: shorten(finding.title, 255),
    severity: finding.severity,
    status: finding.status,
    kind: finding.kind,
    url: finding.url,
    cve: firstFew(finding.cve),
    cwe: firstFew(finding.cwe),
    cvss: finding.cvss,
    tool: finding.tool,
    location: finding.location,
    dueDate: finding.dueDate,
    firstSeen: finding.firstSeen,
    acceptedUntil: finding.acceptedUntil,
  };
}

function firstFew(list: string[] | undefined): string[] | undefined {
  return list && list.length > 0 ? list.slice(0, 10) : undefined;
}
