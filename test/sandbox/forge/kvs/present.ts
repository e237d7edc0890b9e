import type { StoredRecord } from './space';

/** Which extra fields a reader asked for. */
export interface MetadataOptions {
  readonly metadataFields?: readonly string[];
}

/** A record as storage hands it out; extra fields only on request, the expiry as ISO 8601. */
export function present(record: StoredRecord, options: MetadataOptions | undefined): object {
  const fields = options?.metadataFields ?? [];
  return {
    key: record.key,
    value: record.value,
    ...(fields.includes('CREATED_AT') ? { createdAt: record.createdAt } : {}),
    ...(fields.includes('UPDATED_AT') ? { updatedAt: record.updatedAt } : {}),
    ...(fields.includes('EXPIRE_TIME') && record.expireAt !== undefined
      ? { expireTime: new Date(record.expireAt).toISOString() }
      : {}),
  };
}
