/**
 * The settings document (`security-findings-settings`, version 1). Each top-level key is a section that is stored,
 * versioned and saved by itself; every section has a default, so an app that was never set up has valid settings.
 */
import { z } from 'zod';
import { Kind, Lifecycle, Severity, StatusName } from './finding';

/** The two spaces a finding can have an issue in. */
export const roles = ['product', 'security'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** A thing in Jira. Settings store ids; names serve people, and imports where ids differ. */
export const Ref = z
  .object({ id: z.string().min(1).optional(), name: z.string().min(1).optional() })
  .refine((ref) => ref.id !== undefined || ref.name !== undefined, {
    error: 'must have an id or a name',
    params: { message: 'idOrName' },
  });
export type Ref = z.infer<typeof Ref>;

export const directions = ['both', 'to_jira', 'to_portal'] as const;
export const Direction = z.enum(directions);
export type Direction = z.infer<typeof Direction>;

/** Jira statuses for one finding status, in order of preference. */
export const StatusMapping = z.object({ jira: z.array(Ref), direction: Direction.default('both') });
export type StatusMapping = z.infer<typeof StatusMapping>;

export const Priorities = z.object({
  enabled: z.boolean().default(true),
  map: z.partialRecord(Severity, Ref).default({}),
});
export type Priorities = z.infer<typeof Priorities>;

export const labelPattern = /^\S{1,255}$/;

const spaceShape = {
  enabled: z.boolean(),
  project: Ref.nullable(),
  issueType: Ref.nullable(),
  issueTypeByKind: z.partialRecord(Kind, Ref),
  resolvedStatus: Ref.nullable(),
  rejectedStatus: Ref.nullable(),
  components: z.array(Ref),
  dueDateField: Ref.nullable(),
  labels: z.array(z.string().regex(labelPattern, 'must be without spaces and at most 255 characters')),
  assignee: Ref.nullable(),
  securityLevel: Ref.nullable(),
  statuses: z.partialRecord(StatusName, StatusMapping),
  priorities: Priorities,
};

/** Where issues of one role go and how they look there. `dueDateField` null: no due date is sent. */
export const Space = z.object({
  enabled: spaceShape.enabled.default(false),
  project: spaceShape.project.default(null),
  issueType: spaceShape.issueType.default(null),
  issueTypeByKind: spaceShape.issueTypeByKind.default({}),
  resolvedStatus: spaceShape.resolvedStatus.default(null),
  rejectedStatus: spaceShape.rejectedStatus.default(null),
  components: spaceShape.components.default([]),
  dueDateField: spaceShape.dueDateField.default({ id: 'duedate', name: 'Due date' }),
  labels: spaceShape.labels.default([]),
  assignee: spaceShape.assignee.default(null),
  securityLevel: spaceShape.securityLevel.default(null),
  statuses: spaceShape.statuses.default({}),
  priorities: spaceShape.priorities.default(() => Priorities.parse({})),
});
export type Space = z.infer<typeof Space>;

/** What a product sets differently from the defaults; what is absent is inherited, live. */
export const SpaceOverride = z.object(spaceShape).partial();
export type SpaceOverride = z.infer<typeof SpaceOverride>;

export const ProductSettings = z.object({
  product: SpaceOverride.optional(),
  security: SpaceOverride.optional(),
});
export type ProductSettings = z.infer<typeof ProductSettings>;

export const Statuses = z.object({
  /** Statuses that an admin added, each with its lifecycle. */
  own: z
    .partialRecord(StatusName, z.object({ label: z.string().min(1).max(60), lifecycle: Lifecycle }))
    .default({}),
});
export type Statuses = z.infer<typeof Statuses>;

export const Creating = z.object({
  lifecycles: z.array(Lifecycle).default(['open']),
  leastSeverity: Severity.default('low'),
});
export type Creating = z.infer<typeof Creating>;

export const Closing = z.object({
  enabled: z.boolean().default(true),
  /** Where the security issue goes; null: the first done status that its workflow can reach. */
  status: Ref.nullable().default(null),
  when: z.enum(['all', 'any']).default('all'),
  waitForRetest: z.boolean().default(false),
  /** Names of resolutions that mean "won't do": such an issue does not close the security issue as fixed. */
  wontDoResolutions: z.array(Ref).default([]),
  reopenFollows: z.boolean().default(true),
  comment: z.boolean().default(true),
});
export type Closing = z.infer<typeof Closing>;

export const Deleting = z.object({
  enabled: z.boolean().default(false),
  graceDays: z.number().int().min(0).max(365).default(7),
  spareWorkedOn: z.boolean().default(true),
  hourlyCap: z.number().int().min(1).max(1000).default(50),
  /** What happens to issues whose finding the portal deleted. */
  goneFromPortal: z.enum(['close', 'delete', 'leave']).default('close'),
});
export type Deleting = z.infer<typeof Deleting>;

export const fieldOwners = ['portal', 'people', 'create'] as const;
export const FieldOwner = z.enum(fieldOwners);
export type FieldOwner = z.infer<typeof FieldOwner>;

/** Fields that the app keeps in step, by the name used in settings. */
export const syncedFields = [
  'summary',
  'description',
  'priority',
  'duedate',
  'components',
  'labels',
  'assignee',
  'securityLevel',
] as const;
export const SyncedField = z.enum(syncedFields);
export type SyncedField = z.infer<typeof SyncedField>;

export const Fields = z.object({
  /** A field that is not named belongs to people: it follows the portal until someone edits it in Jira. */
  owners: z.partialRecord(SyncedField, FieldOwner).default({}),
  descriptionMode: z.enum(['replace', 'append']).default('replace'),
  /** Values for fields that Jira demands on create or on a transition: field id -> raw value as Jira takes it. */
  fixed: z.record(z.string(), z.unknown()).default({}),
});
export type Fields = z.infer<typeof Fields>;

export const Reopening = z.object({
  /** After this many days in a done status a new issue is made instead; null: always the same issue. */
  newIssueAfterDays: z.number().int().min(1).max(3650).nullable().default(null),
});
export type Reopening = z.infer<typeof Reopening>;

const Later = z.array(z.unknown()).max(0, 'is not supported yet: leave the list empty').default([]);
const LaterRecord = z.object({}).default({});

export const Spaces = z.object({
  product: Space.default(() => Space.parse({})),
  security: Space.default(() => Space.parse({})),
});
export type Spaces = z.infer<typeof Spaces>;

/** Every section by its name. The order is the order of the exported document. */
export const sectionSchemas = {
  statuses: Statuses,
  spaces: Spaces,
  products: z.record(z.string().min(1).max(255), ProductSettings),
  creating: Creating,
  closing: Closing,
  reopening: Reopening,
  deleting: Deleting,
  rules: Later,
  fields: Fields,
  templates: LaterRecord,
  sla: LaterRecord,
} as const;
export type SectionName = keyof typeof sectionSchemas;
export const sectionNames = Object.keys(sectionSchemas) as SectionName[];
export const SectionName = z.enum(sectionNames as [SectionName, ...SectionName[]]);

export type Settings = { [Name in SectionName]: z.infer<(typeof sectionSchemas)[Name]> };

export const SettingsDocument = z.object({
  format: z.literal('security-findings-settings'),
  version: z.literal(1),
  /** Address of the site that the document was exported from: there ids are as good as names, elsewhere they are not. */
  exportedFrom: z.string().optional(),
  statuses: Statuses.default(() => Statuses.parse({})),
  spaces: Spaces.default(() => Spaces.parse({})),
  products: sectionSchemas.products.default({}),
  creating: Creating.default(() => Creating.parse({})),
  closing: Closing.default(() => Closing.parse({})),
  reopening: Reopening.default(() => Reopening.parse({})),
  deleting: Deleting.default(() => Deleting.parse({})),
  rules: sectionSchemas.rules,
  fields: Fields.default(() => Fields.parse({})),
  templates: LaterRecord,
  sla: LaterRecord,
});
export type SettingsDocument = z.infer<typeof SettingsDocument>;

/** Settings of an app that nobody has set up yet: valid, and nothing becomes an issue. */
export function defaultSettings(): SettingsDocument {
  return SettingsDocument.parse({ format: 'security-findings-settings', version: 1 });
}
