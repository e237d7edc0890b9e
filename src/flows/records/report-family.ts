/** The scopes of one connection, product and tool: worked on by one report at a time. */
import {
  type ReportFamily,
  reportVersion,
  type ScopeState,
  type StoredReport,
} from '../../contract/stored/reports';
import { sha256 } from '../../core/data/hash';
import { fadeScopes } from '../../core/portal/faded-scopes';
import { heldReportCause } from '../../core/portal/held-report';
import type { Ports } from '../ports';

/** No consumer lives longer than a quarter of an hour. */
const leaseMs = 16 * 60_000;

/** A report at one of its families. */
export interface AtFamily {
  readonly connection: string;
  readonly key: string;
  readonly report: Pick<StoredReport, 'id' | 'product'>;
  readonly tool: string;
}

/** Where a family lies. */
export function familyKey(connection: string, product: string, tool: string): string {
  return `${connection}:${sha256(JSON.stringify([product, tool])).slice(0, 32)}`;
}

/** Where it is noted which pieces of a product's large reports are worked in. No tool has an empty name. */
export function uploadsKey(connection: string, product: string): string {
  return familyKey(connection, product, '');
}

/** The family while nobody else may change it; a report that a dead worker left behind may go on at once. */
export async function leaseFamily(
  ports: Ports,
  { connection, key, report, tool }: AtFamily,
  stored: ReportFamily | undefined,
): Promise<ReportFamily | undefined> {
  const now = ports.now();
  if (stored?.busy && stored.busy.report !== report.id && stored.busy.until > now) return undefined;
  const family: ReportFamily = {
    v: reportVersion,
    version: (stored?.version ?? 0) + 1,
    product: report.product,
    tool,
    busy: { report: report.id, until: now + leaseMs },
    scopes: stored?.scopes ?? [],
  };
  return (await ports.known.save(connection, key, family, stored?.version)) ? family : undefined;
}

/** Puts a scope into its family and gives the family back; false when somebody else changed it. Old scopes fade. */
export async function saveScope(
  ports: Ports,
  { connection, key }: AtFamily,
  { busy: _, ...family }: ReportFamily,
  scope: ScopeState,
): Promise<boolean> {
  const others = family.scopes.filter((one) => one.scope !== scope.scope);
  const { kept, faded } = fadeScopes([...others, scope], ports.now());
  const after: ReportFamily = { ...family, version: family.version + 1, scopes: [...kept] };
  if (!(await ports.known.save(connection, key, after, family.version))) return false;
  for (const one of faded) {
    await ports.known.removeResults(key, one);
    await ports.causes.remove(heldReportCause({ family: key, scope: one.key }));
  }
  return true;
}
