/** What happened to a finding between two states of its record, as its portal is told. */
import type { LinkedIssue, LinkRecord, MadeIssue } from '../../contract/link-record';
import { en } from '../../contract/messages/en';
import { say } from '../../contract/messages/say';
import type { EventIssue, EventSaying, JiraPlace } from '../../contract/outbox';
import { type Role, roles } from '../../contract/settings';
import type { ClockName } from '../../contract/sla';
import { ownValue } from '../data/own-value';
import { statusOf } from './hearing';
import { isThere, issueMade, wasMade } from './issues';
import { seenFields } from './seen';

/** An event before it is known when it happened and who did it. `id`: the one that the record names, if it names one. */
export type Happened = EventSaying & {
  readonly id?: string;
  readonly issue?: EventIssue;
};

/** In the order in which it is told: issues first, then where the finding stands, then what people did. */
export function eventsBetween(before: LinkRecord | undefined, after: LinkRecord): Happened[] {
  return [
    ...roles.flatMap((role) => ofIssue(role, before, after)),
    ...ofState(before, after),
    ...ofMeaning(before, after),
    ...ofDecision(before, after),
    ...ofRetest(before, after),
    ...ofClocks(before, after),
    ...roles.flatMap((role) => ofEdits(role, before, after)),
  ];
}

/** Where the finding stands, if that is not what it was before the pass that works on it began. */
function ofState(before: LinkRecord | undefined, after: LinkRecord): Happened[] {
  const { state } = after;
  if (state !== 'synced' && state !== 'skipped' && state !== 'held') return [];
  const stood = before?.state === 'pending' ? before.hearing?.stood : before;
  const reason = reasonOf(after);
  if (stood?.state === state && reasonOf(stood) === reason) return [];
  return [{ type: `finding.${state}`, data: { state, ...(reason === undefined ? {} : { reason }) } }];
}

function reasonOf({ reason }: Pick<LinkRecord, 'reason'>): string | undefined {
  return reason === undefined ? undefined : say(reason, en);
}

/** The issue of a role as events name it; undefined: there is none. */
export function namedIssue(role: Role, { issues }: Pick<LinkRecord, 'issues'>): EventIssue | undefined {
  return named(role, issues[role]);
}

/** The issue of a role as events name it; undefined: there is none that Jira has or had. */
function named(role: Role, issue: LinkedIssue | undefined): EventIssue | undefined {
  return wasMade(issue) ? { role, id: issue.id, key: issue.key } : undefined;
}

function ofIssue(role: Role, before: LinkRecord | undefined, after: LinkRecord): Happened[] {
  const [old, now] = [before?.issues[role], after.issues[role]];
  const [had, has] = [named(role, old), named(role, now)];
  const left = isThere(old) ? had : undefined;
  const come = isThere(now) ? has : undefined;
  if (left?.id !== come?.id) return [...leaving(left, has), ...arriving(come)];
  const isMoved = left && come && left.key !== come.key;
  return isMoved ? [{ type: 'issue.moved', issue: come, data: { from: left.key, to: come.key } }] : [];
}

/** What Jira has no longer is deleted; what the record names no longer belongs to it no more. */
function leaving(left: EventIssue | undefined, has: EventIssue | undefined): Happened[] {
  if (!left) return [];
  return [{ type: left.id === has?.id ? 'issue.deleted' : 'issue.unlinked', issue: left, data: {} }];
}

function arriving(come: EventIssue | undefined): Happened[] {
  return come ? [{ type: 'issue.linked', issue: come, data: {} }] : [];
}

/** The issue that moved says it; where both did, the security team's. */
function ofMeaning(before: LinkRecord | undefined, after: LinkRecord): Happened[] {
  const { meant } = after.hearing ?? {};
  if (!before || !meant || meant.event === before.hearing?.meant?.event) return [];
  const moved = (['security', 'product'] as const).find((one) => hasMoved(one, before, after));
  const role = meant.role ?? moved ?? 'security';
  const issue = named(role, after.issues[role]);
  const from = statusOf({ ...before, facts: after.facts, ...toldBefore(before, after) });
  const data = { from, to: meant.status, jira: placeOf(issueMade(after, role)) };
  return [{ id: meant.event, type: 'finding.status_changed', ...(issue ? { issue } : {}), data }];
}

/** What the portal was told before, unless it has sent another status since. */
function toldBefore(before: LinkRecord, after: LinkRecord): Pick<LinkRecord, 'hearing' | 'decided'> {
  const { hearing, decided } = before;
  return before.facts.status === after.facts.status
    ? { hearing, decided }
    : { hearing: undefined, decided: undefined };
}

