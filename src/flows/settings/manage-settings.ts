/** Settings: saved section by section; their versions are their audit. */
import { type FieldProblem, fieldProblems } from '../../contract/invalid-fields';
import { type SectionName, sectionSchemas } from '../../contract/settings';
import { checkSection } from '../../core/settings/settings-rules';
import { checkMasking } from './check-masking';
import { checkTemplates } from './check-templates';
import { learnWorkflows } from './learn-workflows';
import type { Ports } from '../ports';

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
