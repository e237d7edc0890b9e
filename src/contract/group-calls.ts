/** The page calls about groups: input and output by name. */
import { z } from 'zod';
import { ConnectionKey } from './connection';
import type { Severity } from './finding';
import { GroupRef } from './group';

/** What each call takes. */
export const groupInputs = {
  /** `group`: as the portal or a rule names it; of every connection and product, unless one is named. */
  'groups.ungroup': z.object({
    group: z.string().min(1).max(255),
    connection: ConnectionKey.optional(),
    product: z.string().min(1).max(255).optional(),
  }),
  /** `from`: how many members to leave out, as `next` says. */
  'groups.members': z.object({
    connection: ConnectionKey,
    product: z.string().min(1).max(255),
    group: GroupRef,
    from: z.number().int().min(0).default(0),
  }),
} as const;

/** A member as lists show it. */
export interface MemberRow {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly status: string;
}

/** What each call answers. */
export interface GroupOutputs {
  /** How many findings get issues of their own; in the background. */
  'groups.ungroup': { findings: number };
  /** The worst first. */
  'groups.members': { members: MemberRow[]; total: number; next?: number };
}
