/** What is said of findings that are, or are to be, in groups, and what may come of it. */
import type { Finding, Lifecycle } from '../../contract/finding';
import type { GroupMember, GroupRef } from '../../contract/group';
import type { GoneItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';

/** A finding that is, or is to be, in a group. */
interface About {
  readonly key: string;
  readonly connection: string;
  readonly product: string;
  readonly seenAt: number;
  readonly target: GroupRef | undefined;
  /** The part of the target to try, once those before it are full. */
  readonly part?: number;
}

/** What a snapshot says of it. */
export interface SnapshotRow extends About {
  readonly finding: Finding;
  /** Settings are applied anew; the portal did not say it again. */
  readonly anew: boolean;
  readonly lifecycle: Lifecycle;
  readonly member: GroupMember;
  /** A mark of the snapshot as it is kept. */
  readonly snapshot: string;
}

/** A member that the portal deleted, or that a complete report no longer holds. */
export interface GoneRow extends About {
  readonly gone: GoneItem;
}

export type Row = SnapshotRow | GoneRow;

/** The records that placing looks at, as they lie in storage, by key. */
export interface Shelf {
  readonly records: Pick<ReadonlyMap<string, LinkRecord>, 'get'>;
  readonly groups: Pick<ReadonlyMap<string, LinkRecord>, 'get'>;
}

export interface Placing {
  readonly settings: SettingsDocument;
  /** A mark of the settings. */
  readonly by: string;
  readonly hears: boolean;
  readonly receipts: readonly { readonly n: number; readonly at: number }[];
  readonly now: number;
  /** When (ms) the issues of groups are to be brought after what is placed: the same for all that comes together. */
  readonly foldAt: number;
}

/** What a change of a group's members needs to know beside them. */
export type Regrouping = Pick<Placing, 'settings' | 'now' | 'foldAt'>;

/**
 * `changes`: the records that become another one, all at once or not at all. `alone`: the finding goes on by itself, in
 * the record as it then is. `full`: to be tried with the part `next`. `unreadable`: nobody can say who is in the group.
 */
export type Placed =
  | {
      readonly kind: 'joined' | 'unchanged' | 'alone';
      readonly changes: ReadonlyMap<string, LinkRecord>;
    }
  | { readonly kind: 'full'; readonly next: number }
  | { readonly kind: 'stale' | 'busy' | 'unreadable' };
