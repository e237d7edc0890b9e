/**
 * Clocks as they were just saved, for the findings that are there already: a walk over all records, a few pages a step,
 * which makes due what has to be looked at. Safe to repeat at any point; what its bell loses the hourly schedule resumes.
 */
import type { LinkRecord } from '../../contract/link-record';
import type { SlaWalk } from '../../contract/sla-state';
import type { SettingsDocument } from '../../contract/settings';
import { type Calendar, calendarOf } from '../../core/sla/calendar';
import { todoAfterChange } from '../../core/sla/todo-after-change';
import { isLeased } from '../../core/sync/lease';
import { commit } from '../records/commit';
import type { Ports } from '../ports';

/** A step ends before the platform ends it. */
const stepMs = 5 * 60_000;
/** Passes that began before the change was saved are over after this. */
const againSeconds = 600;
/** A walk that did not get on for so long has lost its bell. */
const lostMs = 30 * 60_000;
const mostRounds = 3;

/** Goes on with the walk, or begins it where the clocks were saved since the last one. */
export async function followSla(ports: Ports): Promise<void> {
  const { document, versions } = await ports.settings.read();
  const known = await ports.slaWalk.read();
  const begun = known?.version === versions.sla ? known : undefined;
  if (begun?.done) return;
  const calendar = calendarOf(document.sla);
  const until = ports.now() + stepMs;
  let walk: SlaWalk = begun ?? { version: versions.sla, busy: false, rounds: 0, done: false, at: 0 };
  do {
    const page = await ports.links.walk(walk.cursor);
    const busy = await armPage(ports, page.records, document, calendar);
    walk = after(walk, busy, page.next, ports.now());
    await ports.slaWalk.write(walk);
  } while (walk.cursor !== undefined && ports.now() < until);
  await ports.bells.ringDue();
  if (walk.cursor !== undefined) await ports.bells.ringSla();
  else if (!walk.done) await ports.bells.ringSla(againSeconds);
}

/** Where the walk is after a page. Whoever met busy records goes round again, but not for ever. */
function after(walk: SlaWalk, isBusy: boolean, cursor: string | undefined, at: number): SlaWalk {
  const { version, rounds } = walk;
  const busy = walk.busy || isBusy;
  if (cursor !== undefined) return { version, rounds, busy, done: false, cursor, at };
  const isOver = !busy || rounds + 1 >= mostRounds;
  return { version, rounds: rounds + 1, busy: false, done: isOver, at };
}

/** Answers whether somebody works on one of them: it may not have heard of the change. */
async function armPage(
  ports: Ports,
  rows: readonly { readonly key: string; readonly record: LinkRecord }[],
  settings: SettingsDocument,
  calendar: Calendar,
): Promise<boolean> {
  const now = ports.now();
  const free = rows.filter(({ record }) => !isLeased(record, now) && record.unreadable === undefined);
  const changes = free.flatMap(({ key, record }) => {
    const todo = todoAfterChange(record, settings, calendar, now);
    return todo === record.todo ? [] : [{ key, before: record, after: { ...record, todo } }];
  });
  const saved = await commit(ports, changes);
  return free.length < rows.length || saved.size < changes.length;
}

/** Hourly: rings for a walk whose bell was lost, or that never began. */
export async function resumeSla(ports: Ports): Promise<void> {
  const { versions } = await ports.settings.read();
  if (versions.sla === 0) return;
  const walk = await ports.slaWalk.read();
  const isOver = walk?.version === versions.sla && walk.done;
  if (!isOver && ports.now() - (walk?.at ?? 0) >= lostMs) await ports.bells.ringSla();
}
