import { defaultSettings, type SectionName } from '../../contract/settings';

/** What a section says as long as nobody saved it. */
export function emptyOf(section: SectionName): unknown {
  return defaultSettings()[section];
}
