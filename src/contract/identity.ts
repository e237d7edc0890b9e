/** The issue property that says which finding an issue belongs to. Its paths are JQL aliases of the manifest. */
import { z } from 'zod';
import { Kind, Severity } from './finding';
import { Role } from './space';

export const identityKey = 'security-finding';

export const Identity = z.object({
  /** Version 2 knows groups, known exploitation and accepted risks. */
  v: z.union([z.literal(1), z.literal(2)]),
  /** `<environment id>:<connection key>`: another installation or connection of the app never takes the issue for its own. */
  owner: z.string(),
  id: z.string(),
  /** The claim of the create call that made the issue; only the record that holds the same claim may adopt it. */
  claim: z.string(),
  role: Role,
  severity: Severity,
  severityLevel: z.number().int(),
  status: z.string(),
  product: z.string(),
  kind: Kind,
  tool: z.string().optional(),
  cve: z.string().optional(),
  cvss: z.number().optional(),
  due: z.string().optional(),
  /** It is exploited in the wild. A text: Jira indexes no booleans. */
  kev: z.literal('true').optional(),
  /** The last day of an accepted risk. */
  acceptedUntil: z.string().optional(),
  /** The issue is a group's: `id` is the group, and these are the ids of its findings, worst first, a line each. */
  members: z.string().optional(),
  /** A rule put them together. */
  by: z.literal('rule').optional(),
  /** Which part of the group it is, after the first. */
  part: z.number().int().optional(),
});
export type Identity = z.infer<typeof Identity>;
