/** Where issues of one role go and how they look there: the shapes that defaults, products and rules share. */
import { z } from 'zod';
import { FieldRows } from './field-mapping';
import { Kind, Severity, StatusName } from './finding';
import { Language } from './language';
import { Ref } from './ref';
import { SpaceAssignee } from './space-assignee';

/** The two spaces a finding can have an issue in. */
export const roles = ['product', 'security'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

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
  assignee: SpaceAssignee.nullable(),
  securityLevel: Ref.nullable(),
  /** The issue above new ones, such as an epic: its id, and its key as the name. Left out where the type takes none. */
  parent: Ref.nullable(),
  /** Of built-in templates and of what the app itself says on issues. */
  language: Language,
  statuses: z.partialRecord(StatusName, StatusMapping),
  priorities: Priorities,
  /** What fills further fields, or fills a field otherwise than the app does by itself. Overrides merge row by row. */
  mapping: FieldRows,
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
  parent: spaceShape.parent.default(null),
  language: spaceShape.language.default('en'),
  statuses: spaceShape.statuses.default({}),
  priorities: spaceShape.priorities.default(() => Priorities.parse({})),
  mapping: spaceShape.mapping.default([]),
});
export type Space = z.infer<typeof Space>;

/** What a product sets differently from the defaults; what is absent is inherited, live. */
export const SpaceOverride = z.object(spaceShape).partial();
export type SpaceOverride = z.infer<typeof SpaceOverride>;
