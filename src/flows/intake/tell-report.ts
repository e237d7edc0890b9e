/** Tells admins what a complete report resolved, and why where it resolved nothing. */
import type { ReportDeed } from '../../contract/activity';
import type { StoredReport } from '../../contract/stored/reports';
import type { WorkedIn } from '../../formats/matching/work-in';
import type { Ports } from '../ports';
import { type PartToName, positionOf } from './report-receipt';

/** Under an id and time that stay the same: told as often as a worker died over it, it stands there once. */
export async function tellReport(
  ports: Ports,
  { connection, report, part, index }: PartToName,
  { verdict: { incomplete, run, uploads }, resolved }: WorkedIn,
): Promise<void> {
  if (!report.complete || (resolved.length === 0 && incomplete === undefined)) return;
  // All pieces of a large report are one line, which tells how far it is.
  const upload = uploads.find((one) => run !== undefined && one.run === run);
  const id = run === undefined ? `${report.id}-${String(index)}` : `${run}-${String(positionOf(part))}`;
  const deed = { ...deedOf(report, part), resolved: resolved.length };
  await add(ports, connection, id, upload?.startedAt ?? report.acceptedAt, {
    ...deed,
    ...(incomplete && { reason: incomplete }),
  });
}

/** The same once an admin confirmed it. */
export async function tellConfirmed(
  ports: Ports,
  connection: string,
  report: StoredReport,
  resolved: number,
): Promise<void> {
  const [part] = report.parts;
  if (!part) return;
  const deed = { ...deedOf(report, part), resolved, confirmed: true };
  await add(ports, connection, `${report.id}-word`, report.acceptedAt, deed);
}

function deedOf({ id, product }: StoredReport, { tool, scope }: PartToName['part']) {
  const told = scope.split('\n').join(', ');
  return { receipt: id, product, tool, ...(told && { scope: told }) };
}

function add(ports: Ports, connection: string, id: string, at: number, report: ReportDeed): Promise<void> {
  const nothing = { counts: {}, jiraCalls: 0, jiraPoints: 0, items: [] };
  return ports.activity.add({ id, at, connection, ...nothing, report });
}
