import type { SandboxClock } from '../clock';
import type { Dispatch, Handler, InvocationSetting, Outcome } from './invocation';
import { runInvocation } from './invocation';
import { functionOf } from './manifest';

/** The exports of the app's entry module. */
export type AppModule = () => Promise<Record<string, unknown>>;

/** Who is called and how long it may take. */
export interface Call {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** Left out for consumers and schedules, whose functions say it themselves (55 s by default). */
  readonly timeoutSeconds?: number;
  readonly accountId?: string;
  /** Whether that person allowed the app to act for them; left out, they did. */
  readonly consents?: boolean;
  readonly chain?: number;
}

/** Calls the functions of the manifest. */
export type CallFunction = (call: Call, body: unknown) => Promise<Outcome>;

const DEFAULT_SECONDS = 55;

/** Loads the app once and calls its handlers. The app sees each platform call answered by `dispatch`. */
export function createFunctions(
  setting: InvocationSetting,
  app: AppModule,
  dispatch: Dispatch,
): CallFunction {
  let loading: Promise<Record<string, unknown>> | undefined;
  return async (call, body) => {
    loading ??= load(setting.clock, app);
    const definition = functionOf(setting.manifest, call.functionKey);
    const handler = handlerIn(await loading, definition.handler);
    const timeoutSeconds = call.timeoutSeconds ?? definition.timeoutSeconds ?? DEFAULT_SECONDS;
    return runInvocation(setting, { ...call, timeoutSeconds }, handler, body, dispatch);
  };
}

async function load(clock: SandboxClock, app: AppModule): Promise<Record<string, unknown>> {
  const letGo = clock.hold();
  try {
    return await app();
  } finally {
    letGo();
  }
}

function handlerIn(exports: Record<string, unknown>, handler: string): Handler {
  const [file, name] = handler.split('.', 2);
  const found = file === 'index' && name !== undefined ? exports[name] : undefined;
  if (typeof found !== 'function') throw new Error(`${handler} is not an exported function.`);
  return found as Handler;
}
