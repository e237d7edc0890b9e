/** A complete report that says word for word what the newest one of its scopes said: nothing of it has to be kept. */
import type { StoredReport, StoredResult } from '../../contract/stored/reports';
import type { ReportFamily, ScopeState } from '../../contract/stored/reports';
import { groupBy } from '../../core/data/lists';
import { contentOf } from '../../formats/matching/content-of';
import type { Ports } from '../ports';
import { familyKey } from '../records/report-family';

/** Once a day everything is handed on, changed or not: what was forgotten meanwhile comes back. */
const handOnMs = 20 * 3_600_000;

/** Whether nothing of a scope counts as handed on already, though it looks unchanged. */
export function isDue(
  state: Pick<ScopeState, 'handedAt'> | undefined,
  { acceptedAt }: Pick<StoredReport, 'acceptedAt'>,
  distrustedAt: number,
): boolean {
  if (!state) return true;
  return acceptedAt - state.handedAt >= handOnMs || distrustedAt >= state.handedAt;
}

type Candidate = Pick<StoredReport, 'product' | 'acceptedAt' | 'complete' | 'piece' | 'parts'>;

/**
 * Notes that the newest report of its scopes came again. Answers the receipt that names its findings; undefined: it
 * has to be worked in like any other.
 */
export async function noteUnchanged(
  ports: Ports,
  connection: string,
  report: Candidate,
  results: readonly StoredResult[],
): Promise<string | undefined> {
  if (!report.complete || report.piece !== undefined || report.parts.some(({ incomplete }) => incomplete))
    return undefined;
  const receipts = new Set<string>();
  const known: { readonly key: string; readonly family: ReportFamily; readonly scopes: Set<string> }[] = [];
  const distrustedAt = await ports.reports.distrustedAt(connection);
  for (const [tool, parts] of groupBy(report.parts, (part) => part.tool)) {
    const key = familyKey(connection, report.product, tool);
    const family = await ports.known.family(key);
    if (!family || family.busy) return undefined;
    for (const part of parts) {
      const state = family.scopes.find(({ scope }) => scope === part.scope);
      const own = results.filter((result) => result.part === report.parts.indexOf(part));
      if (!state || isDue(state, report, distrustedAt) || !isSame(state, report, own)) return undefined;
      if (state.content) receipts.add(state.content.receipt);
    }
    known.push({ key, family, scopes: new Set(parts.map(({ scope }) => scope)) });
  }
  const [receipt, another] = receipts;
  if (receipt === undefined || another !== undefined) return undefined;
  for (const { key, family, scopes } of known)
    if (!(await cameAgain(ports, connection, key, family, scopes, report.acceptedAt))) return undefined;
  return receipt;
}

function isSame(
  { content, waits, reportedAt }: ScopeState,
  { parts, acceptedAt }: Candidate,
  results: readonly StoredResult[],
): boolean {
  if (!content || waits || reportedAt > acceptedAt || content.parts !== parts.length) return false;
  return content.hash === contentOf(results.map(({ marks }) => marks));
}

async function cameAgain(
  ports: Ports,
  connection: string,
  key: string,
  family: ReportFamily,
  scopes: ReadonlySet<string>,
  at: number,
): Promise<boolean> {
  const again = family.scopes.map((state) =>
    scopes.has(state.scope) ? { ...state, reportedAt: at, completeAt: at } : state,
  );
  const after = { ...family, version: family.version + 1, scopes: again };
  return ports.known.save(connection, key, after, family.version);
}
