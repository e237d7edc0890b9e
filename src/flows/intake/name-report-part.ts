/** One part of a report: the results of one tool and scope against what is known of them. */
import type { FindingItem, ReportOutcome } from '../../contract/inbox';
import { refText, refTextOf } from '../../core/sync/link-key';
import type { KnownResult } from '../../contract/stored/known-results';
import {
  type ReportFamily,
  reportVersion,
  type ScopeState,
  type StoredReport,
  type StoredResult,
} from '../../contract/stored/reports';
import { mark, sha256 } from '../../core/data/hash';
import { tallyOf } from '../../core/data/tally';
import type { ReportPart } from '../../formats/format';
import { workIn, type WorkedIn } from '../../formats/matching/work-in';
import type { Ports } from '../ports';
import { chunksOf, type NewChunk, putAll } from '../records/put-chunks';

/** What a receipt tells of a report so far. */
export interface Receipt {
  readonly chunks: readonly { readonly id: string; readonly findings: number; readonly ids: string[] }[];
  readonly outcome: ReportOutcome;
}

export interface PartToName {
  readonly connection: string;
  readonly report: StoredReport;
  readonly part: ReportPart;
  readonly index: number;
  readonly results: readonly StoredResult[];
  readonly receipt: Receipt;
  readonly isLast: boolean;
}

/** No consumer lives longer than a quarter of an hour. */
const leaseMs = 16 * 60_000;
/** Once a day everything is handed on, changed or not: what was forgotten meanwhile comes back. */
const handOnMs = 20 * 3_600_000;

/**
 * Works the part in: chunks and receipt are written first, then what is known, so that a worker that dies in between
 * leaves nothing unsaid. `busy`: somebody else works a report of this tool and product in.
 */
export async function namePart(ports: Ports, part: PartToName): Promise<Receipt | 'busy'> {
  const { report, connection } = part;
  const key = familyKey(part);
  const stored = await ports.known.family(key);
  const state = stored?.scopes.find(({ scope }) => scope === part.part.scope);
  if (state?.report === report.id) return part.receipt;
  const family = await lease(ports, part, key, stored);
  if (!family) return 'busy';
  const here = state ? await ports.known.results(key, state) : [];
  const worked = await decide(ports, part, { key, family, state, here });
  const receipt = await handOn(ports, part, worked);
  const next = await nextState(ports, part, { key, state, here }, worked);
  const scopes = [...family.scopes.filter(({ scope }) => scope !== part.part.scope), next];
  const after: ReportFamily = { v: reportVersion, version: family.version + 1, scopes };
  const isKept = await ports.known.save(connection, key, after, family.version);
  if (!isKept) return 'busy';
  if (state && state.generation !== next.generation) await ports.known.removeResults(key, state);
  return receipt;
}

function familyKey({ connection, report, part }: PartToName): string {
  return `${connection}:${sha256(JSON.stringify([report.product, part.tool])).slice(0, 32)}`;
}

/** One report of a family at a time, and a report that a dead worker left behind may go on at once. */
async function lease(
  ports: Ports,
  { connection, report }: PartToName,
  key: string,
  stored: ReportFamily | undefined,
): Promise<ReportFamily | undefined> {
  const now = ports.now();
  if (stored?.busy && stored.busy.report !== report.id && stored.busy.until > now) return undefined;
  const busy = { report: report.id, until: now + leaseMs };
  const scopes = stored?.scopes ?? [];
  const family: ReportFamily = { v: reportVersion, version: (stored?.version ?? 0) + 1, busy, scopes };
  return (await ports.known.save(connection, key, family, stored?.version)) ? family : undefined;
}

interface Known {
  readonly key: string;
  readonly state: ScopeState | undefined;
  readonly here: readonly KnownResult[];
}

/** What other scopes know is read only where it can decide something. */
async function decide(
  ports: Ports,
  { connection, report, part, results }: PartToName,
  { key, family, state, here }: Known & { readonly family: ReportFamily },
): Promise<WorkedIn> {
  const distrustedAt = await ports.reports.distrustedAt(connection);
  const situation = {
    report,
    failure: part.incomplete,
    marks: results.map(({ marks }) => marks),
    origin: { product: report.product, tool: part.tool },
    state,
    here,
    handAll: isDue(state, report, distrustedAt),
  };
  const alone = workIn({ ...situation, elsewhere: [] });
  const others = family.scopes.filter(({ scope, values }) => scope !== part.scope && values > 0);
  if (others.length === 0 || !alone.asksOthers) return alone;
  const elsewhere: KnownResult[] = [];
  for (const one of others) elsewhere.push(...(await ports.known.results(key, one)));
  return workIn({ ...situation, elsewhere });
}

