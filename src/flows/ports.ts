/** What the flows need of the world. Gateways implement it; nothing here knows Forge, HTTP or storage keys. */
import type { Health } from '../contract/health';
import type { DayQuota } from '../contract/day-quota';
import type { SetUpMemory } from '../contract/set-up';
import type { SlaWalk } from '../contract/sla-state';
import type { TaskMark } from '../contract/tasks';
import type { ActivityLog } from './ports-activity';
import type { Catalogue } from './ports-catalogue';
import type { Causes } from './ports-causes';
import type { Connections, Deeds } from './ports-connections';
import type { Bells, Inbox, KnownStore, Reports } from './ports-inbox';
import type { Jira, JiraReader } from './ports-jira';
import type { Jobs } from './ports-jobs';
import type { Outbounds, Outside } from './ports-outbound';
import type { Links, Snapshots } from './ports-links';
import type { Outbox } from './ports-outbox';
import type { Pointers } from './ports-pointers';
import type { SettingsStore } from './ports-settings';
import type { Threads } from './ports-threads';

export type { Cause, Causes } from './ports-causes';
export type { Connections, Deeds, KnownConnection, NumberedDeed } from './ports-connections';
export type { Links, RecordPage, Rekey, Snapshots } from './ports-links';
export type { RecordChange } from './ports-outbox';
export type { SettingsStore, StoredVersion } from './ports-settings';

/** Remembers the ids of signed calls for as long as their timestamps are taken. */
export interface Replays {
  /** Claims the id, also one that the same call gave back; otherwise answers what the first call with it left behind. */
  claim(
    connection: string,
    id: string,
    fingerprint: string,
  ): Promise<'new' | { fingerprint: string; at: number; answer?: StoredAnswer }>;
  keep(connection: string, id: string, fingerprint: string, answer: StoredAnswer): Promise<void>;
  /** Gives the id back to the same call, which was not carried out. */
  release(connection: string, id: string, fingerprint: string): Promise<void>;
}
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Where the pass over all records goes on; without a cursor it begins anew. */
export interface Marks {
  read(): Promise<{ cursor?: string } | undefined>;
  write(mark: { cursor?: string }): Promise<void>;
}

/** What the schedule remembers of recurring tasks, by id. */
export interface TaskMarkStore {
  read(): Promise<Readonly<Record<string, TaskMark>>>;
  write(marks: Readonly<Record<string, TaskMark>>): Promise<void>;
}

/** What the set-up remembers; empty before the first step. */
export type SetUpStore = Memo<SetUpMemory>;

/** How far the walk is that brings changed clocks to all findings. */
export interface SlaWalkStore {
  read(): Promise<SlaWalk | undefined>;
  write(walk: SlaWalk): Promise<void>;
}

/** Numbers that limit what may happen within an hour. */
export interface Counters {
  /** Takes up to `wanted` of what `cap` still leaves; answers how much. */
  take(name: string, wanted: number, cap: number): Promise<number>;
  /** What was taken and not used. */
  giveBack(name: string, amount: number): Promise<void>;
}

/** The places that rules have a day. */
export interface Quotas {
  /** Compare-and-set: the quota of a rule after the change, which may be asked for more than once. */
  change(rule: string, changed: (before: DayQuota) => DayQuota): Promise<DayQuota>;
}

export interface Products {
  note(names: readonly string[], at: number): Promise<void>;
  list(
    search?: string,
    cursor?: string,
  ): Promise<{ products: { name: string; firstSeenAt: number }[]; next?: string }>;
  knows(name: string): Promise<boolean>;
  forget(name: string): Promise<void>;
}

/** The personal data that is stored: account ids and the names that belong to them. */
export interface People {
  /** Says which accounts (90 at most) are stored and since when (ms); answers those to erase or to read anew. */
  report(accounts: readonly { id: string; at: number }[]): Promise<Map<string, 'closed' | 'updated'>>;
  /** When (ms) accounts were read anew. */
  refreshed(): Promise<Map<string, number>>;
  noteRefreshed(refreshed: ReadonlyMap<string, number>): Promise<void>;
  /** Forgets which accounts e-mail addresses stand for. */
  forgetFound(): Promise<void>;
}

export interface Site {
  /** Address of the Jira site without a trailing slash. */
  url(): Promise<string>;
  /** The web trigger's address without a trailing slash. */
  portalUrl(): Promise<string>;
  environment(): string;
  appVersion(): string;
}

/** The last look after the things in Jira that the settings name. */
export type HealthStore = Memo<Health>;

/** What is remembered once and changed by several at a time; undefined: nothing yet. */
export interface Memo<T> {
  read(): Promise<T | undefined>;
  /** Asks anew for as long as somebody else changed it in between; what stays as it is costs no write. */
  change(changed: (before: T | undefined) => T): Promise<void>;
}

/** Calls sent to Jira, and the points of its hourly quota that they cost. */
export interface JiraUse {
  readonly calls: number;
  readonly points: number;
}

export interface Ports {
  readonly now: () => number;
  /** Lets time pass (ms), for work that must not take all of what others need too. */
  readonly pause: (ms: number) => Promise<void>;
  /** A new random id, fit for storage keys. */
  readonly newId: () => string;
  readonly jira: Jira;
  readonly catalogue: Catalogue;
  readonly links: Links;
  readonly snapshots: Snapshots;
  readonly threads: Threads;
  readonly pointers: Pointers;
  readonly outbox: Outbox;
  readonly outbounds: Outbounds;
  readonly outside: Outside;
  readonly inbox: Inbox;
  readonly reports: Reports;
  readonly known: KnownStore;
  readonly bells: Bells;
  readonly settings: SettingsStore;
  readonly health: HealthStore;
  readonly connections: Connections;
  readonly deeds: Deeds;
  readonly replays: Replays;
  readonly activity: ActivityLog;
  readonly causes: Causes;
  readonly jobs: Jobs;
  readonly counters: Counters;
  readonly quotas: Quotas;
  readonly marks: Marks;
  readonly products: Products;
  readonly taskMarks: TaskMarkStore;
  readonly slaWalk: SlaWalkStore;
  readonly setUp: SetUpStore;
  readonly people: People;
  readonly site: Site;
  /** Whether an error comes from storage or the platform, and not from what was being worked on. */
  readonly isOutage: (error: unknown) => boolean;
  /** What this invocation used of Jira so far. */
  readonly jiraUse: () => JiraUse;
}

/** What a flow needs that only looks: that it writes nothing is proved by its compiling. */
export interface ReadPorts {
  readonly now: Ports['now'];
  readonly jira: JiraReader;
  readonly catalogue: Catalogue;
  readonly links: Omit<Links, 'saveMany' | 'saveTogether' | 'rekey' | 'forget'>;
  readonly snapshots: Pick<Snapshots, 'readMany'>;
  readonly threads: Pick<Threads, 'readMany'>;
  readonly pointers: Pick<Pointers, 'of'>;
  readonly inbox: Pick<Inbox, 'get' | 'pending' | 'pendingOf' | 'listPending' | 'receipt'>;
  readonly known: Pick<KnownStore, 'family' | 'results'>;
  readonly settings: Omit<SettingsStore, 'save' | 'rewrite'>;
  readonly connections: Pick<Connections, 'list' | 'get' | 'pulses'>;
  readonly outbox: Pick<Outbox, 'hears'>;
  readonly activity: Pick<ActivityLog, 'page'>;
  readonly site: Site;
}
