import type { BuiltInStatus } from '../../contract/finding';
import type { Result } from './log';

const noFinding: ReadonlySet<string> = new Set(['pass', 'notApplicable', 'informational']);

/** Says whether a result claims a problem at all: a rule that was met or did not apply is no finding. */
export function isFinding(result: Result): boolean {
  return !noFinding.has(result.kind ?? 'fail');
}

/**
 * The status of a result: gone since the baseline, suppressed in the source (judged wrong), suppressed elsewhere
 * (risk accepted), or not looked at yet. Suppressions that are under review or were refused have no effect.
 */
export function statusOf(result: Result): BuiltInStatus {
  if (result.baselineState === 'absent') return 'resolved';
  const inForce = (result.suppressions ?? []).filter(
    (suppression) => suppression !== undefined && (suppression.status ?? 'accepted') === 'accepted',
  );
  if (inForce.some((suppression) => suppression?.kind === 'inSource')) return 'rejected';
  return inForce.length > 0 ? 'permanently_risk_accepted' : 'unverified';
}