/**
 * What was told of the issues is over, and they are opened again: because of what the portal says of another finding
 * that shares them.
 */
export function openedAgain(before: LinkRecord, after: LinkRecord): Happened | undefined {
  const { meant } = before.hearing ?? {};
  if (!meant || after.hearing?.meant) return undefined;
  const role = meant.role ?? (issueMade(after, 'security') ? 'security' : 'product');
  const issue = named(role, after.issues[role]);
  const data = { from: meant.status, to: after.facts.status, jira: placeOf(issueMade(after, role)) };
  return { type: 'finding.status_changed', ...(issue ? { issue } : {}), data };
}

const decisionTypes = { rejected: 'finding.rejected', accepted: 'finding.risk_accepted' } as const;

/** That it is taken back, or over, is told as a change of status. */
function ofDecision(before: LinkRecord | undefined, { decided, issues }: LinkRecord): Happened[] {
  // What was decided about a group goes along with a finding that leaves it: there it was told.
  if (!decided || decided.event === before?.decided?.event || before?.memberOf) return [];
  const { kind, event, role, reason, until } = decided;
  const issue = named(role, issues[role]);
  const data = { ...(reason === undefined ? {} : { reason }), ...(until === undefined ? {} : { until }) };
  return [{ id: event, type: decisionTypes[kind], ...(issue ? { issue } : {}), data }];
}

function hasMoved(role: Role, before: LinkRecord, after: LinkRecord): boolean {
  const [had, has] = [issueMade(before, role), issueMade(after, role)];
  return had?.status !== has?.status || had?.resolution !== has?.resolution;
}

/** Where an issue stands, as events tell it. */
export function placeOf(issue: MadeIssue | undefined): JiraPlace {
  const {
    status = '',
    statusName = '',
    category = 'indeterminate',
    resolution,
    resolutionName,
  } = issue ?? {};
  return {
    status: { id: status, name: statusName, category },
    ...(resolution === undefined
      ? {}
      : {
          resolution: { id: resolution, ...(resolutionName === undefined ? {} : { name: resolutionName }) },
        }),
  };
}

function ofRetest(before: LinkRecord | undefined, after: LinkRecord): Happened[] {
  const { asked } = after.hearing ?? {};
  if (!asked || asked.event === before?.hearing?.asked?.event) return [];
  const { role = 'product', reason } = asked.by ?? {};
  const issue = named(role, after.issues[role]);
  const data = reason === undefined ? {} : { reason };
  return [{ id: asked.event, type: 'finding.retest_requested', ...(issue ? { issue } : {}), data }];
}

/** Days that the portal did not set itself, then the steps that tell of them. */
function ofClocks(before: LinkRecord | undefined, after: LinkRecord): Happened[] {
  const [had, has] = [before?.sla, after.sla];
  if (!had && !has) return [];
  const { dueDate } = after.facts;
  const own = has ? has.own : dueDate;
  const isOwn = dueDate === own && (had === undefined || had.own !== own);
  return [
    ...(isOwn ? [] : ofClock('fix', had ? before?.facts.dueDate : own, dueDate)),
    ...ofClock('assign', had?.assign, has?.assign),
    ...Object.entries(has?.taken ?? {}).flatMap(([id, { due, clock, tells }]): Happened[] => {
      const isNews = tells !== undefined && ownValue(had?.taken ?? {}, id)?.due !== due;
      return isNews ? [{ type: tells, data: { clock, dueDate: due } }] : [];
    }),
  ];
}

function ofClock(clock: ClockName, from: string | undefined, to: string | undefined): Happened[] {
  if (from === to) return [];
  const data = { clock, dueDate: to ?? null, ...(from === undefined ? {} : { from }) };
  return [{ type: 'finding.due_changed', data }];
}

/** Edits of what was known before: the first look at a field tells nothing. */
function ofEdits(role: Role, before: LinkRecord | undefined, after: LinkRecord): Happened[] {
  const issue = named(role, after.issues[role]);
  const [had, has] = [before?.hearing?.seen?.[role], after.hearing?.seen?.[role]];
  if (!issue) return [];
  return seenFields.flatMap((field): Happened[] => {
    const [old, now] = [had?.[field], has?.[field]];
    if (!old || !now || old.mark === now.mark) return [];
    if (field === 'assignee')
      return [{ type: 'finding.assigned', issue, data: { role, assignee: now.person ?? null } }];
    const data = { field, from: old.words ?? null, to: now.words ?? null };
    return [{ type: 'finding.changed', issue, data }];
  });
}
