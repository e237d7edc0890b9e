/** Lets calls to Jira out when their turn has come: as many at once as the endpoint bears, and none while a limit stands. */
import type { QuotaReport } from '../../core/jira/budget';
import { nextWriteAt, withWrite } from '../../core/jira/endpoint';
import type { Limited } from '../../core/jira/failure';
import { nextTurn, type Pace } from '../../core/jira/pace';

/** What stands in the way of a call until then (ms). `own`: the app holds back by itself. */
export interface Standing {
  readonly until: number;
  readonly reason: string;
  readonly own?: true;
}

/** What all invocations together may ask of Jira. */
export interface Limits {
  /** Hears what the others wrote, if that is a while ago. */
  look(): Promise<void>;
  /** What stands in the way of calls to this endpoint; undefined: nothing. */
  standing(endpoint: string): Standing | undefined;
  paceOf(endpoint: string): Pace;
  learn(endpoint: string, pace: Pace): void;
  /** Notes what a call costs, and what Jira said of the quota with its answer. */
  spend(points: number, report: QuotaReport): void;
  /** Tells the others what a refusal taught; `all`: until when Jira wants no calls at all. */
  tell(all?: Standing): Promise<void>;
}

/** Time as this invocation has it. After `until` (ms) it waits for nothing any more. */
export interface Patience {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly until: number;
}

/** What a call is about. */
export interface Errand {
  readonly endpoint: string;
  /** The issue that it writes to. */
  readonly issue?: string;
  /** What it may cost: counted when it is let out, so that those beside it know. */
  readonly points: number;
}

export interface Gate {
  /** Waits until the call may go out; a wait that is too long is answered instead. */
  enter(call: Errand): Promise<Limited | undefined>;
  /** The call that was let out has its answer. */
  leave(call: Errand): void;
  /** Jira wants no more writes to an issue until then. */
  spare(issue: string, until: number): void;
}

/** What is worth waiting for inside an invocation; anything longer is left to another. */
const longestWait = 10_000;

interface Lane {
  underWay: number;
  /** The turn that was taken last. */
  turn: number;
  readonly waiting: (() => void)[];
}

/** The gate of one invocation. */
export function createGate(limits: Limits, { now, sleep, until }: Patience): Gate {
  const lanes = new Map<string, Lane>();
  const writes = new Map<string, number[]>();
  const spared = new Map<string, number>();

  function laneOf(endpoint: string): Lane {
    const lane = lanes.get(endpoint) ?? { underWay: 0, turn: -Infinity, waiting: [] };
    lanes.set(endpoint, lane);
    return lane;
  }

  function standingFor({ endpoint, issue = '' }: Errand): Standing | undefined {
    const free = Math.max(spared.get(issue) ?? 0, nextWriteAt(writes.get(issue) ?? []));
    const own = free > now() ? { until: free, reason: 'jira-per-issue-on-write' } : undefined;
    const all = limits.standing(endpoint);
    return own && all ? (own.until > all.until ? own : all) : (own ?? all);
  }

  /** Answers whether it waited: what is too long is not waited for. */
  async function waited(at: number): Promise<boolean> {
    const isTooLong = at - now() > longestWait || at > until;
    if (!isTooLong) await sleep(at - now());
    return !isTooLong;
  }

  function limitedBy({ until: end, ...why }: Standing): Limited {
    return { kind: 'limited', retryAfter: Math.max(1, Math.ceil((end - now()) / 1000)), ...why };
  }

  function leave(lane: Lane): void {
    lane.underWay -= 1;
    for (const wake of lane.waiting.splice(0)) wake();
  }

  return {
    async enter(call) {
      const lane = laneOf(call.endpoint);
      for (;;) {
        await limits.look();
        const standing = standingFor(call);
        if (standing) {
          if (!(await waited(standing.until))) return limitedBy(standing);
          continue;
        }
        const pace = limits.paceOf(call.endpoint);
        if (lane.underWay >= Math.floor(pace.width)) {
          await new Promise<void>((resolve) => lane.waiting.push(resolve));
          continue;
        }
        lane.underWay += 1;
        const at = nextTurn(pace, lane.turn, now());
        lane.turn = at;
        const isInTime = at <= now() || (await waited(at));
        if (isInTime && !standingFor(call)) {
          limits.spend(call.points, {});
          if (call.issue !== undefined)
            writes.set(call.issue, withWrite(writes.get(call.issue) ?? [], now()));
          return undefined;
        }
        leave(lane);
        if (!isInTime) return limitedBy({ until: at, reason: 'jira-burst-based' });
      }
    },
    leave({ endpoint }) {
      leave(laneOf(endpoint));
    },
    spare(issue, end) {
      spared.set(issue, end);
    },
  };
}
