import { type Finding, severityLevel } from '../contract/finding';
import type { Group, GroupMember } from '../contract/group';
import type { Identity } from '../contract/identity';
import type { Role } from '../contract/settings';
import { shorten } from '../core/data/text';

const mostMemberBytes = 20_000;

/** The issue property that names the finding; its values are what JQL aliases search. */
export function identityOf(
  finding: Finding,
  role: Role,
  owner: string,
  claim: string,
  group?: Group,
): Identity {
  const kev = finding.kev === true;
  const { acceptedUntil } = finding;
  return {
    // Of what version 2 knows nothing: then an older identity says all of it, and is not written again.
    v: group || kev || acceptedUntil !== undefined ? 2 : 1,
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
    ...(kev ? { kev: 'true' } : {}),
    ...(acceptedUntil === undefined ? {} : { acceptedUntil }),
    ...(group ? ofGroup(group) : {}),
  };
}

function ofGroup({ by, part, members }: Group): Partial<Identity> {
  return { members: membersText(members), ...(by && { by }), ...(part !== undefined && { part }) };
}

/** The ids of the worst members, as many as fit: a property takes 32 KB. */
function membersText(members: readonly Pick<GroupMember, 'id'>[]): string {
  let room = mostMemberBytes;
  const fitting = members.flatMap(({ id }) => {
    room -= Buffer.byteLength(JSON.stringify(id));
    return room < 0 ? [] : [id];
  });
  return fitting.join('\n');
}
