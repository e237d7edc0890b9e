/**
 * The settings document (`security-findings-settings`, version 2; `stored/settings.ts` upgrades older ones). Each
 * top-level key is a section that is stored, versioned and saved by itself; every section has a default, so an app
 * that was never set up has valid settings.
 */
import { z } from 'zod';
import { FieldId, FieldOwner } from './field-mapping';
import { Lifecycle, StatusName } from './finding';
import { defaultRules, Rules } from './rules';
import { Masking } from './masking';
import { Ref } from './ref';
import { Decisions } from './risk-decision';
import { defaultSla, Sla } from './sla';
import { Space, SpaceOverride } from './space';
import { Tasks } from './tasks';
import { TemplateMode, Templates } from './templates';
import { ownersOfToday } from './stored/field-names';

export * from './field-mapping';
export * from './ref';
export * from './space';
export * from './space-assignee';
export * from './language';
export * from './templates';
export * from './rules';

export const ProductSettings = z.object({
  product: SpaceOverride.optional(),
  security: SpaceOverride.optional(),
});
export type ProductSettings = z.infer<typeof ProductSettings>;

export const speakers = ['security', 'either', 'both'] as const;
export const Speaks = z.enum(speakers);
export type Speaks = z.infer<typeof Speaks>;

export const Statuses = z.object({
  /** Statuses that an admin added, each with its lifecycle. */
  own: z
    .partialRecord(StatusName, z.object({ label: z.string().min(1).max(60), lifecycle: Lifecycle }))
    .default({}),
  /**
   * Whose issue says what became of a finding that has two: the security team's where there is one, whichever changes,
   * or both where they say the same.
   */
  speaks: Speaks.default('security'),
  /** What done issues with these resolutions mean, whatever their status. */
  resolutions: z.array(z.object({ resolution: Ref, status: StatusName })).default([]),
});
export type Statuses = z.infer<typeof Statuses>;

/**
 * A complete report that would resolve more than this share (0 to 1) of more than so many open findings of its scope
 * waits until an admin confirms it. 0 for either switches that off.
 */
export const Guard = z.object({
  share: z.number().min(0).max(1).default(0.5),
  number: z.number().int().min(0).max(100_000).default(20),
});
export type Guard = z.infer<typeof Guard>;

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
  guard: Guard.default(() => Guard.parse({})),
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

export const Fields = z.object({
  /**
   * By Jira's id of the field. One that is not named belongs to people: it follows the portal until someone edits it
   * in Jira. `duedate` holds for whatever field takes the due date.
   */
  owners: z.record(FieldId, FieldOwner).transform(ownersOfToday).default({}),
  /** The mode of built-in templates that nobody put one over. */
  descriptionMode: TemplateMode.default('replace'),
  /** Values for fields that Jira demands on create or on a transition: field id -> raw value as Jira takes it. */
  fixed: z.record(z.string(), z.unknown()).default({}),
});
export type Fields = z.infer<typeof Fields>;

export const Reopening = z.object({
  /** After this many days in a done status a new issue is made instead; null: always the same issue. */
  newIssueAfterDays: z.number().int().min(1).max(3650).nullable().default(null),
  /**
   * An issue that a person closed is opened again when its finding is still reported as open this many days later; null:
   * it stays closed. Absent: seven days where the portal hears nothing of Jira, and it stays closed where it does. A
   * resolution that means "won't do" stands.
   */
  stillReported: z.number().int().min(1).max(3650).nullable().optional(),
});
export type Reopening = z.infer<typeof Reopening>;

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
  closing: Closing,
  reopening: Reopening,
  deleting: Deleting,
  rules: Rules,
  tasks: Tasks,
  fields: Fields,
  templates: Templates,
  sla: Sla,
  masking: Masking,
  decisions: Decisions,
} as const;
export type SectionName = keyof typeof sectionSchemas;
export const sectionNames = Object.keys(sectionSchemas) as SectionName[];
export const SectionName = z.enum(sectionNames as [SectionName, ...SectionName[]]);

export type Settings = { [Name in SectionName]: z.infer<(typeof sectionSchemas)[Name]> };

/** The version of the document that this app writes. */
export const settingsVersion = 2;

export const SettingsDocument = z.object({
  format: z.literal('security-findings-settings'),
  version: z.literal(settingsVersion),
  /** Address of the site that the document was exported from: there ids are as good as names, elsewhere they are not. */
  exportedFrom: z.string().optional(),
  statuses: Statuses.default(() => Statuses.parse({})),
  spaces: Spaces.default(() => Spaces.parse({})),
  products: sectionSchemas.products.default({}),
  closing: Closing.default(() => Closing.parse({})),
  reopening: Reopening.default(() => Reopening.parse({})),
  deleting: Deleting.default(() => Deleting.parse({})),
  rules: Rules.default(defaultRules),
  tasks: Tasks.default([]),
  fields: Fields.default(() => Fields.parse({})),
  templates: Templates.default({}),
  sla: Sla.default(defaultSla),
  masking: Masking.default(() => Masking.parse({})),
  decisions: Decisions.default(() => Decisions.parse({})),
});
export type SettingsDocument = z.infer<typeof SettingsDocument>;

/** Settings of an app that nobody has set up yet: valid, and nothing becomes an issue. */
export function defaultSettings(): SettingsDocument {
  return SettingsDocument.parse({ format: 'security-findings-settings', version: settingsVersion });
}
