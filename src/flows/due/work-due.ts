/** Todos whose time has come, a hundred records at once: read together, worked on, confirmed together. */
import type { SnapshotItem } from '../../contract/inbox';
import type { Todo } from '../../contract/link-record';
import { busySeconds, passLeaseMs } from '../../core/sync/lease';
import { isGroup, toFold } from '../../core/groups/regroup';
import { keptFinding } from '../../core/sync/kept-finding';
import { foldGroups } from '../apply/fold-groups';
import type { Claimant } from '../apply/job';
import { settleClaims } from '../apply/settle-claims';
import { followProducts } from '../close/follow-product';
import { sayOwed } from '../close/say-why';
import { clearTold, listen } from '../comments/listen';
import { talk } from '../comments/talk';
import { readPairs } from '../move/move-errands';
import { type Errand, isFree, type Pass } from '../records/errand';
import { noteActivity } from '../activity/note-activity';
import { jiraUseSince } from '../activity/jira-use';
import type { Ports } from '../ports';
import { groupBy } from '../../core/data/lists';
import { closeGone, linkGone } from './close-gone';
import { chunksOf, putAll, ringFor } from '../records/put-chunks';
import { deleteRejected } from './delete-rejected';
import { escalate } from './escalate';
import { appFailed, failureOf } from '../../core/sync/app-failure';
import { isSuspect, lastTry, oneLess } from '../../core/sync/todo-deaths';
import { commit } from '../records/commit';
import { parkTodo } from '../records/park-todo';
import { takeDue } from './take-due';
import { tellOwed } from './tell-owed';
import { finishErrand } from '../records/finish-errand';
import { leaseDue, releaseDue } from '../records/lease-due';
import { reopenExpired } from './reopen-expired';
import { takeApart } from './take-apart';

const batch = 100;
/** Within the lease, so that what was begun can still be confirmed and saved. */
const workMs = passLeaseMs - 60_000;
/** No batch begins later: together with the last one that stays well below the 15 minutes of an invocation. */
const beginMs = 6 * 60_000;
const longestBellSeconds = 900;

/**
 * Works off what is due, batch after batch, until nothing is left, the time is up, or Jira wants patience. What is
 * left then is rung for; what has to wait longer than a bell can is left to the sweep.
 */
export async function workDue(ports: Ports): Promise<void> {
  const begunBefore = ports.now() + beginMs;
  for (;;) {
    const left = await workBatch(ports);
    if (left === 'nothing') return;
    if (left.after === 0 && ports.now() < begunBefore) continue;
    if (left.after <= longestBellSeconds) await ports.bells.ringDue(left.after);
    return;
  }
}

/** `after`: in how many seconds to go on. */
async function workBatch(ports: Ports): Promise<'nothing' | { readonly after: number }> {
  const found = await ports.links.due(ports.now(), batch);
  if (found.length === 0) return 'nothing';
  const { rows, isTold } = await tellOwed(ports, found);
  // What somebody else works on is still due: asked for at once, it would be found again and again.
  if (rows.length === 0) return { after: isTold ? 0 : busySeconds };
  const taken = await takeDue(ports, rows);
  if (taken.length === 0) return { after: 0 };
  const { document: settings } = await ports.settings.read();
  const errands = await leaseDue(ports, taken, settings);
  // Somebody else took what storage still calls due.
  if (errands.length === 0) return { after: busySeconds };
  try {
    return await work({ ports, settings, until: ports.now() + workMs }, errands);
  } catch (error) {
    if (await isOver(ports, errands, error)) return { after: 0 };
    throw error;
  }
}

/**
 * What follows when the work threw, as for the inbox: storage's failures are nobody's fault, and a suspect that makes
 * the app throw by itself is parked with what was thrown.
 */
