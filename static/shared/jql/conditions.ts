/** What is searched of findings in Jira: by the paths of their property that the manifest lets JQL know. */
import type { BuiltInStatus, Severity } from '#contract/finding';
import { quoted } from './quoted';

/** Worst first. */
export const severities = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly Severity[];

/** Statuses of which nobody has to do anything any more. */
const settledStatuses = [
  'resolved',
  'rejected',
  'temporarily_risk_accepted',
  'permanently_risk_accepted',
] as const satisfies readonly BuiltInStatus[];

/** A text of a property: JQL knows only = and != there. */
function isNot(alias: string, values: readonly string[]): readonly string[] {
  return values.map((value) => `${alias} != ${quoted(value)}`);
}

/** One of the values; undefined where none is asked for. */
export function isOneOf(alias: string, values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  const each = values.map((value) => `${alias} = ${quoted(value)}`);
  return each.length === 1 ? each[0] : `(${each.join(' OR ')})`;
}

/** All that is not left out, joined by AND. */
export function allOf(conditions: readonly (string | undefined)[]): string {
  return conditions.filter((one) => one !== undefined && one !== '').join(' AND ');
}

/** Issues of findings, whatever became of them: every one has a severity from 1 on. */
export const isFinding = 'findingSeverityLevel >= 1';

/** Somebody still has to do something: neither is the issue done, nor is the finding settled in the portal. */
export const isOpen = allOf(['statusCategory != Done', ...isNot('findingStatus', settledStatuses)]);

/** The issue is done, and not because the finding was rejected or its risk accepted. */
export const isMended = allOf([
  'statusCategory = Done',
  ...isNot(
    'findingStatus',
    settledStatuses.filter((status) => status !== 'resolved'),
  ),
]);

/** Open, and its day is over where the person is who looks. */
export const isOverdue = allOf([isOpen, 'findingDue < startOfDay()']);

/** Within days (YYYY-MM-DD) of the person who looks; `to` is not part of it. */
export function isWithin(
  field: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  return `${field} >= ${quoted(from)} AND ${field} < ${quoted(to)}`;
}

/** Jira's page of the issues that a search finds. */
export function issuesAddress(siteUrl: string, jql: string): string {
  return `${siteUrl}/issues/?jql=${encodeURIComponent(jql)}`;
}
