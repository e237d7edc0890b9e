/**
 * Stored shapes that are what they were in their first version, which did not say its number. Whoever changes one raises
 * its version, says what the older one becomes (`upgrade`), and puts a fixture of that beside the others.
 */
import { z } from 'zod';
import { Activity, DayTotal } from '../activity';
import { Connection, ConnectionPulse, Credentials } from '../connection';
import { ConnectionDeed } from '../connection-deed';
import { DayQuota } from '../day-quota';
import { Health } from '../health';
import { PendingChunk, ReceiptHead } from '../inbox';
import { Job } from '../job';
import { Reason } from '../messages/message';
import { SetUpMemory } from '../set-up';
import { SlaWalk } from '../sla-state';
import type { StoredShape } from './versions';

const StoredCause = z.object({
  cause: z.string(),
  reason: Reason,
  since: z.number(),
  probe: z.object({ key: z.string(), at: z.number() }).optional(),
});
const Product = z.object({ name: z.string(), firstSeenAt: z.number() });
const LearntWorkflow = z.object({
  initial: z.string().optional(),
  statuses: z
    .array(z.object({ id: z.string(), name: z.string(), category: z.enum(['new', 'indeterminate', 'done']) }))
    .readonly(),
  transitions: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        from: z.array(z.string()).readonly().optional(),
        to: z.string(),
      }),
    )
    .readonly(),
});
const Place = z.object({ cursor: z.string().optional() });

/** By what they hold. */
export const storedShapes = {
  activity: { shape: Activity, version: 1 },
  dayTotal: { shape: DayTotal, version: 1 },
  connection: { shape: Connection, version: 1 },
  deed: { shape: ConnectionDeed, version: 1 },
  credentials: { shape: Credentials, version: 1 },
  pulse: { shape: ConnectionPulse, version: 1 },
  cause: { shape: StoredCause, version: 1 },
  job: { shape: Job, version: 1 },
  health: { shape: Health, version: 1 },
  quota: { shape: DayQuota, version: 1 },
  /** Where the pass over all records goes on. */
  place: { shape: Place, version: 1 },
  setUp: { shape: SetUpMemory, version: 1 },
  slaWalk: { shape: SlaWalk, version: 1 },
  product: { shape: Product, version: 1 },
  /** What an admin's page read of a workflow that the app itself may not read. */
  learntWorkflow: { shape: LearntWorkflow, version: 1 },
  pendingMark: { shape: PendingChunk, version: 1 },
  receipt: { shape: ReceiptHead, version: 1 },
} as const satisfies Record<string, StoredShape<z.ZodType>>;
