/** An admin's word on a complete report that waits, because it would resolve too many findings: they are gone. */
import type { ReportItem } from '../../contract/inbox';
import {
  type ReportFamily,
  reportVersion,
  type ScopeState,
  type StoredReport,
} from '../../contract/stored/reports';
import { heldReportCause, readHeldReport } from '../../core/portal/held-report';
import { knownAfterWord } from '../../formats/matching/known-after';
import { heldNowhere } from '../../formats/matching/work-in';
import type { Ports } from '../ports';
import { chunksOf, type NewChunk, putAll, ringFor } from '../records/put-chunks';
import { goneItems, headsOf } from './hand-on';
import { busySeconds } from './name-report';
import { keep } from './name-report-part';
import { type AtFamily, familyKey, leaseFamily, saveScope } from '../records/report-family';
import { readReportReceipt, type Receipt, withPart, writeReportReceipt } from './report-receipt';
import { tellConfirmed } from './tell-report';

/** A report holds 10,000 results at most, but a scope may have gathered more. */
const mostChunks = 1_000;

type ConfirmedAt = AtFamily & { readonly report: StoredReport };

/**
 * Takes the word down, for the consumer to act on: one report of a scope at a time. Answers how many findings it
 * resolves; an entry under which nothing waits any more is forgotten.
 */
export async function confirmReport(ports: Ports, cause: string): Promise<number> {
  const place = readHeldReport(cause);
  const family = place && (await ports.known.family(place.family));
  const state = family?.scopes.find(({ key }) => key === place?.scope);
  if (!place || !family || !state?.waits) {
    await ports.causes.remove(cause);
    return 0;
  }
  const { product = '', tool = '' } = family;
  const now = ports.now();
  const report: StoredReport = {
    v: reportVersion,
    id: state.waits.report,
    product,
    acceptedAt: now,
    complete: true,
    parts: [{ tool, scope: state.scope }],
    values: 0,
    confirmed: true,
  };
  const { connection } = place;
  const item: ReportItem = { report, seenAt: now };
  const chunks = chunksOf(ports, connection, report.id, [item], wordOf(report.id, state));
  await putAll(ports, chunks);
  await ringFor(
    ports,
    chunks.map(({ mark }) => mark),
  );
  return state.waits.resolves;
}

/** Resolves what the report lacked. The seconds after which to try again; undefined: done. Safe to repeat at any point. */
export async function actOnWord(
  ports: Ports,
  connection: string,
  { report }: ReportItem,
): Promise<number | undefined> {
  const { tool = '', scope = '' } = report.parts[0] ?? {};
  const at: ConfirmedAt = { connection, key: familyKey(connection, report.product, tool), report, tool };
  const stored = await ports.known.family(at.key);
  const state = stored?.scopes.find((one) => one.scope === scope);
  if (!stored || !state) return undefined;
  const busy = state.waits?.report === report.id ? await resolveLacking(ports, at, stored, state) : false;
  if (busy) return busySeconds;
  await ports.causes.remove(heldReportCause({ family: at.key, scope: state.key }));
  const waiting = await ports.inbox.pendingOf(connection, mostChunks, report.id);
  await ringFor(
    ports,
    waiting.filter(({ id }) => id.startsWith(goneOf(report.id, state))),
  );
  return undefined;
}

/** Chunks, receipt and activity first, then what is known: a worker that dies in between leaves nothing unsaid. */
async function resolveLacking(
  ports: Ports,
  at: ConfirmedAt,
  stored: ReportFamily,
  state: ScopeState,
): Promise<boolean> {
  const { connection, key, report } = at;
  const receipt = await readReportReceipt(ports, connection, report);
  // Another part of the same report is still being named, and writes the same receipt.
  if (receipt && !receipt.outcome.named) return true;
  const family = await leaseFamily(ports, at, stored);
  if (!family) return true;
  const here = await ports.known.results(key, state);
  const { results, lacking } = knownAfterWord(here, state.waits?.at ?? report.acceptedAt);
  const resolved = heldNowhere(lacking, await otherResults(ports, key, family, state));
  const items = goneItems(report.product, resolved, report.acceptedAt);
  const chunks = chunksOf(ports, connection, report.id, items, goneOf(report.id, state));
  await putAll(ports, chunks);
  if (receipt) await tellReceipt(ports, at, receipt, state, chunks, resolved.length);
  await tellConfirmed(ports, connection, report, resolved.length);
  const written = await keep(ports, key, state, here, results);
  if (!(await saveScope(ports, at, family, afterWord(state, written)))) return true;
  if (written.generation !== state.generation) await ports.known.removeResults(key, state);
  return false;
}

async function tellReceipt(
  ports: Ports,
  { connection, report }: ConfirmedAt,
  receipt: Receipt & { readonly acceptedAt: number },
  { waits }: ScopeState,
  chunks: readonly NewChunk[],
  resolved: number,
): Promise<void> {
  const index = waits?.part ?? 0;
  const before = receipt.outcome.parts?.[String(index)];
  // Told already by a worker that died over it.
  if (before?.incomplete === undefined) return;
  const { incomplete: _, ...rest } = before;
  const confirmed = { ...rest, resolved: before.resolved + resolved };
  const part = { index, chunks: headsOf(connection, chunks), outcome: confirmed };
  const told = withPart(receipt, report, part);
  await writeReportReceipt(
    ports,
    connection,
    { id: report.id, acceptedAt: receipt.acceptedAt },
    { ...told, outcome: { ...told.outcome, named: true } },
  );
}

function goneOf(report: string, state: ScopeState): string {
  return `${wordOf(report, state)}-gone`;
}

function wordOf(report: string, { key }: ScopeState): string {
  return `${report}-word-${key}`;
}

/** The report counts as complete from now on, with the time at which it came. */
function afterWord(
  { waits, ...state }: ScopeState,
  written: Pick<ScopeState, 'key' | 'generation' | 'values'>,
): ScopeState {
  const completeAt = Math.max(waits?.at ?? 0, state.completeAt ?? 0);
  return { ...state, ...written, completeAt };
}

async function otherResults(ports: Ports, key: string, { scopes }: ReportFamily, { scope }: ScopeState) {
  const others = scopes.filter((one) => one.scope !== scope && one.values > 0);
  return (await Promise.all(others.map((one) => ports.known.results(key, one)))).flat();
}
