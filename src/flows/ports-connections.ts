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
  put(connection: Connection): Promise<void>;
  remove(key: string): Promise<void>;
  /** Nobody is let in any more, and what was noted of its calls is forgotten. */
  lockOut(key: string): Promise<void>;
  credentials(key: string): Promise<Credentials | undefined>;
  putCredentials(key: string, credentials: Credentials): Promise<void>;
  pulses(keys: readonly string[]): Promise<Map<string, ConnectionPulse>>;
  putPulse(key: string, pulse: ConnectionPulse): Promise<void>;
}
