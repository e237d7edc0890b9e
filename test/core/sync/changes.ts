/** A pair of open issues, and what a change of their record tells. */
import type { LinkRecord } from '../../../src/contract/link-record';
import { eventsBetween } from '../../../src/core/sync/events-between';
import { issueOf, recordOf } from '../builders';

export const openOf = { status: '1', statusName: 'Open', category: 'new' } as const;
export const secured = { id: '2', key: 'SEC-1', ...openOf };
export const product = issueOf(openOf);
export const security = issueOf(secured);
export const [web, sec] = [
  { role: 'product', id: '10001', key: 'WEB-1' },
  { role: 'security', id: '2', key: 'SEC-1' },
] as const;
export const both = { product, security };
/** The events of a change from one record to another. */
export const between = (before: Partial<LinkRecord> | undefined, after: Partial<LinkRecord>) =>
  eventsBetween(before && recordOf(before), recordOf(after));
