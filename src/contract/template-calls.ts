/** The page calls about templates: input and output by name. */
import { z } from 'zod';
import { type Finding, type Kind } from './finding';
import type { FieldProblem } from './invalid-fields';
import { Language } from './language';
import { Role } from './space';
import { Template } from './templates';

/** What each call takes. */
export const templateInputs = {
  /** The built-in templates, and the last findings to look at others with. */
  'templates.offered': z.object({}),
  /**
   * What a template, which need not be saved, makes of a finding by the key that `templates.offered` told; without one,
   * of an example. Nothing is written.
   */
  'templates.preview': z.object({
    template: Template.pick({ summary: true, description: true, mode: true }),
    language: Language.default('en'),
    role: Role.default('product'),
    finding: z.string().max(500).optional(),
  }),
} as const;

export type OfferedFinding = Pick<Finding, 'id' | 'product' | 'title'> & {
  readonly key: string;
  readonly kind: Kind;
};

/** What each call answers. */
export interface TemplateOutputs {
  'templates.offered': {
    builtIn: Record<Language, { summary: string; description: string }>;
    findings: OfferedFinding[];
  };
  /** `description` is the document that Jira would get. `errors`: of parts of the template that the built-in one stands in for. */
  'templates.preview': { summary: string; description: object; errors: FieldProblem[] };
}
