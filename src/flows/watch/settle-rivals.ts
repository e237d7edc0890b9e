/** Rivals are settled: by an admin who chooses, or because only one of them is left. */
import { aboutRecord } from '../../core/activity/about';
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { summarize } from '../../core/activity/summarize';
import { readOf } from '../../core/jira/issue';
import { isLeased } from '../../core/sync/lease';
import { ownerOf } from '../../core/sync/owner';
import {
  contestants,
  heldByRivals,
  isContested,
  isHeldByRivals,
  rivalRole,
  withoutRivals,
} from '../../core/sync/rivals';
import { claimOf } from '../../core/sync/seen-rivals';
import { currentFields } from '../../mappings/mappings-for';
import { jiraUseSince } from '../activity/jira-use';
import { retryRows } from '../intake/retry-rows';
import { commit } from '../records/commit';
import type { Ports } from '../ports';
import { rebuiltIssue } from './rebuilt-record';

interface Row {
  readonly key: string;
  readonly record: LinkRecord;
}

/** `missing`: nothing waits for this choice any more. `changed`: the issue no longer says that it is the finding's. */
export type Chosen = 'taken' | 'missing' | 'changed' | 'busy' | 'unavailable';

/** An admin says which of the rivals that a cause names is right, by its key. The others are left alone. */
export async function chooseRival(ports: Ports, cause: string, issueKey: string): Promise<Chosen> {
  const role = rivalRole(cause);
  if (role === undefined) return 'missing';
  const { document: settings } = await ports.settings.read();
  const { records } = await ports.links.heldPage(cause);
  for (const row of records) {
    const rivals = contestants(row.record, role);
    const right = rivals.find(({ key }) => key === issueKey);
    if (right) return take(ports, settings, row, { role, id: right.id, chosen: true });
  }
  return 'missing';
}

/** Takes the last ones that are left; a finding that nobody contests any more goes on. */
export async function settleRivals(
  ports: Ports,
  rows: readonly Row[],
  settings: SettingsDocument,
): Promise<void> {
  for (const row of rows) {
    const { record } = row;
    const role = roles.find((one) => contestants(record, one).length === 1);
    const [last] = role === undefined ? [] : contestants(record, role);
    if (role !== undefined && last) await take(ports, settings, row, { role, id: last.id });
    else if (!isContested(record) && isHeldByRivals(record)) await retryRows(ports, [row], record.cause);
  }
}

interface Taken {
  readonly role: Role;
  readonly id: string;
  readonly chosen?: true;
}

async function take(
  ports: Ports,
  settings: SettingsDocument,
  { key, record }: Row,
  { role, id, chosen }: Taken,
): Promise<Chosen> {
  if (isLeased(record, ports.now())) return 'busy';
  const before = ports.jiraUse();
  const read = readOf(await ports.jira.fetchIssues([id], { fields: currentFields(settings) }), id);
  if (!read.ok) return 'unavailable';
  const identity = read.value && claimOf(record, role, read.value);
  if (!read.value || !identity) return 'changed';
  const mine = { ...identity, owner: ownerOf(ports.site.environment(), record.connection) };
  if (mine.owner !== identity.owner && !(await ports.jira.editIssue(id, { identity: mine })).ok)
    return 'unavailable';
  const issue = rebuiltIssue(mine, read.value, settings, ports.now());
  const after = withIssue(chosen ? chosenOf(record, role, id) : lastOf(record, role), role, issue);
  const saved = (await commit(ports, [{ key, before: record, after }])).get(key);
  if (!saved) return 'busy';
  await retryRows(ports, [{ key, record: saved }], record.cause);
  const item = { ...aboutRecord(record), outcome: 'adopted' as const, issues: [read.value.key] };
  const head = { id: ports.newId(), at: ports.now(), connection: record.connection };
  await ports.activity.add(summarize({ ...head, ...jiraUseSince(ports, before) }, [item]));
  return 'taken';
}

function chosenOf(record: LinkRecord, role: Role, chosen: string): LinkRecord {
  const issues = [...contestants(record, role)];
  return { ...record, rivals: { ...record.rivals, [role]: { issues, chosen } } };
}

function lastOf(record: LinkRecord, role: Role): LinkRecord {
  return withoutRivals(record, role, new Set(contestants(record, role).map(({ id }) => id)));
}

/** What was decided for the pair meanwhile is done now: the issue may have been closed long ago. */
function withIssue(record: LinkRecord, role: Role, issue: IssueThere): LinkRecord {
  const issues = { ...record.issues, [role]: issue };
  const isPair = roles.every((one) => issues[one] !== undefined);
  const parked = record.parked ?? (isPair ? ('follow' as const) : undefined);
  return heldByRivals({ ...record, issues, ...(parked === undefined ? {} : { parked }) });
}
