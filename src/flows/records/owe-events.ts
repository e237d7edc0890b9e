/** What a change of a record owes its portal: decided from the record before and after, and saved with the change. */
import type { Hearing, LinkRecord, MadeIssue } from '../../contract/link-record';
import type { Role, SettingsDocument } from '../../contract/settings';
import { taskConnection } from '../../contract/tasks';
import type { StoredEvent } from '../../contract/stored/outbox';
import type { Thread } from '../../contract/stored/threads';
import { canonical } from '../../core/data/hash';
import { groupEvents, memberEventId, tellableMembers } from '../../core/groups/group-events';
import { endedByJira, isGroup } from '../../core/groups/regroup';
import { isDecided } from '../../core/sync/deciding';
import { eventsBetween, type Happened } from '../../core/sync/events-between';
import { noteMeaning, storedHearing } from '../../core/sync/hearing';
import { withoutPeople } from '../../core/sync/seen';
import { issuesMade, mapMade } from '../../core/sync/issues';
import { without } from '../../core/sync/todos';
import { noteTaskStatus } from '../../core/tasks/task-status';
import type { Ports } from '../ports';

/** Whose deed on which issue a change notes; `at` (ms) is when it happened in Jira. */
export interface Heard {
  readonly role: Role;
  readonly by?: string;
  readonly at: number;
}

interface Changed {
  readonly before: LinkRecord | undefined;
  readonly after: LinkRecord;
  readonly heard?: Heard;
  readonly tells?: Thread['telling'];
}

/** The changes with what they owe. Where nothing is to be told, or nobody hears, this costs nothing. */
export async function oweEvents<Of extends Changed>(ports: Ports, changes: readonly Of[]): Promise<Of[]> {
  const owing: Of[] = [];
  for (const change of changes) owing.push({ ...change, after: await afterOf(ports, change) });
  return owing;
}

async function afterOf(
  ports: Ports,
  { before, after: wanted, heard, tells = [] }: Changed,
): Promise<LinkRecord> {
  const issues = mapMade(wanted.issues, () => ({}));
  const after = { ...wanted, issues, hearing: { ...wanted.hearing, ...stoodOf(before, wanted) } };
  const isNew = isNews(before, after);
  const hears = isNew ? await ports.outbox.hears(after.connection) : undefined;
  const fresh: StoredEvent[] = [];
  if (isNew) await noteWords(ports, before, after, hears !== undefined);
  if (hears) {
    const { document: settings } = await ports.settings.read();
    const isWanted = ({ type }: Happened) => hears.events?.includes(type) ?? true;
    fresh.push(...eventsOf(ports, before, after, heard, settings, isWanted));
  }
  const talked = before?.hearing?.talked ?? 0;
  const said = tells.filter(({ n }) => n > talked);
  const last = said.at(-1)?.n ?? talked;
  if (last > 0) after.hearing = { ...after.hearing, talked: last };
  const news = [...fresh, ...said.flatMap(({ event }) => forMembers(after, event))];
  return owedIn(ports, after, [...(before?.hearing?.owed ?? []), ...news]);
}

/** Notes in the record what its issues say now: to its portal, to a task of the app's own, or against a decision. */
async function noteWords(
  ports: Ports,
  before: LinkRecord | undefined,
  after: LinkRecord,
  isHeard: boolean,
): Promise<void> {
  const isTask = after.connection === taskConnection;
  if (!isTask && !isHeard && !(before && isDecided(before))) return;
  const { document } = await ports.settings.read();
  if (isTask) {
    noteTaskStatus(before, after, document, ports.now());
    return;
  }
  const status = noteMeaning(before, after, document, isHeard ? ports.newId : undefined);
  if (status !== undefined) Object.assign(after, endedByJira(after, status, document, ports.now()));
}

/** A group may have many members, and a comment many words: what one record owes must fit a stored value. */
const owedAtMost = 100_000;

