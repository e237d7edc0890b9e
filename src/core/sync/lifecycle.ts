/** Where a finding stands, and whether it becomes an issue. */
import {
  type BuiltInStatus,
  builtInStatuses,
  type Finding,
  type Lifecycle,
  severityLevel,
} from '../../contract/finding';
import type { Reason } from '../../contract/messages/message';
import type { SettingsDocument } from '../../contract/settings';

/** The lifecycle of a status; undefined for a status that neither the app nor an admin knows. */
export function lifecycleOf(status: string, settings: SettingsDocument): Lifecycle | undefined {
  const { own } = settings.statuses;
  // Names come from the portal: every object seems to know a "constructor".
  if (Object.hasOwn(builtInStatuses, status)) return builtInStatuses[status as BuiltInStatus];
  return Object.hasOwn(own, status) ? own[status]?.lifecycle : undefined;
}

/** Every status name that findings may carry. */
export function knownStatuses(settings: SettingsDocument): string[] {
  return [...Object.keys(builtInStatuses), ...Object.keys(settings.statuses.own)];
}

/** Why a finding without an issue gets none; undefined: it gets one. */
export function reasonToSkip(finding: Finding, settings: SettingsDocument): Reason | undefined {
  const lifecycle = lifecycleOf(finding.status, settings) ?? 'open';
  if (!settings.creating.lifecycles.includes(lifecycle))
    return { code: 'skippedStatus', status: finding.status };
  const least = settings.creating.leastSeverity;
  if (severityLevel(finding.severity) < severityLevel(least))
    return { code: 'skippedSeverity', severity: finding.severity, least };
  return undefined;
}
