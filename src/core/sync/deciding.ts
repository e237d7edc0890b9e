/** How what people decide in Jira changes the record of a finding. Each answers a record of its own. */
import type { GroupMember } from '../../contract/group';
import type { Hearing, LinkRecord, Todo } from '../../contract/link-record';
import type { RiskDecision } from '../../contract/risk-decision';
import type { Role, SettingsDocument } from '../../contract/settings';
import { mark } from '../data/hash';
import { knownOf } from './hearing';
import { issuesMade, issuesThere } from './issues';
import { forgetStatus, statusMark } from './plan';
import { endOfDay, without } from './todos';

const dayMs = 86_400_000;

/** The finding is decided; its issues follow as soon as the todo is worked off. `now` in ms. */
export function withDecision(
  record: LinkRecord,
  decided: RiskDecision,
  settings: SettingsDocument,
  now: number,
): LinkRecord {
  const { meant: _over, ...hearing } = record.hearing ?? {};
  const { lastOpen } = knownOf(record, settings);
  const ends = endOfDay(decided.until);
  return {
    ...toApply(record, now, ends === undefined ? {} : { reopen: ends }),
    decided,
    facts: { ...record.facts, acceptedUntil: decided.until },
    hearing: { ...hearing, lastOpen },
  };
}

/** The decision is over, by a person's word on the issue of this role: the issues follow the portal again. */
export function takenBack(
  record: LinkRecord,
  role: Role,
  event: string,
  settings: SettingsDocument,
  now: number,
): LinkRecord {
  const { decided: _over, group, ...rest } = record;
  const facts = { ...record.facts, acceptedUntil: undefined };
  return {
    ...toApply(rest, now),
    ...(group && { group: { ...group, members: group.members.map(undecided) } }),
    facts,
    hearing: openAgain(record, role, event, settings),
  };
}

/** A member about which nothing is decided any more. */
export function undecided({ decided: _over, ...member }: GroupMember): GroupMember {
  return member;
}

/** Whether people decided about the finding, or about findings of the group. */
export function isDecided({ decided, group }: LinkRecord): boolean {
  return decided !== undefined || (group?.members.some((member) => member.decided) ?? false);
}

/**
 * The time is over for which people accepted the risk. Its issues stay where they are; those that are done are moved by
 * whoever calls this. The date stays known for what the issue's readers are told.
 */
export function runOut(record: LinkRecord, event: string, settings: SettingsDocument): LinkRecord {
  const { decided, ...rest } = structuredClone(record);
  if (!decided) return record;
  for (const issue of issuesThere(rest))
    issue.sent = { ...issue.sent, [statusMark]: mark(record.facts.status) };
  return { ...rest, hearing: openAgain(record, decided.role, event, settings) };
}

/** A person asks for a retest; asked again within a day, the portal has heard it already. */
export function withRetest(
  record: LinkRecord,
  by: NonNullable<NonNullable<Hearing['asked']>['by']>,
  event: string,
): LinkRecord {
  const before = record.hearing?.asked?.by;
  if (before && by.at - before.at < dayMs) return record;
  return { ...record, hearing: { ...record.hearing, asked: { event, by } } };
}

/** Nothing that is due from what was decided before may come in between. */
function toApply(record: LinkRecord, now: number, more: Partial<Record<Todo, number>> = {}): LinkRecord {
  const next = structuredClone(record);
  for (const issue of issuesMade(next)) forgetStatus(issue);
  const rest = without(without(record.todo, 'reopen'), 'delete');
  return { ...next, todo: { ...rest, ...more, apply: now } };
}

function openAgain(record: LinkRecord, role: Role, event: string, settings: SettingsDocument): Hearing {
  const { lastOpen } = knownOf(record, settings);
  return { ...record.hearing, meant: { status: lastOpen, event, role } };
}
