/** Groups: several findings that share one issue in each space. A group has a record of its own, with a list of its members. */
import { z } from 'zod';
import { Kind, Severity } from './finding';
import { RiskDecision } from './risk-decision';
import { Standing } from './sla-state';
import { Role } from './space';

/**
 * Which group of its connection and product a finding belongs to. `by`: a rule put it there, not the portal's `group`.
 * `part`: the groups that are begun once the first is full count from 1.
 */
export const GroupRef = z.object({
  id: z.string(),
  by: z.literal('rule').optional(),
  part: z.number().int().optional(),
});
export type GroupRef = z.infer<typeof GroupRef>;

/** A decision that stands for one member. Why it was made is not kept for each. */
export const MemberDecision = RiskDecision.omit({ reason: true });
export type MemberDecision = z.infer<typeof MemberDecision>;

/** A member as far as the group's issue shows it and the group's status needs it, its texts cut. Its own record knows the rest. */
export const GroupMember = z.object({
  id: z.string(),
  title: z.string(),
  severity: Severity,
  status: z.string(),
  kind: Kind,
  dueDate: z.string().optional(),
  acceptedUntil: z.string().optional(),
  kev: z.literal(true).optional(),
  url: z.string().optional(),
  /** The first of file, component, address and image that it names. */
  where: z.string().optional(),
  /** The rule that decided over it, and the spaces in which that makes an issue of it. */
  rule: z.string().optional(),
  creates: z.array(Role),
  /** Since when its portal knows it (RFC 3339), and the app (ms): its clocks begin there. */
  firstSeen: z.string().optional(),
  createdAt: z.number().int().optional(),
  /** While its own risk is accepted its clocks stand still. */
  standing: Standing.optional(),
  /** What people decided about it, where that does not hold for the whole group. */
  decided: MemberDecision.optional(),
  /** What the group's issue does not show yet. */
  news: z.enum(['joined', 'changed']).optional(),
});
export type GroupMember = z.infer<typeof GroupMember>;

/** What the record of a group holds beside what every record does. */
export const Group = GroupRef.extend({
  members: z.array(GroupMember),
  /** An admin took it apart: its findings have issues of their own. */
  dissolved: z.boolean().optional(),
  /** Of the first part: the last that was begun, where those before it are full. */
  parts: z.number().int().optional(),
  /** A mark of the settings by which its issue was last brought up to date. */
  settings: z.string().optional(),
});
export type Group = z.infer<typeof Group>;

/** So many members a group has at most; what comes then begins another part. */
export const mostMembers = 1_000;
