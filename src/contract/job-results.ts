/** What jobs about rules come to. */
import { z } from 'zod';
import { Severity } from './finding';
import { Reason } from './messages/message';
import { Role } from './space';

/** An issue as the app would make it: its project by key, the rest by name. */
export const SimulatedIssue = z.object({
  project: z.string(),
  issueType: z.string().optional(),
  priority: z.string().optional(),
  template: z.string().optional(),
});
export type SimulatedIssue = z.infer<typeof SimulatedIssue>;

/** Which rule takes a finding, and which issues it would get if it came for the first time. */
const Outcome = z.object({
  /** The id of the rule; absent: none takes it. */
  rule: z.string().optional(),
  product: SimulatedIssue.optional(),
  security: SimulatedIssue.optional(),
  /** The findings of one group and product share their issues. */
  group: z.string().optional(),
});

export const SimulatedFinding = Outcome.extend({
  id: z.string(),
  connection: z.string(),
  /** The portal's product. */
  productName: z.string(),
  title: z.string(),
  severity: Severity,
  /** What would hold it up. */
  problems: z.array(Reason).optional(),
  /** By the rules in force, where that is something else. */
  before: Outcome.optional(),
  /** Keys of issues that are there, and stay where they are. */
  existing: z.partialRecord(Role, z.string()).optional(),
});
export type SimulatedFinding = z.infer<typeof SimulatedFinding>;

/** How many issues more (or, below zero, fewer) than by the rules in force. */
export interface SpaceDifference {
  readonly role: Role;
  readonly project: string;
  readonly issues: number;
}

export interface Difference {
  readonly spaces: readonly SpaceDifference[];
  /** Issues in the same project, with another type, priority or template. */
  readonly issueTypes: number;
  readonly priorities: number;
  readonly templates: number;
  /** Findings that another rule takes, whatever becomes of them. */
  readonly rules: number;
}

export interface SimulationResult {
  readonly findings: readonly SimulatedFinding[];
  readonly difference: Difference;
  /** Rules with a limit a day, and how many of these findings would come under it. */
  readonly caps: readonly { readonly rule: string; readonly perDay: number; readonly findings: number }[];
}

/** Sums of what applying the settings to all findings would do. Points are at most, of Jira's hourly quota. */
export const Estimate = z.object({
  /** Findings that would change, or get an issue. */
  findings: z.number().int(),
  /** Issues to be made, and issues to be changed. */
  created: z.number().int(),
  changed: z.number().int(),
  points: z.number().int(),
  /** Issues that the settings would put into another project if they were made now; they stay. */
  elsewhere: z.number().int(),
  /** Findings of which no snapshot is kept, or that are gone: nothing is done for them. */
  left: z.number().int(),
});
export type Estimate = z.infer<typeof Estimate>;

/** How many findings were sent on their way, and how many were left alone. */
export const Appliance = z.object({ findings: z.number().int(), left: z.number().int() });
export type Appliance = z.infer<typeof Appliance>;

export type JobResult = SimulationResult | Estimate | Appliance;
