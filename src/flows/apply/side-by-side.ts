/** Findings that share their issues, side by side: a group is then read and written for many of them at once. */
import type { SnapshotItem } from '../../contract/inbox';
import type { SettingsDocument } from '../../contract/settings';
import { groupKey, groupRefOf } from '../../core/groups/group-ref';
import { ruleOf } from '../../core/settings/spaces';
import { decideOnce } from './decided';

/**
 * The items in an order in which those of one group follow each other, before those that stand alone. It is a guess, by
 * the snapshots alone: what becomes of them does not hang on it. Where nothing speaks of groups, they stay as they are.
 */
export function sideBySide(
  connection: string,
  items: readonly SnapshotItem[],
  settings: SettingsDocument,
): readonly SnapshotItem[] {
  const byRule = settings.rules.some(({ then }) => then.groupBy);
  if (!byRule && items.every(({ finding }) => finding.group === undefined)) return items;
  const keyed = items.map((item) => ({ item, key: likelyGroup(connection, item, settings, byRule) ?? last }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ item }) => item);
}

/** No key of a group is greater. */
const last = '\uffff';

function likelyGroup(
  connection: string,
  { finding }: SnapshotItem,
  settings: SettingsDocument,
  byRule: boolean,
): string | undefined {
  try {
    const { lifecycle, rule } = byRule
      ? decideOnce(finding, connection, settings, undefined)()
      : { lifecycle: 'open' as const, rule: undefined };
    const ref = groupRefOf({ finding, lifecycle, connection }, ruleOf(settings, rule));
    return ref && groupKey(connection, finding.product, ref);
  } catch {
    // What the app cannot digest is told of when its turn comes.
    return undefined;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
