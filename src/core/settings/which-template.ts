/** Which template an issue is written by, and what must be true of templates beyond their shape. */
import { isBuiltIn, type Rule, type SettingsDocument } from '../../contract/settings';
import { type Finding, kinds } from '../../contract/finding';
import type { FieldProblem } from '../../contract/invalid-fields';
import { ownValue } from '../data/own-value';

/** The id of the template: the rule's, else the one for the finding's tool, else that of its kind. */
export function whichTemplate(
  { templates }: Pick<SettingsDocument, 'templates'>,
  finding: Pick<Finding, 'kind' | 'tool'>,
  rule: Rule | undefined,
): string {
  const named = rule?.then.template;
  if (named !== undefined && (isBuiltIn(named) || ownValue(templates, named))) return named;
  const tool = finding.tool?.trim().toLowerCase();
  const ofTool = Object.entries(templates).find(([, { tools = [] }]) =>
    tools.some((one) => one.toLowerCase() === tool),
  );
  return ofTool?.[0] ?? finding.kind;
}

/** A tool has one template, and what rules name is there. Paths count from the section. */
export function checkTemplateUse({ templates, rules }: SettingsDocument): FieldProblem[] {
  const taken = new Set<string>();
  const twice = Object.entries(templates).flatMap(([id, { tools = [] }]) =>
    tools.flatMap((tool, index): FieldProblem[] => {
      const key = tool.toLowerCase();
      if (taken.has(key)) return [{ path: `${id}.tools.${String(index)}`, message: { code: 'notUnique' } }];
      taken.add(key);
      return [];
    }),
  );
  const lost = rules.flatMap(({ name, then }): FieldProblem[] =>
    then.template === undefined || isKnown(then.template, templates)
      ? []
      : [{ path: then.template, message: { code: 'templateInUse', rule: name } }],
  );
  return [...twice, ...lost];
}

/** The rules of a document name only templates that it has. Paths count from the section. */
export function checkTemplatesOfRules({ templates, rules }: SettingsDocument): FieldProblem[] {
  return rules.flatMap(({ then }, index): FieldProblem[] =>
    then.template === undefined || isKnown(then.template, templates)
      ? []
      : [
          {
            path: `${String(index)}.then.template`,
            message: { code: 'oneOf', values: [...new Set([...kinds, ...Object.keys(templates)])] },
          },
        ],
  );
}

function isKnown(id: string, templates: SettingsDocument['templates']): boolean {
  return isBuiltIn(id) || Object.hasOwn(templates, id);
}
