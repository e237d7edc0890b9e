/**
 * Rivals: issues that all say by their identity that they are one finding's issue of one role. The identity can be
 * written by whoever may edit an issue, so being first proves nothing: an admin chooses, or all but one are gone.
 */
import type { IssueThere, LinkRecord, Rivals } from '../../contract/link-record';
import { type Role, roles } from '../../contract/settings';
import type { Consequence } from '../jira/failure';
import { heldBy } from './finding-states';
import { issueThere } from './issues';
import { linkKey } from './link-key';

export type Rival = Rivals['issues'][number];

const prefix = 'rivals|';
const shown = 20;

/** Those among which somebody has to choose; empty when nobody contests the role. */
export function contestants({ rivals }: Pick<LinkRecord, 'rivals'>, role: Role): readonly Rival[] {
  const of = rivals?.[role];
  return of && of.chosen === undefined ? of.issues : [];
}

/** The roles whose issue nobody knows yet. */
export function contestedRoles(record: Pick<LinkRecord, 'rivals'>): Role[] {
  return roles.filter((role) => contestants(record, role).length > 0);
}

/** Whether somebody has to choose before the finding can go on. */
export function isContested(record: Pick<LinkRecord, 'rivals'>): boolean {
  return contestedRoles(record).length > 0;
}

/** The ids of the issues that contest each other. */
export function contestedIds(record: Pick<LinkRecord, 'rivals'>): string[] {
  return roles.flatMap((role) => contestants(record, role).map(({ id }) => id));
}

/** What holds a contested finding up: a cause of its own for each of its roles, since each is a choice of its own. */
export function rivalsProblem(record: LinkRecord): Extract<Consequence, { kind: 'held' }> | undefined {
  const [role] = contestedRoles(record);
  if (role === undefined) return undefined;
  const { connection, findingId: finding, product } = record;
  const found = contestants(record, role).map(({ key }) => key);
  // In an order that says nothing about who came first.
  const keys = found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return {
    kind: 'held',
    cause: `${prefix}${role}|${linkKey(connection, { id: finding, product })}`,
    reason: { code: 'rivalIssues', finding, role, keys },
  };
}

/** The role that a cause is a choice for; undefined: it is no such cause. */
export function rivalRole(cause: string): Role | undefined {
  return cause.startsWith(prefix) ? roles.find((role) => cause.startsWith(`${prefix}${role}|`)) : undefined;
}

/** Whether a choice holds the finding up, though somebody may have made it by now. */
export function isHeldByRivals({ cause }: LinkRecord): boolean {
  return cause !== undefined && rivalRole(cause) !== undefined;
}

/** Whether the app made or adopted the issue of a role, or an admin chose it: then no identity speaks against it. */
export function isKnown({ issues, rivals }: LinkRecord, role: Role): boolean {
  if (rivals?.[role]?.chosen !== undefined) return true;
  return issues[role] !== undefined && issues[role].claim?.at !== 0;
}

/** Whether the record holds an issue only because that said so itself. */
export function isOnlyClaimed(record: LinkRecord, role: Role): boolean {
  return issueThere(record, role) !== undefined && !isKnown(record, role);
}

/**
 * The record after another issue claimed a role of it: none of them is its issue any more. Nobody chooses among more
 * than a few: those beyond are left out, until some of the others are gone.
 */
export function withRival(record: LinkRecord, role: Role, rival: Rival): LinkRecord {
  const { [role]: _contested, ...issues } = record.issues;
  const held = issueThere(record, role);
  const known = contestants(record, role);
  const all = [...known, ...(held ? [rivalOf(held)] : []), rival].slice(0, shown);
  const next = { ...record, issues, rivals: { ...record.rivals, [role]: { issues: all } } };
  return heldByRivals(next);
}

function rivalOf({ id, key, project }: IssueThere): Rival {
  return { id, key, project };
}

/** The record after some of the issues that contested a role no longer do. */
export function withoutRivals(record: LinkRecord, role: Role, ids: ReadonlySet<string>): LinkRecord {
  const left = contestants(record, role).filter(({ id }) => !ids.has(id));
  const others = Object.entries(record.rivals ?? {}).filter(([one]) => one !== role);
  const rivals = Object.fromEntries(left.length > 0 ? [...others, [role, { issues: left }]] : others);
  return { ...record, rivals: Object.keys(rivals).length > 0 ? rivals : undefined };
}

/** As it lies in storage while somebody has to choose. */
export function heldByRivals(record: LinkRecord): LinkRecord {
  const problem = rivalsProblem(record);
  return problem ? heldBy(record, problem) : record;
}
