/** What came of items that were worked off. */
import type { ActivityItem } from '../../contract/activity';
import type { Reason } from '../../contract/messages/message';

export interface Applied {
  readonly items: ActivityItem[];
  /** Findings (as `refText`) that must be looked at again, in seconds from now; empty when all are settled. */
  readonly later: { readonly ref: string; readonly after: number; readonly reason: Reason }[];
}
