import type { SettingsDocument } from '../../contract/settings';
import { type RefChange, refPlaces, withRefs } from '../../core/settings/references';
import { resolveRef } from '../../core/settings/resolve-ref';
import { findThings } from './find-things';
import type { Ports } from '../ports';

/**
 * The settings as one document, without secrets. References get their names of today, so that another site can find
 * its own things by them; where Jira does not tell, they stay as they are.
 */
export async function exportSettings(ports: Ports): Promise<SettingsDocument> {
  const { document } = await ports.settings.read();
  const changes: RefChange[] = [];
  for (const place of refPlaces(document)) {
    const things = place.isKey ? undefined : await findThings(ports, place, document);
    const found = things?.ok ? resolveRef(place.ref, things.value, true) : undefined;
    if (found?.ok) changes.push({ path: place.path, ref: found.ref });
  }
  const exportedFrom = await ports.site.url();
  return { ...withRefs(document, changes), ...(exportedFrom === '' ? {} : { exportedFrom }) };
}
