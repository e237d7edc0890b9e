import type { Language } from '../../contract/language';
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { spaceOfRecord } from '../../core/settings/spaces';
import { roleOf } from '../../core/sync/issues';

/** The language in which the app speaks on an issue of a record. */
export function languageOf(record: LinkRecord, { id }: IssueThere, settings: SettingsDocument): Language {
  return spaceOfRecord(record, roleOf(record, id) ?? 'product', settings).language;
}
