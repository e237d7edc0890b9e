import type { SandboxClock } from '../clock';
import { createFaults, type DeliveryTarget, type Faults } from '../faults';
import { createRecorder, type Recorder } from '../recorder';
import type { JiraAnswer, JiraRequest, JiraSite, ProductEvent } from '../types';
import { type ActionCaller, type ActionResult, runAction } from './actions';
import type { Latency } from './calls';
import { Accounts } from './accounts';
import { createDispatch } from './dispatch';
import { createEgress, type Egress, type EgressGroups, type EgressHandler } from './egress';
import { createFunctions, type AppModule } from './functions';
import { installGlobals } from './globals';
import { newIdentity, type Identity } from './identity';
import type { Outcome } from './invocation';
import { askJira, createJiraService } from './jira-service';
import type { JobRecord } from './jobs';
import { createJournal, type Journal } from './journal';
import { createKvs, type Kvs } from './kvs/service';
import type { StorageSnapshot } from './kvs/spaces';
import type { Manifest } from './manifest';
import { createProductEvents } from './product-events';
import { createQueues } from './queue';
import { callResolver, type ResolverCaller } from './resolver';
import { createSchedules } from './schedules';
import {
  callWebTrigger,
  createRateHeaders,
  type WebTriggerAnswer,
  type WebTriggerRequest,
} from './web-trigger';
import { createWebTriggerUrls } from './web-trigger-urls';
import { Worker, type Task } from './worker';

installGlobals();

/** Everything about an installation that survives a restart, as plain JSON. */
export interface HostSnapshot {
  readonly identity: Identity;
  readonly storage: StorageSnapshot;
  readonly webTriggers: Readonly<Record<string, string>>;
  readonly egress: EgressGroups;
  readonly jobs: readonly JobRecord[];
  readonly tasks: readonly Task[];
}

export interface HostOptions {
  readonly manifest: Manifest;
  readonly jira: JiraSite;
  readonly clock: SandboxClock;
  /** The app's entry module; `src/index` where it is left out. */
  readonly appModule?: AppModule;
  readonly recorder?: Recorder;
  readonly snapshot?: HostSnapshot;
  /** How long the platform takes to answer a call, in milliseconds; 0 where it is left out. */
  readonly latency?: Latency;
  /** How long a product event takes to arrive, in milliseconds; 0 where it is left out. */
  readonly eventDelayMs?: (event: ProductEvent) => number;
  /** How far queries of storage are behind, in milliseconds; 0 where it is left out. */
  readonly queryLagMs?: number;
  /** Stands for the network outside; without it only addresses of this machine can be reached. */
  readonly egress?: EgressHandler;
}

/** How far `runUntilIdle` goes. */
export interface RunOptions {
  /** How much time may pass, in milliseconds; a day where it is left out. */
  readonly maxVirtualMs?: number;
  /** Whether schedules run too; with them it never gets idle, so time passes to the very end. */
  readonly schedules?: boolean;
}

/** One installation of the app on a local stand-in for the Forge platform. */
export interface ForgeHost {
  readonly identity: Identity;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly recorder: Recorder;
  readonly kvs: Kvs;
  readonly egress: Egress;
  readonly accounts: Accounts;
  /** What is waiting to be delivered or being delivered. */
  readonly tasks: readonly Task[];
  /** Where web triggers are reached, for example `http://127.0.0.1:8080`. */
  publicOrigin: string;
  webTriggerUrl(key: string): string;
  webTrigger(target: string, request: WebTriggerRequest): Promise<WebTriggerAnswer>;
  /** What a page gets from `invoke`. @throws with the words that the page would see. */
  invokeResolver(
    moduleType: string,
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    caller: ResolverCaller,
  ): Promise<unknown>;
  /** What a rule of Automation gets from an action, its inputs filled in. @throws where no such rule could be saved */
  runAction(
    key: string,
    inputs: Readonly<Record<string, unknown>>,
    caller: ActionCaller,
  ): Promise<ActionResult>;
  /** What a page gets from `requestJira`: always as the person in front of it. */
  requestJira(accountId: string, request: JiraRequest): Promise<JiraAnswer>;
  /** Takes in an event as Jira raises it; the events of the site come by themselves. */
  emit(event: ProductEvent): void;
  /** Announces the installation to the app, as the platform does after `forge install`. */
  install(installerAccountId?: string): void;
  runSchedule(key: string): Promise<Outcome>;
  /** Delivers queue events that are due, without letting time pass. Answers how many. */
  drainQueue(): Promise<number>;
  /** Delivers everything that is due, without letting time pass. Answers how many. */
  tick(): Promise<number>;
  /** Delivers everything, letting time pass to whatever is due next, until nothing is left. Answers how many. */
  runUntilIdle(options?: RunOptions): Promise<number>;
  /** Works off everything in the background, schedules included, until `stop`. */
  start(): void;
  stop(): void;
  snapshot(): HostSnapshot;
}

