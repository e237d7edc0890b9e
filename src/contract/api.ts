/** The calls of the app's own pages, typed once for both sides: name -> input and output. */
import { z } from 'zod';
import {
  type Activity,
  type DayTotal,
  type HeldCause,
  type HourTotal,
  Outcome,
  type WaitingFindings,
} from './activity';
import {
  type Archived,
  type Connection,
  ConnectionKey,
  type ConnectionPulse,
  IdScope,
  Method,
} from './connection';
import type { Check } from './check';
import type { ConnectionDeed } from './connection-deed';
import { type MaskedCounts, Masking, maskingLimits } from './masking';
import type { DeletingPreview } from './deleting-preview';
import type { HealthProblem } from './health';
import type { FindingState } from './portal-api';
import type { FieldProblem } from './invalid-fields';
import type { Refused } from './inbox';
import type { Reason } from './messages/message';
import type { FindingPreview, ReportPreview } from './preview';
import { outboundInputs, type OutboundOutputs } from './outbound-calls';
import { groupInputs, type GroupOutputs } from './group-calls';
import { ruleInputs, type RuleOutputs } from './rule-calls';
import { Rules } from './rules';
import { Deleting, type ProductSettings, type Role, SectionName, type SettingsDocument } from './settings';
import { setUpInputs, type SetUpOutputs } from './set-up';
import { slaInputs, type SlaOutputs } from './sla-calls';
import type { Story } from './story';
import { Task } from './tasks';
import { templateInputs, type TemplateOutputs } from './template-calls';

export type { Check } from './check';
export type * from './preview';

/** What admins call a connection. */
const Name = z.string().trim().min(1, 'is required').max(100);
const ByKey = z.object({ connection: ConnectionKey });