async function isOver(ports: Ports, errands: readonly Errand[], error: unknown): Promise<boolean> {
  if (ports.isOutage(error)) {
    await commit(
      ports,
      errands.map(({ key, before }) => ({ key, before, after: { ...before, died: oneLess(before) } })),
    ).catch(() => undefined);
    return false;
  }
  const [only, more] = errands;
  if (!only || more || !isSuspect(only.before)) return false;
  const suspect = { ...only.before, died: lastTry };
  const after = parkTodo(suspect, only.todo, appFailed(failureOf(error)), ports.now());
  await commit(ports, [{ key: only.key, before: only.before, after, leaseFor: 0 }]);
  return true;
}

async function work(pass: Pass, errands: readonly Errand[]): Promise<{ readonly after: number }> {
  const { ports } = pass;
  const before = ports.jiraUse();
  await settleDoubts(pass, errands);
  for (const [todo, act] of Object.entries(actions))
    await act(
      pass,
      errands.filter((errand) => errand.todo === todo && isFree(errand)),
    );
  for (const errand of errands) await finishErrand(ports, errand);
  for (const errand of errands.filter(({ appliesAgain }) => appliesAgain)) foldAgain(pass, errand);
  await applyAgain(
    ports,
    errands.filter(({ appliesAgain }) => appliesAgain),
  );
  const released = await releaseDue(ports, errands);
  await clearTold(ports, released);
  await noteActivity(ports, released, jiraUseSince(ports, before));
  const waits = errands.flatMap(({ problem }) => (problem?.kind === 'later' ? [problem.after] : []));
  return { after: waits.length > 0 ? Math.max(1, Math.min(...waits)) : 0 };
}

/** A group has no snapshot of its own: it is folded again. */
function foldAgain({ ports }: Pass, errand: Errand): void {
  if (isGroup(errand.record)) errand.record = toFold(errand.record, ports.now());
}

/** Queued before the records are given back: a death in between leaves the todo, and a snapshot twice does no harm. */
async function applyAgain(ports: Ports, errands: readonly Errand[]): Promise<void> {
  const unheld = errands.filter(({ record }) => !record.held).map(({ key }) => key);
  const kept = await ports.snapshots.readMany(unheld);
  for (const [connection, some] of groupBy(errands, ({ record }) => record.connection)) {
    const snapshots = some.flatMap(({ key, record }): SnapshotItem[] => {
      const { held, seenAt } = record;
      if (held) return [{ finding: held, seenAt }];
      const finding = keptFinding(record, kept.get(key));
      return finding ? [{ finding, seenAt, anew: true }] : [];
    });
    const chunks = chunksOf(ports, connection, ports.newId(), snapshots);
    await putAll(ports, chunks);
    await ringFor(
      ports,
      chunks.map(({ mark }) => mark),
      1,
    );
  }
}

type Act = (pass: Pass, errands: readonly Errand[]) => Promise<void>;

/** In the order in which they are done. What portals are to hear is numbered before, and needs no lease. */
const actions: Readonly<Record<Exclude<Todo, 'tell'>, Act>> = {
  follow: async (pass, errands) => {
    await readPairs(pass, errands);
    await followProducts(pass, errands);
  },
  link: linkGone,
  close: closeGone,
  reopen: reopenExpired,
  delete: deleteRejected,
  comment: sayOwed,
  talk,
  fold: foldGroups,
  apply: (_pass, errands) => {
    for (const errand of errands) errand.appliesAgain = true;
    return Promise.resolve();
  },
  part: takeApart,
  listen,
  escalate,
};

/** An issue that may or may not exist is looked for first: it might be the very one to close. */
async function settleDoubts({ ports }: Pass, errands: readonly Errand[]): Promise<void> {
  const claimants = errands.map(({ key, record }): Claimant => ({
    key,
    record,
    outcomes: new Map(),
    problems: [],
  }));
  const settled = new Map((await settleClaims(ports, claimants)).map((one) => [one.key, one]));
  for (const errand of errands) {
    const { record = errand.record, problems: [problem] = [] } = settled.get(errand.key) ?? {};
    errand.record = record;
    if (problem) errand.problem = problem;
  }
}