const DELIVERIES: readonly DeliveryTarget[] = ['queue', 'event'];
const ALL: readonly DeliveryTarget[] = ['queue', 'event', 'schedule'];
const DAY_MS = 86_400_000;

/** Installs the app on the given site. The app is imported with the first call. */
export function createForgeHost(options: HostOptions): ForgeHost {
  const { manifest, jira, clock, snapshot, eventDelayMs = () => 0, latency = () => 0 } = options;
  const identity = snapshot?.identity ?? newIdentity(manifest);
  const faults = createFaults();
  const journal = createJournal(clock);
  const recorder = options.recorder ?? createRecorder(clock);
  const worker = new Worker(clock, faults);
  const kvs = createKvs(manifest.app.storage?.entities ?? [], clock, snapshot?.storage);
  kvs.queryLagMs = options.queryLagMs ?? 0;
  const egress = createEgress(manifest, clock, snapshot?.egress, options.egress);
  const urls = createWebTriggerUrls(manifest, () => host.publicOrigin, snapshot?.webTriggers);
  const rateHeaders = createRateHeaders(clock);
  const accounts = new Accounts(manifest);
  const dispatch = createDispatch({ clock, faults, journal, latency }, manifest, {
    jira: createJiraService(manifest, jira, recorder),
    kvs,
    egress,
    urls,
    queues: (call) => queues.handle(call),
    accounts,
  });
  const setting = { manifest, identity, clock, journal, external: () => egress.external() };
  const callFunction = createFunctions(setting, options.appModule ?? sourceOfTheApp, dispatch);
  const queues = createQueues({ manifest, clock, journal, worker, callFunction }, snapshot?.jobs);
  const emit = createProductEvents({
    manifest,
    clock,
    journal,
    worker,
    callFunction,
    jira,
    delayMs: eventDelayMs,
  });
  const runSchedule = createSchedules(
    { manifest, clock, identity, worker, callFunction },
    snapshot === undefined,
  );
  for (const task of snapshot?.tasks ?? []) worker.add(task);
  jira.onEvent(emit);

  const host: ForgeHost = {
    identity,
    faults,
    journal,
    recorder,
    kvs,
    egress,
    accounts,
    get tasks() {
      return worker.tasks();
    },
    publicOrigin: `https://${identity.installationId}.webtrigger.atlassian.app`,
    webTriggerUrl: (key) => urls.url(key),
    webTrigger: (target, request) =>
      callWebTrigger({ manifest, urls, callFunction, rateHeaders }, target, request),
    invokeResolver: (moduleType, moduleKey, functionKey, payload, caller) =>
      callResolver(
        { manifest, identity, siteUrl: jira.baseUrl, callFunction },
        { moduleType, moduleKey, functionKey, payload, caller },
      ),
    runAction: (key, inputs, caller) => runAction({ manifest, callFunction }, key, inputs, caller),
    requestJira: (accountId, request) => askJira(jira, recorder, request, { kind: 'user', accountId }),
    emit,
    install(installerAccountId) {
      emit(installedEvent(identity, clock.now(), installerAccountId));
    },
    runSchedule,
    drainQueue: () => worker.settle(['queue']),
    tick: () => worker.settle(ALL),
    async runUntilIdle({ maxVirtualMs = DAY_MS, schedules = false } = {}) {
      const until = clock.now() + maxVirtualMs;
      const delivered = await worker.runUntil(schedules ? ALL : DELIVERIES, until);
      if (schedules && clock.now() < until) await clock.sleep(until - clock.now());
      return delivered;
    },
    start() {
      worker.start(ALL).catch((error: unknown) => {
        journal.add('log', `The sandbox itself failed: ${String(error)}`);
        throw error;
      });
    },
    stop: () => {
      worker.stop();
    },
    snapshot: () => ({
      identity,
      storage: kvs.snapshot(),
      webTriggers: { ...urls.ids },
      egress: structuredClone(egress.groups),
      jobs: queues.jobs,
      tasks: worker.tasks(),
    }),
  };
  return host;
}

const sourceOfTheApp: AppModule = () => import('../../../src/index');

function installedEvent(
  { installationId, appId, appVersion, environmentId }: Identity,
  at: number,
  installer: string | undefined,
): ProductEvent {
  const payload = {
    id: installationId,
    ...(installer === undefined ? {} : { installerAccountId: installer }),
    app: { id: appId, version: appVersion },
    environment: { id: environmentId },
  };
  return { name: 'avi:forge:installed:app', payload, accountId: installer ?? '', at };
}
