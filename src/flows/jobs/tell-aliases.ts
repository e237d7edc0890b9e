/**
 * Issues that an older version of the app made learn what they can be searched by since: whether the finding is known
 * to be exploited, and until when its risk is accepted. Once, page by page; nothing else of them changes.
 */
import type { Finding } from '../../contract/finding';
import type { Group } from '../../contract/group';
import type { LinkRecord } from '../../contract/link-record';
import { roles, type SettingsDocument } from '../../contract/settings';
import { mark } from '../../core/data/hash';
import { fold, foldedFinding, shown } from '../../core/groups/fold';
import { isGroup } from '../../core/groups/regroup';
import { asDecided } from '../../core/sync/decided';
import { issuesThere, issueThere } from '../../core/sync/issues';
import { keptFinding } from '../../core/sync/kept-finding';
import { lateAliases, type LateAliases, withLateAliases } from '../../core/sync/late-aliases';
import { lifecycleOf } from '../../core/sync/lifecycle';
import { linkKey } from '../../core/sync/link-key';
import { ownerOf } from '../../core/sync/owner';
import { identityMark } from '../../core/sync/plan';
import { identityOf } from '../../mappings/identity';
import type { Ports } from '../ports';
import { writeIdentities } from '../records/write-identities';
import { beginJob } from './begin-job';
import type { JobOf, Stepped } from './step';

type Telling = JobOf<'aliases'>['task'];

interface Row {
  readonly key: string;
  readonly record: LinkRecord;
}

/** Up to which version of the identity all issues were brought. */
const version = 2;
/** There is one such job of an installation. */
const jobId = `aliases${String(version)}`;

/** Begins, unless it is under way or was done. Safe to call every hour. */
export async function beginAliases(ports: Ports): Promise<void> {
  if (((await ports.setUp.read())?.aliases ?? 1) >= version) return;
  const job = await ports.jobs.get(jobId);
  if (job && !job.done) return;
  await beginJob(ports, jobId, { kind: 'aliases', tried: 0, pages: 0 }, 0);
}

/** Brings a page of findings up to date, and at the end notes that all are. */
export async function aliasesStep(ports: Ports, job: JobOf<'aliases'>): Promise<Stepped<Telling>> {
  const { cursor, pages, tried } = job.task;
  const { records, next } = await ports.links.walk(cursor);
  const aliases = await aliasesOf(ports, records);
  const rows = records.filter(({ key }) => aliases.has(key));
  const left = await writeIdentities(
    ports,
    rows,
    ({ key }, identity) => withLateAliases(identity, aliases.get(key) ?? {}),
    tried,
  );
  if (left) return { task: { ...job.task, tried: left.tried }, after: left.after };
  const seen = job.seen + records.length;
  const task: Telling = { kind: 'aliases', tried: 0, pages: pages + 1, cursor: next };
  if (next !== undefined) return { task, seen };
  await ports.setUp.change((now = { panels: {} }) => ({ ...now, aliases: version }));
  return { task, seen, total: seen, done: true };
}

/** What the issues of these records are to be found by; without those that say so already. */
async function aliasesOf(ports: Ports, rows: readonly Row[]): Promise<ReadonlyMap<string, LateAliases>> {
  const { document: settings } = await ports.settings.read();
  const now = ports.now();
  const withIssues = rows.filter(({ record }) => issuesThere(record).length > 0);
  const sources = withIssues.map((row) => ({ row, source: sourceOf(row, settings, now) }));
  const snapshots = await ports.snapshots.readMany(sources.map(({ source }) => source));
  return new Map(
    sources.flatMap(({ row, source }) => {
      const standing = standingOf(row.record, snapshots.get(source), settings, now);
      if (!standing || isTold(ports, row.record, standing)) return [];
      const aliases = lateAliases(standing.finding, standing.accepted ? 'accepted' : undefined);
      return Object.keys(aliases).length === 0 ? [] : [[row.key, aliases] as const];
    }),
  );
}

/** Whose snapshot says it: of a group that of its worst finding. */
function sourceOf({ key, record }: Row, settings: SettingsDocument, now: number): string {
  const lead = isGroup(record) ? fold(record.group, settings, now)?.lead : undefined;
  return lead ? linkKey(record.connection, { id: lead.id, product: record.product }) : key;
}

interface Standing {
  readonly finding: Finding;
  readonly accepted: boolean;
  readonly group?: Group;
}

/** The finding as its issues show it; undefined where nothing of it is kept. */
function standingOf(
  record: LinkRecord,
  snapshot: Finding | undefined,
  settings: SettingsDocument,
  now: number,
): Standing | undefined {
  if (!isGroup(record)) {
    const kept = keptFinding(record, snapshot);
    return kept && standingAs(asDecided(kept, record.decided), settings);
  }
  const folded = fold(record.group, settings, now);
  if (!folded) return undefined;
  const said = foldedFinding(record.group, record.product, folded, snapshot);
  const decided = folded.lifecycle === 'open' ? record.decided : undefined;
  const group = { ...record.group, members: shown(folded.members, settings, now) };
  return { ...standingAs(asDecided(said, decided), settings), group };
}

function standingAs(finding: Finding, settings: SettingsDocument): Standing {
  const accepted = lifecycleOf(finding.status, settings) === 'accepted';
  return { finding: accepted ? finding : { ...finding, acceptedUntil: undefined }, accepted };
}

/** Whether what was last sent to its issues is what this version would send. */
function isTold(ports: Ports, record: LinkRecord, { finding, group }: Standing): boolean {
  const owner = ownerOf(ports.site.environment(), record.connection);
  return roles.every((role) => {
    const issue = issueThere(record, role);
    if (!issue) return true;
    const { claim: _, ...identity } = identityOf(finding, role, owner, '', group);
    return issue.sent[identityMark] === mark(identity);
  });
}
