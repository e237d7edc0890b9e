import { virtualClock, type VirtualClock } from '../clock';
import type { JiraAnswer, JiraCaller, JiraRequest, JiraSite, ProductEvent } from '../types';
import { json } from './answers';
import { createForgeHost, type ForgeHost, type HostOptions } from './host';
import type { Manifest } from './manifest';

// These tests answer as a Jira of their own: its calls are no traffic to hold to Atlassian's documents.
delete process.env.RECORD_TRAFFIC;

/** When the virtual clocks of these tests start. */
export const START = Date.UTC(2026, 0, 15, 12, 0, 0);

export const APP_ACCOUNT = 'account-of-the-app';

/** A Jira that answers everything alike and remembers what it was asked. */
export interface EchoJira extends JiraSite {
  readonly calls: { request: JiraRequest; caller: JiraCaller }[];
  /** Replaces the answer. */
  answer: (request: JiraRequest) => JiraAnswer;
  /** What the filter sees as properties of every issue. */
  readonly properties: Record<string, unknown>;
  raise(event: Partial<ProductEvent> & { name: string }): void;
}

export function echoJira(): EchoJira {
  const listeners: ((event: ProductEvent) => void)[] = [];
  const jira: EchoJira = {
    baseUrl: 'https://site.example',
    appAccountId: APP_ACCOUNT,
    calls: [],
    answer: () => json(200, { ok: true }),
    properties: {},
    handle(request, caller) {
      jira.calls.push({ request, caller });
      return Promise.resolve(jira.answer(request));
    },
    onEvent: (listener) => listeners.push(listener),
    propertyForFilter: (_issueId, key) => jira.properties[key],
    raise(event) {
      for (const listener of listeners) listener({ payload: {}, accountId: 'person', at: 0, ...event });
    },
  };
  return jira;
}

/** A small manifest; what `changes` holds replaces its parts. All functions are the handler `main`. */
export function manifestWith(changes: Partial<Manifest> = {}): Manifest {
  return {
    app: { id: 'ari:cloud:ecosystem::app/00000000-0000-4000-8000-000000000001', ...changes.app },
    permissions: { scopes: ['storage:app', 'read:jira-work'], ...changes.permissions },
    modules: {
      'jira:adminPage': [{ key: 'admin', resolver: { function: 'main' } }],
      webtrigger: [
        { key: 'hook', function: 'main', response: { type: 'dynamic' } },
        { key: 'code', function: 'code' },
      ],
      consumer: [{ key: 'worker', queue: 'work', function: 'main' }],
      ...changes.modules,
      function: [
        { key: 'main', handler: 'index.main' },
        { key: 'code', handler: 'index.code' },
        ...(changes.modules?.function ?? []),
      ],
    },
  };
}

type Work<T> = () => Promise<T>;

/** A host on a virtual clock with an app of one exchangeable handler. */
export interface TestHost {
  readonly host: ForgeHost;
  readonly clock: VirtualClock;
  readonly jira: EchoJira;
  /** What every function of the manifest calls. */
  main: (body: never, context: never) => unknown;
  /** Runs code of an app inside an invocation. @throws what the code throws. */
  readonly inApp: <T>(work: Work<T>) => Promise<T>;
}

export function testHost(
  options: Partial<HostOptions> & { clock?: VirtualClock; jira?: EchoJira } = {},
): TestHost {
  const clock = options.clock ?? virtualClock(START);
  const jira = options.jira ?? echoJira();
  let work: Work<void> = () => Promise.resolve();
  const app = {
    main: (body: never, context: never) => test.main(body, context),
    code: () => work().then(() => ({ statusCode: 200 })),
  };
  const test: TestHost = {
    clock,
    jira,
    host: createForgeHost({
      manifest: manifestWith(),
      appModule: () => Promise.resolve(app),
      ...options,
      jira,
      clock,
    }),
    main: () => ({ statusCode: 200 }),
    async inApp<T>(code: Work<T>) {
      let result: Promise<T> | undefined;
      work = async () => {
        result = code();
        await result.catch(() => undefined);
      };
      const { status } = await test.host.webTrigger('code', { method: 'GET' });
      if (status !== 200 || !result) throw new Error(`The invocation ended with ${String(status)}`);
      return result;
    },
  };
  return test;
}

/** The value of a promise that is expected to reject. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('It was expected to fail.');
    },
    (error: unknown) => error,
  );
}
