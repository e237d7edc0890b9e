/** Connections, and what admins did to them. */
import type { Connection, ConnectionPulse, Credentials } from '../contract/connection';
import type { ConnectionDeed } from '../contract/connection-deed';

export interface NumberedDeed {
  readonly n: number;
  readonly deed: ConnectionDeed;
}

/** What admins did to connections. */
export interface Deeds {
  add(deed: ConnectionDeed): Promise<void>;
  /** The newest at or below a number, newest first; at most 25. */
  page(upTo: number | undefined, limit: number): Promise<NumberedDeed[]>;
  /** Without the people that had to be erased: nothing else of it ever changes. */
  rewrite(numbered: NumberedDeed): Promise<void>;
}

export interface KnownConnection {
  readonly connection: Connection;
  readonly pulse: ConnectionPulse;
}

export interface Connections {
  list(): Promise<Connection[]>;
  get(key: string): Promise<Connection | undefined>;
  /** The connection with its pulse, in one read. */
  look(key: string): Promise<KnownConnection | undefined>;
  /** As it was read just before: what an admin changes in the same moment may be lost, and shows as not done. */
  put(connection: Connection): Promise<void>;
  remove(key: string): Promise<void>;
  /** Nobody is let in any more, and what was noted of its calls is forgotten. */
  lockOut(key: string): Promise<void>;
  credentials(key: string): Promise<Credentials | undefined>;
  putCredentials(key: string, credentials: Credentials): Promise<void>;
  pulses(keys: readonly string[]): Promise<Map<string, ConnectionPulse>>;
  /** Over whatever stood there: of two calls in one moment one is told, and a refusal that lasts is noted again. */
  putPulse(key: string, pulse: ConnectionPulse): Promise<void>;
}
