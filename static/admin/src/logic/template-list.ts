/** The templates of the page: the built-in ones first, then those that were added. */
import { kinds } from '#contract/finding';
import { isBuiltIn, type Rules, type Template, type Templates } from '#contract/settings';

export interface ListedTemplate {
  readonly id: string;
  /** Absent: a built-in one as it is. */
  readonly own?: Template;
}

/** Every template by its id, those of the kinds in their order. */
export function listTemplates(templates: Templates): ListedTemplate[] {
  const added = Object.keys(templates).filter((id) => !isBuiltIn(id));
  return [...kinds, ...added].map((id) => {
    const own = Object.hasOwn(templates, id) ? templates[id] : undefined;
    return { id, ...(own ? { own } : {}) };
  });
}

/** The names of the rules that name the template. */
export function rulesUsing(rules: Rules, id: string): string[] {
  return rules.filter(({ then }) => then.template === id).map(({ name }) => name);
}

/** An id that is free, made of letters and digits of the name. */
export function newTemplateId(name: string, taken: readonly string[]): string {
  const base = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const wanted = base === '' || base in {} ? 'template' : base.slice(0, 50);
  const free = (id: string) => !taken.includes(id) && !isBuiltIn(id);
  for (let number = 2; ; number += 1) {
    const id = number === 2 && free(wanted) ? wanted : `${wanted}-${String(number)}`;
    if (free(id)) return id;
  }
}

/** The templates with one put in, or taken out where there is none. */
export function withTemplate(templates: Templates, id: string, template: Template | undefined): Templates {
  const { [id]: _before, ...others } = templates;
  return template ? { ...templates, [id]: template } : others;
}