/** What each call takes. The admin resolver refuses anything else with `invalid`. */
export const adminInputs = {
  ...outboundInputs,
  ...groupInputs,
  ...ruleInputs,
  ...templateInputs,
  ...slaInputs,
  ...setUpInputs,
  'connections.list': z.object({}),
  'connections.create': z.object({
    name: Name,
    method: Method,
    /** Within what the ids of its findings are unique; this never changes. */
    ids: IdScope.default('connection'),
  }),
  'connections.rename': ByKey.extend({ name: Name }),
  'connections.rotate': ByKey,
  'connections.setEnabled': ByKey.extend({ enabled: z.boolean() }),
  'connections.setPaused': ByKey.extend({ paused: z.boolean() }),
  /** A new secret; every older one ends at once, with its tokens. */
  'connections.revoke': ByKey,
  /** Ends at once what the last rotation left. */
  'connections.endPrevious': ByKey,
  /** How many findings a connection has, before it is archived. */
  'connections.count': ByKey,
  'connections.archive': ByKey,
  'connections.restore': ByKey,
  /** Forgets the findings of an archived connection; one that has none is removed for good. */
  'connections.forget': ByKey,
  'connections.test': ByKey,
  'settings.get': z.object({}),
  'settings.save': z.object({ section: SectionName, version: z.number().int().min(0), value: z.unknown() }),
  /** The next turns of a task as it would be saved. */
  'tasks.next': z.object({ task: Task }),
  'settings.export': z.object({}),
  'settings.import': z.object({
    document: z.unknown(),
    apply: z.boolean().default(false),
    /** From the dry run: a section that was saved in between makes the import a conflict. */
    versions: z.partialRecord(SectionName, z.number().int()).optional(),
  }),
  'products.list': z.object({ search: z.string().max(255).optional(), cursor: z.string().optional() }),
  'activity.list': z.object({
    product: z.string().min(1).max(255).optional(),
    outcome: Outcome.optional(),
    cursor: z.string().optional(),
  }),
  /**
   * `text`: a part of a title, a finding's id or an issue's key. `after` and `before`: moments (ms). Each call reads so
   * far back as it may; `cursor` searches further.
   */
  'activity.search': z.object({
    text: z.string().trim().max(255).optional(),
    product: z.string().min(1).max(255).optional(),
    outcome: Outcome.optional(),
    connection: ConnectionKey.optional(),
    after: z.number().int().min(0).optional(),
    before: z.number().int().min(0).max(8.64e15).optional(),
    cursor: z.string().optional(),
  }),
  'activity.stats': z.object({}),
  'activity.retry': z.object({ cause: z.string().optional() }),
  /** Where several issues claim one finding: the right one, by its key. */
  'activity.choose': z.object({ cause: z.string(), issue: z.string().max(255) }),
  /** What deleting would do now by these settings, which need not be saved. */
  'deleting.preview': z.object({ deleting: Deleting }),
  /** `product`: where ids are unique only within it. */
  'findings.story': ByKey.extend({
    finding: z.string().min(1).max(255),
    product: z.string().max(255).optional(),
  }),
  'receipts.find': z.object({
    receipt: z
      .string()
      .trim()
      .min(1, 'is required')
      .max(64)
      .regex(/^[a-z0-9]*$/i),
  }),
  /** `now`: looks at Jira before answering, instead of telling what the daily look found. */
  'health.get': z.object({ now: z.boolean().default(false) }),
  /** Links the app's own issues in the configured projects to this connection again, in the background. */
  'rebuild.start': ByKey,
  /**
   * `document`: a finding, `{"findings": […]}`, or a report of any format, whose findings belong to `product`; a report
   * that is no JSON document as its text.
   */
  'findings.preview': z.object({
    connection: ConnectionKey.optional(),
    product: z.string().trim().min(1).max(255).optional(),
    document: z.unknown(),
    /** Rules that need not be saved, in place of those in force. */
    rules: Rules.optional(),
  }),
  /** What masking would do by these settings, which need not be saved. */
  'masking.try': z.object({ masking: Masking, sample: z.string().max(maskingLimits.sample) }),
  /** `section`: a section of the settings, or `connections`: what was done to these. */
  'audit.list': z.object({
    section: z.union([SectionName, z.literal('connections')]).optional(),
    cursor: z.string().optional(),
  }),
  /** What undoing a change would change now. */
  'audit.preview': z.object({ section: SectionName, version: z.number().int().min(1) }),
  /** `current`: the section's newest version that the admin knew; saved in between, it is a conflict. */
  'audit.undo': z.object({
    section: SectionName,
    version: z.number().int().min(1),
    current: z.number().int().min(1).optional(),
  }),
} as const;
export type AdminCall = keyof typeof adminInputs;
/** As the page sends it. */
export type AdminInput<Name extends AdminCall> = z.input<(typeof adminInputs)[Name]>;
/** As the server sees it after validation. */
export type AdminParsed<Name extends AdminCall> = z.output<(typeof adminInputs)[Name]>;

/** `connection` is always the connection's key; `baseUrl` is what the portal calls. */
export type ConnectionView = Omit<Connection, 'archived'> &
  ConnectionPulse & { readonly baseUrl: string; readonly ids: IdScope };
export type ArchivedView = Pick<Connection, 'key' | 'name' | 'method'> &
  Omit<Archived, 'by'> & { readonly baseUrl: string; readonly ids: IdScope };
/** Shown once, never again. Basic credentials come as a pair, the others as one secret. */
export type NewSecret = { secret: string } | { username: string; password: string };
export type SettingsVersions = Record<SectionName, number>;

/** A saved section, or what was done to a connection. */
export type AuditEntry = SectionEntry | ConnectionDeed;
export interface SectionEntry {
  readonly section: SectionName;
  readonly version: number;
  readonly at: number;
  readonly by: string;
  readonly changes: readonly SettingsChange[];
}
/** One changed value, by its path inside the document, for example `spaces.product.project`. */
export interface SettingsChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}
export interface ProductRow {
  readonly product: string;
  readonly settings: ProductSettings;
  readonly firstSeenAt?: number;
}