function isDue(state: ScopeState | undefined, { acceptedAt }: StoredReport, distrustedAt: number): boolean {
  if (!state) return true;
  return acceptedAt - state.handedAt >= handOnMs || distrustedAt >= state.handedAt;
}

/** Results that say something new, and findings that no scope holds any more, go through the inbox like all others. */
async function handOn(ports: Ports, part: PartToName, worked: WorkedIn): Promise<Receipt> {
  const { connection, report, results, index } = part;
  const seenAt = report.acceptedAt;
  const changed = worked.changed.flatMap((position): FindingItem[] => {
    const [result, id] = [results[position], worked.ids[position]];
    return result && id !== undefined ? [{ finding: { ...result.finding, id }, seenAt }] : [];
  });
  const gone = worked.resolved.map((id): FindingItem => ({
    gone: id,
    product: report.product,
    why: 'absent',
    seenAt,
  }));
  const name = `${report.id}-${String(index + 1)}`;
  const masked = part.receipt.chunks.length === 0 ? report.masked : undefined;
  const chunks = chunksOf(ports, connection, report.id, [...changed, ...gone], name, masked);
  await putAll(ports, chunks);
  const receipt = withPart(part, worked, chunks);
  const head = { receipt: report.id, connection, acceptedAt: report.acceptedAt, report: receipt.outcome };
  const heads = receipt.chunks.map(({ id, findings }) => ({ id, findings }));
  await ports.inbox.putReceipt(
    { ...head, chunks: heads },
    receipt.chunks.map(({ ids }) => ids),
  );
  return receipt;
}

/** The receipt names every result, handed on or not. */
function withPart(
  { connection, report, index, receipt, isLast, results }: PartToName,
  { ids, verdict, resolved, fresh }: WorkedIn,
  chunks: readonly NewChunk[],
): Receipt {
  const waiting = chunks.map(({ chunk: { id, items } }) => ({
    id,
    findings: items.length,
    ids: items.map((item) => refTextOf(connection, item)),
  }));
  const handed = new Set(waiting.flatMap((chunk) => chunk.ids));
  const named = ids.map((id) => refText(connection, { id, product: report.product }));
  const same = named.filter((ref) => !handed.has(ref));
  const rest =
    same.length > 0
      ? [{ id: `${report.id}-${String(index + 1)}-same`, findings: same.length, ids: same }]
      : [];
  const name = `${report.id}-${String(index + 1)}-`;
  const others = receipt.chunks.filter(({ id }) => !id.startsWith(name));
  const { outcome } = receipt;
  const incomplete = outcome.incomplete ?? verdict.incomplete;
  const severities = fresh.flatMap((position) => results[position]?.finding.severity ?? []);
  const parts = {
    ...outcome.parts,
    [String(index)]: { resolved: resolved.length, new: tallyOf(severities) },
  };
  return {
    chunks: [...others, ...waiting, ...rest],
    outcome: {
      named: isLast,
      ...(report.complete && { resolved: Object.values(parts).reduce((sum, one) => sum + one.resolved, 0) }),
      ...(incomplete !== undefined && { incomplete }),
      parts,
    },
  };
}

async function nextState(
  ports: Ports,
  { report, part }: PartToName,
  { key, state, here }: Known,
  { known, verdict, handedAll }: WorkedIn,
): Promise<ScopeState> {
  const isSame = state !== undefined && contentOf(known) === contentOf(here);
  const generation = state?.generation ?? 0;
  const scopeKey = state?.key ?? sha256(part.scope).slice(0, 16);
  const written = isSame
    ? { generation, values: state.values }
    : {
        generation: generation + 1,
        values: await ports.known.putResults(key, { key: scopeKey, generation: generation + 1 }, known),
      };
  const completeAt = verdict.isComplete
    ? Math.max(report.acceptedAt, state?.completeAt ?? 0)
    : state?.completeAt;
  return {
    scope: part.scope,
    key: scopeKey,
    ...written,
    report: report.id,
    reportedAt: Math.max(report.acceptedAt, state?.reportedAt ?? 0),
    ...(completeAt !== undefined && { completeAt }),
    handedAt: handedAll || !state ? report.acceptedAt : state.handedAt,
    ...(verdict.uploads.length > 0 && { uploads: verdict.uploads }),
  };
}

function contentOf(results: readonly KnownResult[]): string {
  return mark([...results].sort((one, other) => (one.id < other.id ? -1 : 1)));
}
