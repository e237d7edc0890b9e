/** Where a finding stands in its life. */
import { type BuiltInStatus, builtInStatuses, type Lifecycle } from '../../contract/finding';
import type { SettingsDocument } from '../../contract/settings';

/** The lifecycle of a status; undefined for a status that neither the app nor an admin knows. */
export function lifecycleOf(
  status: string,
  settings: Pick<SettingsDocument, 'statuses'>,
): Lifecycle | undefined {
  const { own } = settings.statuses;
  // Names come from the portal: every object seems to know a "constructor".
  if (Object.hasOwn(builtInStatuses, status)) return builtInStatuses[status as BuiltInStatus];
  return Object.hasOwn(own, status) ? own[status]?.lifecycle : undefined;
}

/** Every status name that findings may carry. */
export function knownStatuses(settings: SettingsDocument): string[] {
  return [...Object.keys(builtInStatuses), ...Object.keys(settings.statuses.own)];
}
