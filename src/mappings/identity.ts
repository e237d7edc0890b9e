import { type Finding, severityLevel } from '../contract/finding';
import type { Identity } from '../contract/identity';
import type { Role } from '../contract/settings';
import { shorten } from '../core/data/text';

/** The issue property that names the finding; its values are what JQL aliases search. */
export function identityOf(finding: Finding, role: Role, owner: string, claim: string): Identity {
  return {
    v: 1,
    owner,
    id: finding.id,
    claim,
    role,
    severity: finding.severity,
    severityLevel: severityLevel(finding.severity),
    status: finding.status,
    product: finding.product,
    kind: finding.kind,
    ...(finding.tool === undefined ? {} : { tool: finding.tool }),
    ...(finding.cve && finding.cve.length > 0 ? { cve: shorten(finding.cve.join(' '), 1000) } : {}),
    ...(finding.cvss?.score === undefined ? {} : { cvss: finding.cvss.score }),
    ...(finding.dueDate === undefined ? {} : { due: finding.dueDate }),
  };
}
