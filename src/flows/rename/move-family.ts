/** What is known of a product's reports, under its new name: the same results are the same findings. */
import type { ReportFamily, ScopeState } from '../../contract/stored/reports';
import { heldReportCause } from '../../core/portal/held-report';
import type { Ports } from '../ports';
import { familyKey } from '../records/report-family';

export interface FamilyMove {
  readonly connection: string;
  readonly tool: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Copies first and forgets last, so that a death in between loses nothing. False: a report is being worked in, or was
 * just now.
 */
export async function moveFamily(ports: Ports, { connection, tool, from, to }: FamilyMove): Promise<boolean> {
  const [oldKey, newKey] = [familyKey(connection, from, tool), familyKey(connection, to, tool)];
  const old = await ports.known.family(oldKey);
  if (!old) return true;
  const there = await ports.known.family(newKey);
  const now = ports.now();
  if ([old, there].some((one) => one?.busy !== undefined && one.busy.until > now)) return false;
  const ours = old.scopes.filter((scope) => !isKnownBetter(scope, there));
  const copied: ScopeState[] = [];
  for (const scope of ours) copied.push(await copyScope(ports, oldKey, newKey, scope, there));
  const kept = (there?.scopes ?? []).filter(({ scope }) => !ours.some((one) => one.scope === scope));
  const version = (there?.version ?? 0) + 1;
  const after: ReportFamily = { v: old.v, version, product: to, tool, scopes: [...kept, ...copied] };
  for (const scope of ours) await showHeld(ports, newKey, scope, { product: to, tool });
  if (!(await ports.known.save(connection, newKey, after, there?.version))) return false;
  for (const { key } of old.scopes)
    await ports.causes.remove(heldReportCause({ family: oldKey, scope: key }));
  if (!(await ports.known.remove(oldKey, old.version))) return false;
  for (const scope of old.scopes) await ports.known.removeResults(oldKey, scope);
  return true;
}

/** A death left a copy behind, and reports were worked in since. */
function isKnownBetter({ scope, reportedAt }: ScopeState, there: ReportFamily | undefined): boolean {
  return there?.scopes.some((one) => one.scope === scope && one.reportedAt >= reportedAt) ?? false;
}

async function copyScope(
  ports: Ports,
  from: string,
  to: string,
  scope: ScopeState,
  there: ReportFamily | undefined,
): Promise<ScopeState> {
  const results = await ports.known.results(from, scope);
  const before = there?.scopes.find((one) => one.scope === scope.scope)?.generation ?? 0;
  const generation = Math.max(scope.generation, before) + 1;
  const values = await ports.known.putResults(to, { key: scope.key, generation }, results);
  return { ...scope, generation, values };
}

/** The report that waits for an admin's word waits under the new name. */
async function showHeld(
  ports: Ports,
  family: string,
  { key, scope, waits }: ScopeState,
  names: { readonly product: string; readonly tool: string },
): Promise<void> {
  if (!waits) return;
  const told = scope.split('\n').join(', ');
  const { resolves, of } = waits;
  const reason = { code: 'reportHeld', ...names, ...(told && { scope: told }), resolves, of } as const;
  await ports.causes.note(heldReportCause({ family, scope: key }), reason, ports.now());
}
