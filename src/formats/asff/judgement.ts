import type { BuiltInStatus, FindingInput } from '../../contract/finding';
import type { AsffFinding } from './finding';

/** What a control came to: `unknown` when it could not be checked, which says nothing about earlier findings. */
export type Outcome = 'finding' | 'passed' | 'unknown';

/** Reasons for a control without a result that mean that there is nothing to check. */
const nothingToCheck: ReadonlySet<string> = new Set([
  'CONFIG_EVALUATIONS_EMPTY',
  'CONFIG_RETURNS_NOT_APPLICABLE',
]);

/** A control that passed or does not apply is no finding, unless it is told as the end of one: that closes it. */
export function outcomeOf(finding: AsffFinding): Outcome {
  const { Compliance: compliance } = finding;
  const status = normal(compliance?.Status);
  if (status === 'PASSED') return statusOf(finding) === 'resolved' ? 'finding' : 'passed';
  if (status !== 'NOT_AVAILABLE') return 'finding';
  const reasons = (compliance?.StatusReasons ?? []).flatMap((one) => one?.ReasonCode ?? []);
  return reasons.length > 0 && reasons.every((code) => nothingToCheck.has(code)) ? 'passed' : 'unknown';
}

const byWorkflow: ReadonlyMap<string, BuiltInStatus> = new Map([
  ['NOTIFIED', 'assigned'],
  ['RESOLVED', 'resolved'],
  ['SUPPRESSED', 'permanently_risk_accepted'],
]);
const byVerification: ReadonlyMap<string, BuiltInStatus> = new Map([
  ['TRUE_POSITIVE', 'verified'],
  ['FALSE_POSITIVE', 'rejected'],
  ['BENIGN_POSITIVE', 'rejected'],
]);

/** The status: gone, judged false, taken care of by the workflow, judged true, or not looked at. */
export function statusOf(finding: AsffFinding): BuiltInStatus {
  if (normal(finding.RecordState) === 'ARCHIVED') return 'resolved';
  const workflow = byWorkflow.get(normal(finding.Workflow?.Status));
  if (workflow === 'resolved') return workflow;
  const verified = byVerification.get(normal(finding.VerificationState));
  if (verified === 'rejected') return verified;
  return workflow ?? verified ?? 'unverified';
}

/** A finding of a control is a violation, one of a threat an incident. */
export function kindOf({
  Compliance,
  ProductFields,
  ProductName = '',
  Types = [],
  Vulnerabilities,
}: AsffFinding): FindingInput['kind'] {
  if (Vulnerabilities !== undefined && Vulnerabilities.length > 0) return 'vulnerability';
  if (Compliance !== undefined || ProductFields?.['ControlId'] !== undefined) return 'compliance_violation';
  const types = Types.map((type) => type ?? '');
  if (
    /guardduty/i.test(ProductName) ||
    types.some((type) => /^(?:TTPs|Effects|Unusual Behaviors)\b/i.test(type))
  )
    return 'security_incident';
  return types.some((type) => /Industry and Regulatory Standards/i.test(type))
    ? 'compliance_violation'
    : 'vulnerability';
}

/** The label; without one the normalised number, by the ranges that AWS gives; else the number of the product. */
export function severityOf({ Severity: severity = {} }: AsffFinding): string | undefined {
  if (normal(severity.Label) !== '') return severity.Label;
  const { Normalized: number, Original: original } = severity;
  if (number === undefined) return original;
  if (number >= 90) return 'critical';
  if (number >= 70) return 'high';
  if (number >= 40) return 'medium';
  return number > 0 ? 'low' : 'info';
}

function normal(word: string | undefined): string {
  return word?.trim().toUpperCase() ?? '';
}