/** What people say on a group's issue is said of each member. */
function forMembers(record: LinkRecord, event: StoredEvent): StoredEvent[] {
  if (!isGroup(record)) return [event];
  const most = Math.max(1, Math.floor(owedAtMost / JSON.stringify(event).length));
  return record.group.members.slice(0, most).map((member) => ({
    ...event,
    id: memberEventId(event.id, member),
    finding: { id: member.id, product: record.product },
  }));
}

/** A member's issues are its group's, which tells of each member what happens to them. */
function eventsOf(
  ports: Ports,
  before: LinkRecord | undefined,
  after: LinkRecord,
  heard: Heard | undefined,
  settings: SettingsDocument,
  isWanted: (happened: Happened) => boolean,
): StoredEvent[] {
  const wasHeld = before?.memberOf !== undefined && before.state === 'held';
  if (after.memberOf && after.state !== 'held' && !wasHeld) return [];
  if (!isGroup(after))
    return eventsBetween(before, after)
      .filter(isWanted)
      .map((one) => eventOf(ports, after, one, heard));
  const name = ports.newId();
  return groupEvents(before, after, settings, ports.now()).flatMap(({ member, happened }) =>
    happened.filter(isWanted).map((one, index) => {
      const id = memberEventId(one.id ?? `${name}-${String(index)}`, member);
      return eventOf(ports, { ...after, findingId: member.id }, { ...one, id }, heard);
    }),
  );
}

/** While a pass works on a finding, it stays known where the finding stood before. */
function stoodOf(before: LinkRecord | undefined, after: LinkRecord): Pick<Hearing, 'stood'> {
  if (after.state !== 'pending' || !before) return { stood: undefined };
  if (before.state === 'pending') return { stood: before.hearing?.stood };
  return { stood: { state: before.state, reason: before.reason } };
}

/** Whether anything differs that a portal may be told. */
function isNews(before: LinkRecord | undefined, after: LinkRecord): boolean {
  return canonical(tellable(before)) !== canonical(tellable(after));
}

function tellable(record: LinkRecord | undefined): unknown {
  const settled = record?.state === 'pending' ? record.hearing?.stood : record;
  const issues = record && issuesMade(record).map(placeOf);
  const { hearing, decided, sla } = record ?? {};
  return {
    state: settled?.state,
    reason: settled?.reason,
    issues,
    seen: hearing?.seen,
    members: tellableMembers(record),
    decided: decided?.event,
    said: record && saidOf(record),
    clocks: { fix: sla?.fix, assign: sla?.assign, taken: sla?.taken },
  };
}

/** What people asked for and took back; and what is over for one of a group, which is news to the others. */
function saidOf({ group, hearing }: LinkRecord): unknown {
  const { meant, asked } = hearing ?? {};
  return [(group ?? meant?.role) && meant?.event, asked?.by && asked.event];
}

function placeOf({ id, key, state, status, resolution, category }: MadeIssue): unknown {
  return { id, key, state, status, resolution, category };
}

function eventOf(
  ports: Ports,
  { findingId, product }: LinkRecord,
  { id, ...happened }: Happened,
  heard: Heard | undefined,
): StoredEvent {
  const isTheirs = heard !== undefined && happened.issue?.role === heard.role;
  return {
    ...happened,
    id: id ?? ports.newId(),
    at: isTheirs ? heard.at : ports.now(),
    finding: { id: findingId, product },
    ...(isTheirs && heard.by !== undefined ? { by: { accountId: heard.by } } : {}),
  };
}

function owedIn(ports: Ports, record: LinkRecord, owed: StoredEvent[]): LinkRecord {
  const hearing: Hearing = { ...record.hearing, owed: owed.length > 0 ? owed : undefined };
  if (hearing.seen) hearing.seen = withoutPeople(hearing.seen);
  const tell = owed.length > 0 ? { tell: record.todo?.tell ?? ports.now() } : {};
  const todo = { ...without(record.todo, 'tell'), ...tell };
  return {
    ...record,
    hearing: storedHearing(hearing),
    todo: Object.keys(todo).length > 0 ? todo : undefined,
  };
}
