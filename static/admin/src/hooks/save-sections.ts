import { fieldProblems, type FieldProblem } from '#contract/invalid-fields';
import { type SectionName, type Settings, sectionSchemas } from '#contract/settings';
import { CallError } from '../../../shared/call-error';
import { call } from '../bridge/call';
import { sameValue } from '../logic/diff';
import { inSection } from '../logic/field-errors';

/** Sections as they are stored, each with its version. */
export interface Saved<Name extends SectionName> {
  readonly value: Pick<Settings, Name>;
  readonly versions: Readonly<Record<Name, number>>;
}

/** How saving went; `base` holds what is stored by now, also when a later section was refused. */
export type SaveOutcome<Name extends SectionName> = { readonly base: Saved<Name> } & (
  | { readonly state: 'saved' }
  | { readonly state: 'conflict' }
  | { readonly state: 'refused'; readonly errors: readonly FieldProblem[]; readonly error?: Error }
);

/** Saves the sections that changed, one after the other, after checking all of them by the contract's schemas. */
export async function saveSections<Name extends SectionName>(
  names: readonly Name[],
  base: Saved<Name>,
  value: Pick<Settings, Name>,
  check: ((value: Pick<Settings, Name>) => FieldProblem[]) | undefined,
): Promise<SaveOutcome<Name>> {
  const changed = names.filter((name) => !sameValue(base.value[name], value[name]));
  const errors = [...changed.flatMap((name) => schemaErrors(name, value[name])), ...(check?.(value) ?? [])];
  if (errors.length > 0) return { state: 'refused', base, errors };
  let now = base;
  for (const section of changed) {
    try {
      const version = now.versions[section];
      const saved = await call('settings.save', { section, version, value: value[section] });
      now = {
        value: { ...now.value, [section]: value[section] },
        versions: { ...now.versions, [section]: saved.version },
      };
    } catch (error) {
      return refusal(error, section, now);
    }
  }
  return { state: 'saved', base: now };
}

function schemaErrors(name: SectionName, value: unknown): FieldProblem[] {
  const parsed = sectionSchemas[name].safeParse(value);
  return parsed.success ? [] : inSection(name, fieldProblems(parsed.error));
}

function refusal<Name extends SectionName>(
  cause: unknown,
  section: Name,
  base: Saved<Name>,
): SaveOutcome<Name> {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  if (!(error instanceof CallError)) return { state: 'refused', base, errors: [], error };
  if (error.code === 'conflict') return { state: 'conflict', base };
  const errors = inSection(section, error.errors);
  return errors.length > 0 ? { state: 'refused', base, errors } : { state: 'refused', base, errors, error };
}
