/** Parked work heals by itself: one finding of each cause is tried, and if it passes, all that the cause holds up. */
import { readHeldReport } from '../../core/portal/held-report';
import { isOfNoFinding, unreadableChunk } from '../../core/sync/app-failure';
import { judgeProbe } from '../../core/sync/probe';
import { ruleOfTurn } from '../../core/sync/turn';
import type { Cause, Ports } from '../ports';
import { forgetCause } from '../records/held-causes';
import { giveTurns } from './give-turns';
import { retryCause } from './retry-held';
import { mayRetry, retryRows } from './retry-rows';

const hourMs = 60 * 60_000;
const toldMs = 7 * 24 * hourMs;
const workMs = 6 * 60_000;
/** Of a cause's findings the one to try is chosen among so many. */
const lookedAt = 20;
/** What became of the tried ones is looked at soon, since somebody may wait for it, and then this often. */
const firstLookSeconds = 15;
const lookSeconds = 300;

/** `probe`: the causes may be gone, one finding of each is tried. `check`: only looks at those that were tried. */
export async function healCauses(ports: Ports, mode: 'probe' | 'check'): Promise<void> {
  let waiting = false;
  for (const cause of await ports.causes.list()) {
    // No record names what is no finding: to look for one would take the entry away unseen.
    if (isOfNoFinding(cause.cause)) {
      if (mode === 'probe' && (await isOver(ports, cause))) await ports.causes.remove(cause.cause);
      continue;
    }
    const rule = ruleOfTurn(cause.cause);
    if (rule !== undefined) {
      if (mode === 'probe') await giveTurns(ports, cause.cause, rule, ports.now() + workMs);
      continue;
    }
    const tried = await judge(ports, cause);
    if (tried === 'waits') waiting = true;
    else if (tried === 'passed') {
      await ports.causes.setProbe(cause.cause, undefined);
      await retryCause(ports, cause.cause, ports.now() + workMs);
    } else if (mode === 'probe') waiting = (await probe(ports, cause)) || waiting;
    else if (tried === 'failed') await ports.causes.setProbe(cause.cause, undefined);
  }
  if (waiting) await ports.bells.ringHeal('check', mode === 'probe' ? firstLookSeconds : lookSeconds);
}

/**
 * A report waits for an admin's word alone, a batch until it can be read. What was lost, such as a report that the app
 * could not digest, is told as long as its receipt.
 */
async function isOver(ports: Ports, { cause, since }: Cause): Promise<boolean> {
  if (readHeldReport(cause)) return false;
  const chunk = unreadableChunk(cause);
  if (chunk === undefined) return ports.now() - since >= toldMs;
  return !(await ports.inbox.get([chunk])).some(({ unreadable }) => unreadable);
}

async function judge(ports: Ports, { cause, probe: tried }: Cause) {
  if (!tried) return 'none';
  const record = (await ports.links.getMany([tried.key])).get(tried.key);
  return judgeProbe(cause, record, tried.at, ports.now());
}

/** Another one each hour: the one that was tried last may be held up for a reason of its own. */
async function probe(ports: Ports, { cause }: Cause): Promise<boolean> {
  const { records, next } = await ports.links.heldPage(cause, undefined, lookedAt);
  if (records.length === 0 && next === undefined) await forgetCause(ports, cause);
  const held = records.filter(({ record }) => record.state === 'held' && mayRetry(record));
  const one = held[Math.floor(ports.now() / hourMs) % Math.max(1, held.length)];
  if (!one) return false;
  await ports.causes.setProbe(cause, { key: one.key, at: ports.now() });
  await retryRows(ports, [one], cause);
  return true;
}
