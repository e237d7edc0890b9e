import type { BuiltInStatus, FindingInput } from '../../contract/finding';
import type { Event } from './event';

/** Says whether a check was met: that is no finding, unless it is told as the end of one. */
export function isPassed(event: Event): boolean {
  return isMet(event) && statusOf(event) !== 'resolved';
}

function isMet({ status_code, compliance }: Event): boolean {
  if (compliance?.status_id === 1) return true;
  return [status_code, compliance?.status, compliance?.status_code].some((word) =>
    /^pass(?:ed)?$/i.test(word?.trim() ?? ''),
  );
}

/** By the ids of the schema, from 1. Suppressed means by its words benign or a false positive. */
const byStatus: ReadonlyMap<number, BuiltInStatus> = new Map([
  [1, 'unverified'],
  [2, 'unverified'],
  [3, 'rejected'],
  [4, 'resolved'],
  [5, 'resolved'],
  [6, 'resolved'],
]);
const byName: ReadonlyMap<string, BuiltInStatus> = new Map([
  ['suppressed', 'rejected'],
  ['resolved', 'resolved'],
  ['archived', 'resolved'],
  ['deleted', 'resolved'],
]);
const byVerdict: ReadonlyMap<number, BuiltInStatus> = new Map([
  [1, 'rejected'],
  [2, 'verified'],
  [3, 'rejected'],
  [5, 'rejected'],
]);

/** The status: closed, as its id or name says, then by the verdict on it. */
export function statusOf(event: Event): BuiltInStatus {
  const { status_id, state_id, status, state, activity_id, verdict_id } = event;
  const named =
    byStatus.get(status_id ?? state_id ?? 0) ?? byName.get((status ?? state ?? '').trim().toLowerCase());
  if (activity_id === 3 && named !== 'rejected') return 'resolved';
  if (named !== undefined && named !== 'unverified') return named;
  return byVerdict.get(verdict_id ?? 0) ?? 'unverified';
}

/** By its class; where one class stands for several kinds, by what it holds. */
export function kindOf(event: Event): FindingInput['kind'] {
  const { class_uid: uid, vulnerabilities = [], compliance, unmapped, status_code } = event;
  if (uid === 2002 || vulnerabilities.length > 0) return 'vulnerability';
  // Tools that check settings write detections too; their checks fail, which no detection does.
  const isCheck =
    compliance !== undefined ||
    unmapped?.compliance !== undefined ||
    /^(?:fail|manual)/i.test(status_code ?? '');
  if (uid === 2003 || isCheck) return 'compliance_violation';
  return uid === 2004 || event.malware !== undefined ? 'security_incident' : 'vulnerability';
}

const severities = [undefined, 'info', 'low', 'medium', 'high', 'critical', 'critical'] as const;

/** By the id of the schema, else by the word. */
export function severityOf({ severity_id, severity }: Event): string | undefined {
  return severities[severity_id ?? 0] ?? severity;
}
