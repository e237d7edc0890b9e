/** The places of a new day, or those that a changed rule adds, go to findings that wait: those whose turn it is. */
import type { LinkRecord } from '../../contract/link-record';
import { mark } from '../../core/data/hash';
import { slices } from '../../core/data/lists';
import { ruleOf } from '../../core/settings/spaces';
import { grantWaiting, type Waiting } from '../../core/sync/day-quota';
import { markOfRules } from '../../core/sync/turn';
import type { Ports } from '../ports';
import { forgetCause } from '../records/held-causes';
import { retryCause } from './retry-held';
import { type HeldRow, mayRetry, retryRows } from './retry-rows';

/** Reading goes no faster than a half of what storage gives everybody together (4,000 units a minute). */
const msPerUnit = 30;
/** So many of those that wait are compared; the others are looked at when these have gone. */
const mostCompared = 20_000;
const rowsAtOnce = 100;

/**
 * `cause`: under which they wait for the rule. Without a limit, or without the rule, all of them are decided anew; so are
 * those that wait because of rules as they were, before anybody has a turn.
 */
export async function giveTurns(ports: Ports, cause: string, rule: string, until: number): Promise<void> {
  const { document } = await ports.settings.read();
  const perDay = ruleOf(document, rule)?.then.cap?.perDay;
  if (perDay === undefined) return retryCause(ports, cause, until);
  const { keys, waiting, outdated } = await thoseThatWait(ports, cause, markOfRules(document.rules), until);
  for (const some of slices(outdated, rowsAtOnce)) await retryRows(ports, some);
  if (outdated.length > 0) return;
  let granted: ReadonlySet<string> = new Set();
  await ports.quotas.change(rule, (before) => {
    const given = grantWaiting(before, waiting, perDay, ports.now());
    granted = given.granted;
    return given.quota;
  });
  if (waiting.length === 0) return forgetCause(ports, cause);
  const chosen = [...granted].flatMap((one) => keys.get(one) ?? []);
  for (const some of slices(chosen, rowsAtOnce)) {
    const records = await ports.links.getMany(some);
    const rows = [...records].map(([key, record]) => ({ key, record }));
    await retryRows(
      ports,
      rows.filter(({ record }) => waitsFor(cause, record)),
      cause,
    );
  }
}

async function thoseThatWait(
  ports: Ports,
  cause: string,
  rules: string,
  until: number,
): Promise<{
  readonly keys: ReadonlyMap<string, string>;
  readonly waiting: Waiting[];
  readonly outdated: HeldRow[];
}> {
  const outdated: HeldRow[] = [];
  const keys = new Map<string, string>();
  const waiting: Waiting[] = [];
  let cursor: string | undefined;
  do {
    const { records, next, units } = await ports.links.heldPage(cause, cursor);
    const held = records.filter((row) => waitsFor(cause, row.record));
    const isOutdated = ({ record }: HeldRow) => record.turn?.by !== rules;
    outdated.push(...held.filter(isOutdated));
    for (const { key, record } of held.filter((row) => !isOutdated(row))) {
      keys.set(mark(key), key);
      const since = record.turn?.since ?? record.seenAt;
      waiting.push({ mark: mark(key), severity: record.facts.severity, since });
    }
    cursor = next;
    if (cursor !== undefined) await ports.pause(units * msPerUnit);
  } while (cursor !== undefined && waiting.length + outdated.length < mostCompared && ports.now() < until);
  return { keys, waiting, outdated };
}

function waitsFor(cause: string, record: LinkRecord): boolean {
  return record.state === 'held' && record.cause === cause && mayRetry(record);
}
