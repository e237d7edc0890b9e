/** Templates: what issues are called and what stands in them. Those of the kinds are built in, and can be put over. */
import { z } from 'zod';
import { longestTemplate } from './field-mapping';
import { type Kind, kinds } from './finding';

export const templateModes = ['replace', 'append'] as const;
export const TemplateMode = z.enum(templateModes);
export type TemplateMode = z.infer<typeof TemplateMode>;

/** The built-in ones have the names of the kinds; no name that every object seems to know. */
export const TemplateId = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'must be letters, digits, hyphens and underscores, at most 64')
  .refine((id) => !(id in {}), 'must be no word of the language');
export type TemplateId = z.infer<typeof TemplateId>;

export const longestSummary = 2_000;

/**
 * Liquid over `finding`, `product`, `role` and `language`. An empty summary is the finding's title. `append`: what people
 * write above and below the app's text stays. `tools`: it is that of findings of these tools, where no rule names another.
 */
export const Template = z.object({
  name: z.string().trim().min(1).max(100),
  summary: z.string().max(longestSummary).default(''),
  description: z.string().max(longestTemplate),
  mode: TemplateMode.default('replace'),
  tools: z.array(z.string().trim().min(1).max(255)).max(50).optional(),
});
export type Template = z.infer<typeof Template>;

export const mostTemplates = 100;
/** All of them are stored as one value. */
const longestTogether = 150_000;

export const Templates = z
  .record(TemplateId, Template)
  .refine((all) => Object.keys(all).length <= mostTemplates, {
    params: { message: { code: 'atMost', most: mostTemplates } },
  })
  .refine((all) => JSON.stringify(all).length <= longestTogether, {
    params: { message: { code: 'atMost', most: longestTogether } },
  });
export type Templates = z.infer<typeof Templates>;

/** Whether an id is that of a built-in template. */
export function isBuiltIn(id: string): id is Kind {
  return kinds.some((kind) => kind === id);
}
