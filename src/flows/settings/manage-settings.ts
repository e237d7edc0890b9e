/** Settings: saved section by section, audited by their versions, undone by saving an older one again. */
import { z } from 'zod';
import type { AdminOutputs, AuditEntry, SettingsVersions } from '../../contract/api';
import { type FieldProblem, fieldProblems } from '../../contract/invalid-fields';
import { defaultSettings, SectionName, sectionNames, sectionSchemas } from '../../contract/settings';
import { checkSection } from '../../core/settings/settings-rules';
import { diffValues } from '../../core/settings/settings-diff';
import { BadCursor } from '../../core/data/bad-cursor';
import { checkMasking } from './check-masking';
import { checkTemplates } from './check-templates';
import { learnWorkflows } from './learn-workflows';
import type { Ports } from '../ports';

const auditPage = 20;

export type SaveOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly why: 'conflict' }
  | { readonly ok: false; readonly why: 'invalid'; readonly errors: FieldProblem[] };

/** Validates and saves one section on top of the version the admin saw. */
export async function saveSettings(
  ports: Ports,
  section: SectionName,
  version: number,
  value: unknown,
  by: string,
): Promise<SaveOutcome> {
  const parsed = sectionSchemas[section].safeParse(value);
  if (!parsed.success) return { ok: false, why: 'invalid', errors: fieldProblems(parsed.error) };
  const { document, versions } = await ports.settings.read();
  const wanted = { ...document, [section]: parsed.data };
  const found = section === 'masking' ? checkMasking(wanted.masking) : checkSection(section, wanted);
  const errors = [...found, ...(await checkTemplates(section, wanted))];
  if (errors.length > 0) return { ok: false, why: 'invalid', errors };
  if (versions[section] !== version) return { ok: false, why: 'conflict' };
  if (section === 'products') await ports.products.note(Object.keys(parsed.data), ports.now());
  if (section === 'spaces' || section === 'products' || section === 'rules')
    await learnWorkflows(ports, { ...document, [section]: parsed.data });
  const saved = await ports.settings.save(section, version, parsed.data, by);
  // What these settings held up may go on now.
  if (saved) await ports.bells.ringHeal('probe');
  if (saved && section === 'tasks') await ports.bells.ringTasks();
  if (saved && section === 'sla') await ports.bells.ringSla();
  return saved ? { ok: true, version: version + 1 } : { ok: false, why: 'conflict' };
}

/** Where the next page begins: the newest version not told yet, by section. */
type Positions = Partial<Record<SectionName, number>>;

/** Who changed what, newest first, of one section or of all. */
export async function listAudit(
  ports: Ports,
  section: SectionName | undefined,
  cursor: string | undefined,
): Promise<AdminOutputs['audit.list']> {
  const { versions } = await ports.settings.read();
  const names = section === undefined ? sectionNames : [section];
  const positions: Positions = cursor === undefined ? pick(versions, names) : readCursor(cursor);
  const next = new Map<SectionName, AuditEntry>();
  const entries: AuditEntry[] = [];
  while (entries.length < auditPage) {
    for (const name of names)
      if (!next.has(name)) await advance(ports, name, positions, (entry) => next.set(name, entry));
    const newest = [...next.values()].sort((a, b) => b.at - a.at)[0];
    if (!newest) return { entries };
    entries.push(newest);
    next.delete(newest.section);
    positions[newest.section] = newest.version - 1;
  }
  return { entries, ...(isOver(positions) ? {} : { next: JSON.stringify(positions) }) };
}

function pick(versions: SettingsVersions, names: readonly SectionName[]): Positions {
  return Object.fromEntries(names.map((name) => [name, versions[name]]));
}

const Positions = z.partialRecord(SectionName, z.number().int());

/** @throws BadCursor when it is not one of ours */
function readCursor(cursor: string): Positions {
  try {
    return Positions.parse(JSON.parse(cursor));
  } catch {
    throw new BadCursor();
  }
}

function isOver(positions: Positions): boolean {
  return Object.values(positions).every((version) => version < 1);
}

/** The newest entry of a section at or below its position. */
async function advance(
  ports: Ports,
  section: SectionName,
  positions: Positions,
  found: (entry: AuditEntry) => void,
): Promise<void> {
  const version = positions[section] ?? 0;
  if (version < 1) return;
  const saved = await ports.settings.version(section, version);
  if (!saved) return;
  const before = version === 1 ? undefined : await ports.settings.version(section, version - 1);
  const changes = diffValues(shaped(section, before?.value), shaped(section, saved.value), section);
  found({ section, version, at: saved.at, by: saved.by, changes });
}

/** Older versions lack what was added since: that is no change of anybody's. */
function shaped(section: SectionName, value: unknown): unknown {
  const parsed = sectionSchemas[section].safeParse(value ?? emptyOf(section));
  return parsed.success ? parsed.data : value;
}

function emptyOf(section: SectionName): unknown {
  return defaultSettings()[section];
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
    return { ok: false, why: 'invalid', errors: [{ path: 'version', message: { code: 'notKept' } }] };
  return saveSettings(ports, section, versions[section], before.value, by);
}
