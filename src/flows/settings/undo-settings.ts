/** Undoing a change: what stood before a version is saved again, as a new version. */
import type { AdminOutputs } from '../../contract/api';
import type { SectionName } from '../../contract/settings';
import { diffValues } from '../../core/settings/settings-diff';
import type { Ports } from '../ports';
import { emptyOf } from './empty-section';
import { shaped } from './list-audit';
import { type SaveOutcome, saveSettings } from './manage-settings';

/** So many later changes are named; of more is told how many there are. */
const namedAtMost = 20;

/** What undoing a change would change now, and which later changes of the section it takes back. Undefined: not kept. */
export async function previewUndo(
  ports: Ports,
  section: SectionName,
  version: number,
): Promise<AdminOutputs['audit.preview'] | undefined> {
  const { document, versions } = await ports.settings.read();
  const current = versions[section];
  const before = await valueBefore(ports, section, version);
  if (!before || version > current) return undefined;
  const later: { version: number; at: number; by: string }[] = [];
  for (let one = current; one > version && later.length < namedAtMost; one -= 1) {
    const saved = await ports.settings.version(section, one);
    if (saved) later.push({ version: one, at: saved.at, by: saved.by });
  }
  const changes = diffValues(document[section], shaped(section, before.value), section);
  return { current, changes, later, laterTotal: current - version };
}

/** `current`: the newest version that the admin knew; saved in between, it is a conflict. */
export async function undoSettings(
  ports: Ports,
  section: SectionName,
  version: number,
  current: number | undefined,
  by: string,
): Promise<SaveOutcome> {
  const { versions } = await ports.settings.read();
  const before = await valueBefore(ports, section, version);
  if (!before)
    return { ok: false, why: 'invalid', errors: [{ path: 'version', message: { code: 'notKept' } }] };
  return saveSettings(ports, section, current ?? versions[section], before.value, by);
}

async function valueBefore(
  ports: Ports,
  section: SectionName,
  version: number,
): Promise<{ readonly value?: unknown } | undefined> {
  return version === 1 ? { value: emptyOf(section) } : ports.settings.version(section, version - 1);
}
