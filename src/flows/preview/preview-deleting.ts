/** What deleting would do now. Nothing is changed; Jira is asked as the app, once for each hundred issues. */
import type { DeletingPreview, DeletionRow } from '../../contract/deleting-preview';
import type { LinkRecord } from '../../contract/link-record';
import type { Deleting, SettingsDocument } from '../../contract/settings';
import { type ExistingIssue, existingIssues, judgeDeletion, traceFields } from '../../core/sync/deleting';
import type { JiraResult } from '../../core/jira/failure';
import { knownStatuses, lifecycleOf } from '../../core/sync/lifecycle';
import type { ReadPorts } from '../ports';
import type { FetchedIssue } from '../../core/jira/issue';

/** Their issues with all their changes must be read within the time of one call. */
const findingsLooked = 300;
const rowsShown = 100;

interface Candidate extends ExistingIssue {
  readonly record: LinkRecord;
}

/** By these settings, which need not be saved. An issue that is not in Jira any more is left out. */
export async function previewDeleting(
  ports: ReadPorts,
  deleting: Deleting,
): Promise<JiraResult<DeletingPreview>> {
  const { document } = await ports.settings.read();
  const { records, complete } = await rejectedFindings(ports, document);
  const candidates = records.flatMap((record) =>
    existingIssues(record).map((existing) => ({ ...existing, record })),
  );
  if (candidates.length === 0) return { ok: true, value: previewOf([], records.length, complete) };
  const self = await ports.jira.self();
  if (!self.ok) return self;
  const ids = candidates.map(({ issue }) => issue.id);
  const read = await ports.jira.fetchIssues(ids, { fields: traceFields, changelog: true });
  if (!read.ok) return read;
  const rows = candidates.flatMap((candidate) => {
    const fetched = read.value.get(candidate.issue.id);
    return fetched ? [rowOf(candidate, fetched, deleting, self.value, ports.now())] : [];
  });
  return { ok: true, value: previewOf(rows, records.length, complete) };
}

async function rejectedFindings(
  ports: ReadPorts,
  settings: SettingsDocument,
): Promise<{ records: LinkRecord[]; complete: boolean }> {
  const records: LinkRecord[] = [];
  const statuses = knownStatuses(settings).filter((status) => lifecycleOf(status, settings) === 'rejected');
  for (const status of statuses) {
    let cursor: string | undefined;
    do {
      if (records.length >= findingsLooked) return { records, complete: false };
      const page = await ports.links.withStatus(status, cursor);
      records.push(...page.records.map(({ record }) => record));
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return { records, complete: true };
}

function rowOf(
  { record, role, issue }: Candidate,
  fetched: FetchedIssue,
  deleting: Deleting,
  self: string,
  now: number,
): DeletionRow {
  return {
    connection: record.connection,
    finding: record.findingId,
    product: record.product,
    title: record.facts.title,
    role,
    issue: fetched.key,
    deletion: judgeDeletion({ record, issue, traces: fetched }, deleting, self, now),
  };
}

const order = ['delete', 'worked_on', 'adopted', 'waiting'] as const;

function previewOf(rows: readonly DeletionRow[], looked: number, complete: boolean): DeletingPreview {
  const byKind = order.map((kind) => ({ kind, rows: rows.filter((row) => kindOf(row) === kind) }));
  const totals = { delete: 0, worked_on: 0, adopted: 0, waiting: 0 };
  for (const { kind, rows: some } of byKind) totals[kind] = some.length;
  return { rows: byKind.flatMap((one) => one.rows).slice(0, rowsShown), totals, looked, complete };
}

function kindOf({ deletion }: DeletionRow): (typeof order)[number] {
  return deletion.kind === 'spared' ? deletion.why : deletion.kind;
}
