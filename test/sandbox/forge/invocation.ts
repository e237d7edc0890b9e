import { randomUUID } from 'node:crypto';
import { types } from 'node:util';
import type { Alarm, SandboxClock } from '../clock';
import type { CallMeta, RunningInvocation } from './globals';
import { runInside } from './globals';
import { contextAri, installationOf, type Identity } from './identity';
import type { Journal } from './journal';
import { createLogBudget } from './logs';
import { scopesOf, type Manifest } from './manifest';

/** Which function is called, for whom and for how long at most. */
export interface InvocationSpec {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly timeoutSeconds: number;
  readonly accountId?: string;
  /** Whether that person allowed the app to act for them; left out, they did. */
  readonly consents?: boolean;
  /** How many pushes lie between the first cause and this invocation. */
  readonly chain?: number;
}

/** Why the platform saw an invocation fail. `FUNCTION_ERROR`: the handler threw. */
export type FailureReason = 'FUNCTION_ERROR' | 'FUNCTION_TIME_OUT' | 'FUNCTION_OUT_OF_MEMORY';

export type Outcome =
  | { readonly type: 'returned'; readonly value: unknown }
  | { readonly type: 'failed'; readonly reason: FailureReason; readonly error: Error };

/** A handler that is running. After its end no call of it reaches the platform any more. */
export interface Invocation {
  readonly id: string;
  readonly spec: InvocationSpec;
  /** Milliseconds since the epoch at which the platform stops it. */
  readonly deadline: number;
  readonly ended: boolean;
  /** Stops it here and now, as a time-out or a full memory does. */
  kill(reason: FailureReason): void;
}

/** Carries out a platform call of an invocation. */
export type Dispatch = (
  invocation: Invocation,
  meta: CallMeta,
  path: string,
  init: RequestInit,
) => Promise<Response>;

/** What invocations of one installation share. */
export interface InvocationSetting {
  readonly manifest: Manifest;
  readonly identity: Identity;
  readonly clock: SandboxClock;
  readonly journal: Journal;
  /** External addresses that are allowed now; part of what the app can ask about itself. */
  readonly external: () => object;
}

export type Handler = (body: unknown, context: unknown) => unknown;

/** Runs a handler as the platform does: arguments and result go over the wire as JSON, within its time limit. */
export async function runInvocation(
  setting: InvocationSetting,
  spec: InvocationSpec,
  handler: Handler,
  body: unknown,
  dispatch: Dispatch,
): Promise<Outcome> {
  const invocation = new Running(setting, spec, dispatch);
  const { journal, clock } = setting;
  const name = `${spec.moduleType} ${spec.moduleKey}`;
  journal.add('invocation', `${name} starts`, { invocationId: invocation.id });
  const alarm = clock.alarm(invocation.deadline);
  void alarm.rings.then(() => {
    invocation.kill('FUNCTION_TIME_OUT');
  });
  const context = handlerContext(setting.identity, spec);
  const finished = runInside(invocation, async () =>
    overTheWire(await handler(overTheWire(body), context)),
  ).then(
    (value): Outcome => ({ type: 'returned', value }),
    (error: unknown): Outcome => ({ type: 'failed', reason: 'FUNCTION_ERROR', error: asError(error) }),
  );
  const outcome = await Promise.race([finished, invocation.killed]);
  alarm.cancel();
  invocation.end();
  const result = outcome.type === 'returned' ? 'ends' : `fails: ${outcome.reason} ${outcome.error.message}`;
  const dropped = invocation.droppedLines > 0 ? `, ${String(invocation.droppedLines)} log lines dropped` : '';
  journal.add('invocation', `${name} ${result}${dropped}`, {
    invocationId: invocation.id,
    detail: outcome.type === 'failed' ? outcome.error.stack : undefined,
  });
  return outcome;
}

class Running implements Invocation, RunningInvocation {
  readonly id = randomUUID();
  readonly deadline: number;
  readonly runtime: object;
  readonly killed: Promise<Outcome>;
  ended = false;
  private die: (outcome: Outcome) => void = () => undefined;
  private readonly budget;

  constructor(
    private readonly setting: InvocationSetting,
    readonly spec: InvocationSpec,
    private readonly dispatch: Dispatch,
  ) {
    this.deadline = setting.clock.now() + spec.timeoutSeconds * 1000;
    this.killed = new Promise((resolve) => {
      this.die = resolve;
    });
    this.budget = createLogBudget(spec.timeoutSeconds);
    this.runtime = runtimeOf(setting, this);
  }

  get droppedLines(): number {
    return this.budget.dropped;
  }

  kill(reason: FailureReason): void {
    if (this.ended) return;
    this.ended = true;
    this.die({ type: 'failed', reason, error: Object.assign(new Error(reason), { name: reason }) });
  }

  end(): void {
    this.ended = true;
  }

  call(meta: CallMeta, path: string, init: RequestInit): Promise<Response> {
    return this.dispatch(this, meta, path, init);
  }

  timer(ms: number): Alarm | undefined {
    const { clock } = this.setting;
    return clock.virtual ? clock.alarm(clock.now() + ms, true) : undefined;
  }

  log(level: string, text: string): void {
    if (this.budget.take(text))
      this.setting.journal.add('log', `${level}: ${text}`, { invocationId: this.id });
  }
}

/** The second argument of every handler. */
function handlerContext(identity: Identity, spec: InvocationSpec): object {
  return {
    principal: spec.accountId === undefined ? undefined : { accountId: spec.accountId },
    installContext: contextAri(identity),
    installation: installationOf(identity),
  };
}

/** `__forge_runtime__`: what the packages read about the invocation. */
function runtimeOf({ manifest, identity, clock, external }: InvocationSetting, invocation: Running): object {
  const { spec, deadline } = invocation;
  return {
    appContext: {
      appId: identity.appId,
      appVersion: identity.appVersion,
      environmentId: identity.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: invocation.id,
      installationId: identity.installationId,
      functionKey: spec.functionKey,
      moduleKey: spec.moduleKey,
      moduleType: spec.moduleType,
      permissions: { scopes: [...scopesOf(manifest)], external: external() },
      installation: installationOf(identity),
    },
    contextAri: contextAri(identity),
    aaid: spec.accountId,
    metrics: SILENT_METRICS,
    lambdaContext: { awsRequestId: invocation.id, getRemainingTimeInMillis: () => deadline - clock.now() },
    tracing: { traceId: traceMark(), spanId: traceMark() },
    featureFlags: () => false,
    externalAuth: [],
  };
}

/** Sixteen hexadecimal digits. */
function traceMark(): string {
  return randomUUID().replaceAll('-', '').slice(-16);
}

const SILENT_METRICS = {
  counter: () => ({
    incr: () => undefined,
    incrBy: () => undefined,
    decr: () => undefined,
    decrBy: () => undefined,
  }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};

function overTheWire(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

function asError(thrown: unknown): Error {
  return types.isNativeError(thrown) ? thrown : new Error(String(thrown));
}
