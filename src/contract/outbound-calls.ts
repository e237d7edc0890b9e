/** The page calls about what portals hear: input and output by name. */
import { z } from 'zod';
import { CommentWays } from './comment';
import { ConnectionKey } from './connection';
import { HearingMode, OutboundAuth, OutboundUrl, type OutboundView, type PushTested } from './outbound';
import { EventType } from './outbox';

const ByKey = z.object({ connection: ConnectionKey });

const SomeEvents = ByKey.extend({
  after: z.number().int().min(0).optional(),
  parked: z.array(z.number().int().min(1)).max(1000).optional(),
}).refine(({ after, parked }) => (after === undefined) !== (parked === undefined), {
  error: 'needs either after or parked',
  path: ['after'],
  params: { message: 'required' },
});

/** What each call takes. */
export const outboundInputs = {
  /** How its portal hears of Jira; what is left out stays as it is. */
  'connections.setOutbound': ByKey.extend({
    mode: HearingMode,
    url: OutboundUrl.optional(),
    events: z.array(EventType).optional(),
    auth: OutboundAuth.optional(),
    comments: CommentWays.partial().optional(),
    /** A new signing secret; pushes are signed with the old one too for another day. */
    rotate: z.boolean().optional(),
  }),
  'connections.outbound': ByKey,
  /** Sends a `test` event now. */
  'connections.testOutbound': ByKey,
  /** Sends again: all events after a number, or these parked ones. */
  'connections.replay': SomeEvents,
  /** Leaves out: all events up to a number, or these parked ones. */
  'connections.skip': SomeEvents,
} as const;

/** What each call answers. */
export interface OutboundOutputs {
  /** The signing secret, when push is first switched on and after a rotation. */
  'connections.setOutbound': { secret?: string };
  'connections.outbound': OutboundView;
  'connections.testOutbound': PushTested;
  'connections.replay': { connection: string };
  'connections.skip': { connection: string };
}
