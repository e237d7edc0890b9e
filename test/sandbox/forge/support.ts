import { virtualClock, type VirtualClock } from '../clock';
import type { JiraAnswer, JiraCaller, JiraRequest, JiraSite, ProductEvent } from '../types';
import { json } from './answers';
import { createForgeHost, type ForgeHost, type HostOptions } from './host';
import type { Manifest } from './manifest';

/** When the virtual clocks of these tests start. */
export const START = Date.UTC(2026, 0, 15, 12, 0, 0);

export const APP_ACCOUNT = 'account-of-the-app';

/** A Jira that answers everything alike and remembers what it was asked. */
export interface EchoJira extends JiraSite {
  readonly calls: { request: JiraRequest; caller: JiraCaller }[];
  /** Replaces the answer. */
  answer: (request: JiraRequest) => JiraAnswer;
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

/** A small manifest; `modules` and the rest are merged over it. */
export function manifestWith(changes: Partial<Manifest> = {}): Manifest {
  return {
    app: { id: 'ari:cloud:ecosystem::app/00000000-0000-4000-8000-000000000001', ...changes.app },
    permissions: { scopes: ['storage:app', 'read:jira-work'], ...changes.permissions },
    modules: {
      'jira:adminPage': [{ key: 'admin', resolver: { function: 'main' } }],
      webtrigger: [{ key: 'hook', function: 'main', response: { type: 'dynamic' } }],
      consumer: [{ key: 'worker', queue: 'work', function: 'main' }],
      function: [{ key: 'main', handler: 'index.main' }],
      ...changes.modules,
    },
  };
}

export type TestHandler = (body: never, context: never) => unknown;

/** A host on a virtual clock whose only function, `main`, can be exchanged between calls. */
export interface TestHost {
  readonly host: ForgeHost;
  readonly clock: VirtualClock;
  readonly jira: EchoJira;
  main: TestHandler;
  /** Calls `main` as the web trigger does and answers what it returned as body. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function testHost(options: Partial<HostOptions> = {}): TestHost {
  const clock = virtualClock(START);
  const jira = echoJira();
  let result: unknown;
  const test: TestHost = {
    clock,
    jira,
    host: createForgeHost({
      manifest: manifestWith(),
      jira,
      clock,
      appModule: () => Promise.resolve({ main: (body: never, context: never) => test.main(body, context) }),
      ...options,
    }),
    main: () => undefined,
    async run<T>(work: () => Promise<T>): Promise<T> {
      const before = test.main;
      let failure: unknown;
      test.main = async () => {
        try {
          result = await work();
        } catch (error) {
          failure = error;
        }
        return { statusCode: 200 };
      };
      await test.host.webTrigger('hook', { method: 'GET' });
      test.main = before;
      if (failure !== undefined) throw failure;
      return result as T;
    },
  };
  return test;
}
