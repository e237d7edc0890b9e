/** What holds findings up, as an admin sees it. */
import type { HeldCause } from '../contract/activity';
import type { Reason } from '../contract/messages/message';

/** `probe`: the record that is tried to see whether the cause is gone, and since when (ms). */
export interface Cause extends Omit<HeldCause, 'findings'> {
  readonly probe?: { readonly key: string; readonly at: number } | undefined;
}

export interface Causes {
  note(cause: string, reason: Reason, at: number): Promise<void>;
  /** Notes it where it is not, or no longer, noted. */
  keep(cause: string, reason: Reason, at: number): Promise<void>;
  /** All of them. */
  list(): Promise<Cause[]>;
  /** Remembers which finding is tried to see whether the cause is gone. */
  setProbe(cause: string, probe: Cause['probe']): Promise<void>;
  remove(cause: string): Promise<void>;
}
