/** The page calls about connections: input and output by name. */
import { z } from 'zod';
import type { Check } from './check';
import {
  type Archived,
  type Connection,
  ConnectionKey,
  type ConnectionPulse,
  IdScope,
  Method,
} from './connection';
import type { Role } from './settings';

/** What admins call a connection. */
const Name = z.string().trim().min(1, 'is required').max(100);
const ByKey = z.object({ connection: ConnectionKey });

/** What each call takes. */
export const connectionInputs = {
  'connections.list': z.object({}),
  'connections.create': z.object({
    name: Name,
    method: Method,
    /** Within what the ids of its findings are unique; this never changes. */
    ids: IdScope.default('connection'),
  }),
  'connections.rename': ByKey.extend({ name: Name }),
  'connections.rotate': ByKey,
  'connections.setEnabled': ByKey.extend({ enabled: z.boolean() }),
  'connections.setPaused': ByKey.extend({ paused: z.boolean() }),
  /** A new secret; every older one ends at once, with its tokens. */
  'connections.revoke': ByKey,
  /** Ends at once what the last rotation left. */
  'connections.endPrevious': ByKey,
  /** How many findings a connection has, before it is archived. */
  'connections.count': ByKey,
  'connections.archive': ByKey,
  'connections.restore': ByKey,
  /** Forgets the findings of an archived connection; one that has none is removed for good. */
  'connections.forget': ByKey,
  'connections.test': ByKey,
} as const;

/** `connection` is always the connection's key; `baseUrl` is what the portal calls. */
export type ConnectionView = Omit<Connection, 'archived'> &
  ConnectionPulse & { readonly baseUrl: string; readonly ids: IdScope };
export type ArchivedView = Pick<Connection, 'key' | 'name' | 'method'> &
  Omit<Archived, 'by'> & { readonly baseUrl: string; readonly ids: IdScope };
/** Shown once, never again. Basic credentials come as a pair, the others as one secret. */
export type NewSecret = { secret: string } | { username: string; password: string };

/** What each call answers. */
export interface ConnectionOutputs {
  'connections.list': { connections: ConnectionView[]; archived: ArchivedView[] };
  'connections.create': { connection: string; baseUrl: string } & NewSecret;
  'connections.rename': { connection: string; name: string };
  'connections.rotate': { connection: string; baseUrl: string; previousUntil: number } & NewSecret;
  'connections.setEnabled': { connection: string; enabled: boolean };
  'connections.setPaused': { connection: string; paused: boolean };
  'connections.revoke': { connection: string; baseUrl: string } & NewSecret;
  'connections.endPrevious': { connection: string };
  'connections.count': { findings: number; more?: true };
  'connections.archive': { connection: string; findings: number; more?: true };
  'connections.restore': { connection: string; baseUrl: string } & NewSecret;
  'connections.forget': { job?: string };
  'connections.test': { checks: { area: 'connection' | Role; checks: Check[] }[] };
}
