/** What people decided in Jira about the risk of a finding, and for how long that stands against its portal. */
import type { BuiltInStatus, Finding } from '../../contract/finding';
import type { LinkRecord } from '../../contract/link-record';
import type { DecisionKind, RiskDecision } from '../../contract/risk-decision';

const statuses: Readonly<Record<DecisionKind, BuiltInStatus>> = {
  rejected: 'rejected',
  accepted: 'temporarily_risk_accepted',
};

/** The status of a finding that a decision stands for. */
export function statusOfDecision({ kind }: Pick<RiskDecision, 'kind'>): BuiltInStatus {
  return statuses[kind];
}

/** The status that a finding's issues follow: what people decided, else what its portal says. */
export function followedStatus({ decided, facts }: Pick<LinkRecord, 'decided' | 'facts'>): string {
  return decided ? statusOfDecision(decided) : facts.status;
}

/** A snapshot with what people decided about its finding. */
export function asDecided(finding: Finding, decided: RiskDecision | undefined): Finding {
  if (!decided) return finding;
  const status = statusOfDecision(decided);
  // A portal that agrees may set a date of its own.
  const own = finding.status === status ? finding.acceptedUntil : undefined;
  return { ...finding, status, acceptedUntil: own ?? decided.until };
}

/** What a snapshot says. `seenAt` in ms; `insists`, `turned`: see `PrepareInput`. */
export interface Saying {
  readonly finding: Pick<Finding, 'status' | 'updatedAt'>;
  readonly seenAt: number;
  readonly insists: boolean;
  readonly turned: boolean;
}

/**
 * The decision, as far as it stands against a snapshot: it ends when the portal sends another status than it had sent
 * before, or what it had sent before although it knows of the decision. A portal that sends the decision itself agrees.
 */
export function stillDecided(
  record: LinkRecord | undefined,
  { finding: { status, updatedAt }, seenAt, insists, turned }: Saying,
): RiskDecision | undefined {
  const decided = record?.decided;
  if (!decided) return undefined;
  // It had arrived before, and was only worked off later: no answer to the decision.
  if (updatedAt === undefined && seenAt < decided.at) return decided;
  if (insists || turned) return undefined;
  const stands = status === record.facts.status || status === statusOfDecision(decided);
  return stands ? decided : undefined;
}
