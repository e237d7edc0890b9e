/** Templates that the settings hold, checked before they are saved. */
import type { FieldProblem } from '../../contract/invalid-fields';
import { roles, type SectionName, type SettingsDocument, type SpaceOverride } from '../../contract/settings';
import { loadTemplates } from '../../mappings/templates/load-templates';

interface Text {
  readonly path: string;
  readonly template: string;
}

/** Mistakes with line and column; paths count from the section. */
export async function checkTemplates(
  section: SectionName,
  document: SettingsDocument,
): Promise<FieldProblem[]> {
  const texts = textsOf(section, document);
  if (texts.length === 0) return [];
  const templates = await loadTemplates();
  return texts.flatMap(({ path, template }): FieldProblem[] => {
    const error = templates.check(template);
    return error ? [{ path, message: { code: 'templateError', ...error } }] : [];
  });
}

function textsOf(section: SectionName, document: SettingsDocument): Text[] {
  const { spaces, products, rules, templates } = document;
  switch (section) {
    case 'spaces':
      return inSpaces(spaces, '');
    case 'products':
      return Object.entries(products).flatMap(([product, own]) => inSpaces(own, `${product}.`));
    case 'rules':
      return rules.flatMap(({ then }, index) => inSpaces(then, `${String(index)}.then.`));
    case 'templates':
      return Object.entries(templates).flatMap(([id, { summary, description }]) => [
        { path: `${id}.summary`, template: summary },
        { path: `${id}.description`, template: description },
      ]);
    default:
      return [];
  }
}

function inSpaces(spaces: { product?: SpaceOverride; security?: SpaceOverride }, at: string): Text[] {
  return roles.flatMap((role) =>
    (spaces[role]?.mapping ?? []).flatMap(({ source }, index): Text[] =>
      source.kind === 'text'
        ? [{ path: `${at}${role}.mapping.${String(index)}.source.template`, template: source.template }]
        : [],
    ),
  );
}
