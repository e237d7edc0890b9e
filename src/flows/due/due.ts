import type { LinkRecord } from '../../contract/link-record';

/** A record with something to be done now. */
export interface Due {
  readonly key: string;
  readonly record: LinkRecord;
}
