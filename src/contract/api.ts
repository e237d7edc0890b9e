/** The calls of the app's own pages, typed once for both sides: name -> input and output. */
import { z } from 'zod';
import { activityInputs, type ActivityOutputs } from './activity-calls';
import { ConnectionKey } from './connection';
import { connectionInputs, type ConnectionOutputs } from './connection-calls';
import type { ConnectionDeed } from './connection-deed';
import { type MaskedCounts, Masking, maskingLimits } from './masking';
import type { DeletingPreview } from './deleting-preview';
import type { HealthProblem } from './health';
import type { FieldProblem } from './invalid-fields';
import type { FindingPreview, ReportPreview } from './preview';
import { outboundInputs, type OutboundOutputs } from './outbound-calls';
import { groupInputs, type GroupOutputs } from './group-calls';
import { ruleInputs, type RuleOutputs } from './rule-calls';
import { Rules } from './rules';
import { Deleting, type ProductSettings, SectionName, type SettingsDocument } from './settings';
import { setUpInputs, type SetUpOutputs } from './set-up';
import { slaInputs, type SlaOutputs } from './sla-calls';
import { Task } from './tasks';
import { templateInputs, type TemplateOutputs } from './template-calls';

export type { Check } from './check';
export type { ReceiptView } from './activity-calls';
export type { ArchivedView, ConnectionView, NewSecret } from './connection-calls';
export type * from './preview';

/** What each call takes. The admin resolver refuses anything else with `invalid`. */
export const adminInputs = {
  ...activityInputs,
  ...connectionInputs,
  ...outboundInputs,
  ...groupInputs,
  ...ruleInputs,
  ...templateInputs,
  ...slaInputs,
  ...setUpInputs,
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
  /** What deleting would do now by these settings, which need not be saved. */
  'deleting.preview': z.object({ deleting: Deleting }),
  /** `now`: looks at Jira before answering, instead of telling what the daily look found. */
  'health.get': z.object({ now: z.boolean().default(false) }),
  /** Links the app's own issues in the configured projects to this connection again, in the background. */
  'rebuild.start': z.object({ connection: ConnectionKey }),
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
  extends
    ActivityOutputs,
    ConnectionOutputs,
    OutboundOutputs,
    GroupOutputs,
    RuleOutputs,
    TemplateOutputs,
    SlaOutputs,
    SetUpOutputs {
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
  'deleting.preview': DeletingPreview;
  /** `more`: a problem holds up at least so many findings. */
  'health.get': { problems: (HealthProblem & { findings: number; more?: true })[]; checkedAt?: number };
  'rebuild.start': { started: true };
  /** At most the first 20 of `total` findings. `masked`: the secrets in them, by kind. Nothing is written. */
  'findings.preview': {
    total: number;
    findings: FindingPreview[];
    masked?: MaskedCounts;
    /** What the format of a report is called; absent: no report was given. */
    format?: string;
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