export interface AdminOutputs
  extends OutboundOutputs, GroupOutputs, RuleOutputs, TemplateOutputs, SlaOutputs, SetUpOutputs {
  'connections.list': { connections: ConnectionView[]; archived: ArchivedView[] };
  'connections.create': { connection: string; baseUrl: string } & NewSecret;
  'connections.rename': { connection: string; name: string };
  'connections.rotate': { connection: string; baseUrl: string; previousUntil: number } & NewSecret;
  'connections.setEnabled': { connection: string; enabled: boolean };
  'connections.setPaused': { connection: string; paused: boolean };
  'connections.revoke': { connection: string; baseUrl: string } & NewSecret;
  'connections.endPrevious': { connection: string };
  'connections.count': { findings: number; more?: true };
  'connections.archive': { connection: string; findings: number; more?: true };
  'connections.restore': { connection: string; baseUrl: string } & NewSecret;
  'connections.forget': { job?: string };
  'connections.test': { checks: { area: 'connection' | Role; checks: Check[] }[] };
  'settings.get': { document: SettingsDocument; versions: SettingsVersions };
  'settings.save': { version: number };
  'tasks.next': { turns: { period: string; date: string }[] };
  'settings.export': { document: SettingsDocument };
  'settings.import': {
    changes: SettingsChange[];
    unresolved: FieldProblem[];
    applied: boolean;
    versions: SettingsVersions;
  };
  'products.list': { products: ProductRow[]; next?: string };
  /** `from`: how far back (ms) was looked; what was done before that is on the next pages. */
  'activity.list': {
    activities: Activity[];
    from: number;
    held: HeldCause[];
    pendingChunks: number;
    /** The same counted in findings, by connection; comments do not count. */
    waiting: WaitingFindings[];
    /** Why these wait for Jira, where they do: no failure of anybody's. */
    waitsFor?: Reason;
    next?: string;
  };
  /** Of each batch the findings that are wanted. `from`: how far back (ms) was searched. */
  'activity.search': { activities: Activity[]; from: number; next?: string };
  /**
   * The last 30 days (UTC) and the last 24 hours, oldest first, those without activity included. `upTo`: what was done
   * after that moment (ms) is not counted yet.
   */
  'activity.stats': { days: DayTotal[]; hours: HourTotal[]; upTo?: number };
  /** How many are sent again at once; `more`: the others follow in the background. */
  'activity.retry': { retried: number; more?: true };
  'activity.choose': { chosen: string };
  'deleting.preview': DeletingPreview;
  'findings.story': Story;
  /** Absent: no connection has such a receipt, or it is older than seven days. */
  'receipts.find': { receipt?: ReceiptView };
  /** `more`: a problem holds up at least so many findings. */
  'health.get': { problems: (HealthProblem & { findings: number; more?: true })[]; checkedAt?: number };
  'rebuild.start': { started: true };
  /** At most the first 20 of `total` findings. `masked`: the secrets in them, by kind. Nothing is written. */
  'findings.preview': {
    total: number;
    findings: FindingPreview[];
    masked?: MaskedCounts;
    /** Only of a report, and only where a connection is named. */
    report?: ReportPreview;
  };
  /** The sample as it would be stored. */
  'masking.try': { text: string; masked: MaskedCounts };
  'audit.list': { entries: AuditEntry[]; next?: string };
  /** `later`: changes of the section that were made since, newest first, at most 20 of `laterTotal`. */
  'audit.preview': {
    changes: SettingsChange[];
    current: number;
    later: { version: number; at: number; by: string }[];
    laterTotal: number;
  };
  'audit.undo': { version: number };
}

/** What became of one request of a portal. */
export interface ReceiptView {
  readonly connection: string;
  readonly acceptedAt: string;
  readonly done: boolean;
  /** Of `findings`, only the first 200. */
  readonly total: number;
  readonly findings: readonly {
    readonly id: string;
    /** Only where ids are unique within each product. */
    readonly product?: string;
    readonly state: FindingState;
    /** Why it is held, waits or was skipped. */
    readonly reason?: Reason;
    readonly issues: readonly string[];
  }[];
  /** What of the request was not accepted. */
  readonly refused?: Refused;
}

/** Why a call was refused. `conflict`: somebody saved the section in between. */
export type ApiErrorCode = 'forbidden' | 'invalid' | 'not_found' | 'conflict' | 'unavailable';
export interface ApiError {
  readonly code: ApiErrorCode;
  /** For scripts and logs, in English; pages say it by the code. */
  readonly message: string;
  readonly errors?: readonly FieldProblem[];
}
/** Every call answers its output or an error; a resolver never throws at a page. */
export type ApiAnswer<T> = T | { readonly error: ApiError };
