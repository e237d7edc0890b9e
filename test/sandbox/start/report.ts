/** What happened, as a table for people. */
import type { FindingView } from '../../../src/contract/portal-api';
import type { JobResult } from './main-job';
import type { RoundResult } from './portal-round';

/** One line per finding, then what followed, then what went wrong. */
export function reportOf({ accepted, rejected, findings, closed, problems }: JobResult): string {
  const rows = [['finding', 'state', 'product issue', 'security issue', 'linked'], ...findings.map(rowOf)];
  const widths = [44, 8, 14, 15, 6];
  const table = rows
    .map((row) => row.map((cell, column) => cut(cell, widths[column] ?? 10)).join('  '))
    .join('\n');
  return [
    table,
    '',
    `${String(accepted)} findings accepted, ${String(rejected)} rejected.`,
    `${closed.product} was moved to Done; ${closed.security} followed to ${closed.statusOfSecurity}.`,
    ...withoutIssues(findings),
    ...complaints(problems),
  ].join('\n');
}

/** What went to the portal and came from it, then what went wrong. */
export function roundReport({ steps, problems }: RoundResult): string {
  return [...steps, ...complaints(problems)].join('\n');
}

function complaints(problems: readonly string[]): string[] {
  return problems.length === 0 ? [] : ['NOT AS IT SHOULD BE:', ...problems];
}

/** How many findings have their issues, and why the others have none. */
function withoutIssues(findings: readonly FindingView[]): string[] {
  const others = findings.filter(({ state }) => state !== 'synced');
  const have = findings.length - others.length;
  const head = `${String(have)} of ${String(findings.length)} findings have their issues and links.`;
  return [head, ...others.map(({ id, state, reason }) => `${id} is ${state}: ${reason ?? 'no reason told'}`)];
}

function rowOf({ id, state, issues }: FindingView): string[] {
  const both = issues.product && issues.security ? 'yes' : '';
  return [id, state, issues.product?.key ?? '-', issues.security?.key ?? '-', both];
}

function cut(text: string, width: number): string {
  return (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);
}
