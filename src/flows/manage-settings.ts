/** Settings: saved section by section, audited by their versions, undone by saving an older one again. */
import type { AuditEntry } from '../contract/api';
import { type FieldError, fieldErrors } from '../contract/problem';
import { type SectionName, sectionNames, sectionSchemas } from '../contract/settings';
import { checkSection } from '../core/settings-rules';
import { diffValues } from '../core/settings-diff';
import type { Ports } from './ports';

const auditPage = 50;

export type SaveOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly why: 'conflict' }
  | { readonly ok: false; readonly why: 'invalid'; readonly errors: FieldError[] };

/** Validates and saves one section on top of the version the admin saw. */
export async function saveSettings(
  ports: Ports,
  section: SectionName,
  version: number,
  value: unknown,
  by: string,
): Promise<SaveOutcome> {
  const parsed = sectionSchemas[section].safeParse(value);
  if (!parsed.success) return { ok: false, why: 'invalid', errors: fieldErrors(parsed.error) };
  const { document, versions } = await ports.settings.read();
  const errors = checkSection(section, { ...document, [section]: parsed.data });
  if (errors.length > 0) return { ok: false, why: 'invalid', errors };
  if (versions[section] !== version) return { ok: false, why: 'conflict' };
  if (section === 'products') await ports.products.note(Object.keys(parsed.data), ports.now());
  const saved = await ports.settings.save(section, version, parsed.data, by);
  return saved ? { ok: true, version: version + 1 } : { ok: false, why: 'conflict' };
}

/** Who changed what, newest first, of one section or of all. */
export async function listAudit(ports: Ports, section: SectionName | undefined): Promise<AuditEntry[]> {
  const { versions } = await ports.settings.read();
  const names = section === undefined ? sectionNames : [section];
  const entries = await Promise.all(names.map((name) => auditOf(ports, name, versions[name])));
  return entries
    .flat()
    .sort((a, b) => b.at - a.at)
    .slice(0, auditPage);
}

async function auditOf(ports: Ports, section: SectionName, newest: number): Promise<AuditEntry[]> {
  const oldest = Math.max(1, newest - auditPage);
  const numbers = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, index) => newest - index);
  const entries: AuditEntry[] = [];
  for (const version of numbers) {
    const saved = await ports.settings.version(section, version);
    if (!saved) continue;
    const before =
      version === 1
        ? sectionSchemas[section].parse(emptyOf(section))
        : (await ports.settings.version(section, version - 1))?.value;
    entries.push({
      section,
      version,
      at: saved.at,
      by: saved.by,
      changes: diffValues(before, saved.value, section),
    });
  }
  return entries;
}

function emptyOf(section: SectionName): unknown {
  return section === 'rules' ? [] : {};
}

/** Saves what stood before a version again, as a new version. */
export async function undoSettings(
  ports: Ports,
  section: SectionName,
  version: number,
  by: string,
): Promise<SaveOutcome> {
  const { versions } = await ports.settings.read();
  const before =
    version === 1 ? { value: emptyOf(section) } : await ports.settings.version(section, version - 1);
  if (!before)
    return { ok: false, why: 'invalid', errors: [{ path: 'version', message: 'is not kept any more' }] };
  return saveSettings(ports, section, versions[section], before.value, by);
}
