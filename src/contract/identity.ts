/** The issue property that says which finding an issue belongs to. Its paths are JQL aliases of the manifest. */
import { z } from 'zod';
import { Kind, Severity } from './finding';
import { Role } from './space';

export const identityKey = 'security-finding';

export const Identity = z.object({
  v: z.literal(1),
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
});
export type Identity = z.infer<typeof Identity>;
