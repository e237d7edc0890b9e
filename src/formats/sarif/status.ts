import type { BuiltInStatus } from '../../contract/finding';
import type { Result } from './log';

const noFinding: ReadonlySet<string> = new Set(['pass', 'notapplicable', 'informational']);

/** Says whether a result claims a problem at all: a rule that was met or did not apply is no finding. */
export function isFinding(result: Result): boolean {
  return !noFinding.has(inLower(result.kind) ?? 'fail');
}

/** Whether the report says that the result is there no longer. */
export function isGone({ baselineState }: Result): boolean {
  return inLower(baselineState) === 'absent';
}

/**
 * The status of a result: gone since the baseline, suppressed in the source (judged wrong), suppressed elsewhere
 * (risk accepted), or not looked at yet. Suppressions that are under review or were refused have no effect.
 */
export function statusOf(result: Result): BuiltInStatus {
  if (isGone(result)) return 'resolved';
  const inForce = (result.suppressions ?? []).filter(
    (suppression) => suppression !== undefined && (inLower(suppression.status) ?? 'accepted') === 'accepted',
  );
  if (inForce.some((suppression) => inLower(suppression?.kind) === 'insource')) return 'rejected';
  return inForce.length > 0 ? 'permanently_risk_accepted' : 'unverified';
}

/** Some tools write the words of the standard in other letters. */
function inLower(word: string | undefined): string | undefined {
  return word?.trim().toLowerCase();
}
