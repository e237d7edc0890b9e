/** One part of a report: the results of one tool and scope against what is known of them. */
import type { KnownResult } from '../../contract/stored/known-results';
import type { ReportFamily, ScopeState, StoredReport } from '../../contract/stored/reports';
import { mark, sha256 } from '../../core/data/hash';
import { heldReportCause } from '../../core/portal/held-report';
import { contentOf } from '../../formats/matching/content-of';
import { workIn, type WorkedIn } from '../../formats/matching/work-in';
import type { Ports } from '../ports';
import { handOn } from './hand-on';
import { isDue } from './unchanged-report';
import { tellReport } from './tell-report';
import { familyKey, leaseFamily, saveScope } from '../records/report-family';
import type { PartToName, Receipt } from './report-receipt';

interface Known {
  readonly key: string;
  readonly state: ScopeState | undefined;
  readonly here: readonly KnownResult[];
}

/**
 * Works the part in: chunks and receipt are written first, then what is known, so that a worker that dies in between
 * leaves nothing unsaid. `busy`: somebody else works a report of this tool and product in.
 */
export async function namePart(ports: Ports, part: PartToName): Promise<Receipt | 'busy'> {
  const { report, connection } = part;
  const key = familyKey(connection, report.product, part.part.tool);
  const at = { connection, key, report, tool: part.part.tool };
  const stored = await ports.known.family(key);
  const state = stored?.scopes.find(({ scope }) => scope === part.part.scope);
  if (state?.report === report.id && part.allSince === undefined) {
    await tellHeld(ports, key, state);
    return part.receipt;
  }
  const family = await leaseFamily(ports, at, stored);
  if (!family) return 'busy';
  const here = state ? await ports.known.results(key, state) : [];
  const worked = await decide(ports, part, { key, family, state, here });
  const receipt = await handOn(ports, part, worked);
  const next = await nextState(ports, part, { key, state, here }, worked);
  await noteHeld(ports, key, next, worked);
  await tellReport(ports, part, worked);
  if (!(await saveScope(ports, at, family, next))) return 'busy';
  if (state && state.generation !== next.generation) await ports.known.removeResults(key, state);
  if (state?.waits) await tellHeld(ports, key, next);
  return receipt;
}

/** Before it is known that the report waits, so that none waits unseen. */
async function noteHeld(
  ports: Ports,
  family: string,
  { key }: ScopeState,
  { verdict: { incomplete } }: WorkedIn,
): Promise<void> {
  if (incomplete?.code !== 'reportHeld') return;
  await ports.causes.note(heldReportCause({ family, scope: key }), incomplete, ports.now());
}

/** Where no report of the scope waits any more, none is shown. */
async function tellHeld(ports: Ports, family: string, { key, waits }: ScopeState): Promise<void> {
  if (!waits) await ports.causes.remove(heldReportCause({ family, scope: key }));
}

/** What other scopes know, and the guard, are read only where they can decide something. */
async function decide(
  ports: Ports,
  { connection, report, part, results, allSince }: PartToName,
  { key, family, state, here }: Known & { readonly family: ReportFamily },
): Promise<WorkedIn> {
  const distrustedAt = await ports.reports.distrustedAt(connection);
  const situation = {
    report: { ...report, ...(allSince !== undefined && { allSince }) },
    failure: part.incomplete,
    marks: results.map(({ marks }) => marks),
    origin: { product: report.product, tool: part.tool },
    scope: part.scope,
    state,
    here,
    handAll: isDue(state, report, distrustedAt),
  };
  const alone = workIn({ ...situation, guard: { share: 0, number: 0 }, elsewhere: [] });
  if (!alone.asksOthers) return alone;
  const elsewhere: KnownResult[] = [];
  for (const one of family.scopes.filter(({ scope, values }) => scope !== part.scope && values > 0))
    elsewhere.push(...(await ports.known.results(key, one)));
  const { guard } = (await ports.settings.read()).document.closing;
  return workIn({ ...situation, guard, elsewhere });
}

async function nextState(
  ports: Ports,
  { report, part, index, results }: PartToName,
  { key, state, here }: Known,
  { known, verdict, handedAll, resolved }: WorkedIn,
): Promise<ScopeState> {
  const scopeKey = state?.key ?? sha256(part.scope).slice(0, 16);
  const written = await keep(ports, key, { ...state, key: scopeKey }, here, known);
  const completeAt = verdict.isComplete
    ? Math.max(report.acceptedAt, state?.completeAt ?? 0)
    : state?.completeAt;
  const waits = waitsAfter(report, index, state, verdict);
  const isAll = verdict.isComplete && report.piece === undefined && resolved.length === 0;
  const said = () => ({
    hash: contentOf(results.map(({ marks }) => marks)),
    receipt: report.id,
    parts: report.parts.length,
  });
  const content = isAll ? said() : verdict.isOutdated ? state?.content : undefined;
  return {
    scope: part.scope,
    ...written,
    report: report.id,
    reportedAt: Math.max(report.acceptedAt, state?.reportedAt ?? 0),
    ...(completeAt !== undefined && { completeAt }),
    handedAt: handedAll || !state ? report.acceptedAt : state.handedAt,
    ...(verdict.uploads.length > 0 && { uploads: verdict.uploads }),
    ...(content && { content }),
    ...(waits && { waits }),
  };
}

/** A newer complete report takes the place of the one that waits; whatever else comes leaves it waiting. */
function waitsAfter(
  { id, acceptedAt }: StoredReport,
  part: number,
  state: ScopeState | undefined,
  { incomplete, isComplete, uploads, run }: WorkedIn['verdict'],
): ScopeState['waits'] {
  if (incomplete?.code !== 'reportHeld') return isComplete ? undefined : state?.waits;
  const { resolves, of } = incomplete;
  const began = uploads.find((one) => run !== undefined && one.run === run)?.startedAt ?? acceptedAt;
  return { report: id, part, at: acceptedAt, resolves, of, since: state?.waits?.since ?? began };
}

/** Writes what is known under a new generation; what did not change stays where it is. */
export async function keep(
  ports: Ports,
  family: string,
  { key, generation = 0, values = 0 }: Pick<ScopeState, 'key'> & Partial<ScopeState>,
  before: readonly KnownResult[],
  after: readonly KnownResult[],
): Promise<Pick<ScopeState, 'key' | 'generation' | 'values'>> {
  if (generation > 0 && markOfAll(after) === markOfAll(before)) return { key, generation, values };
  const next = { key, generation: generation + 1 };
  return { ...next, values: await ports.known.putResults(family, next, after) };
}

function markOfAll(results: readonly KnownResult[]): string {
  return mark([...results].sort((one, other) => (one.id < other.id ? -1 : 1)));
}
