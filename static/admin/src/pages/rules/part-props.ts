import type { Rule } from '#contract/rules';
import type { Draft } from '../../hooks/use-draft';

/** All but `rules` are only read on this page. */
export const sections = ['rules', 'spaces', 'statuses', 'fields', 'templates'] as const;
export type RulesDraft = Draft<(typeof sections)[number]>;

/** What each part of a rule's editor gets. */
export interface RuleEditorProps {
  readonly rule: Rule;
  /** Where the rule stands in the document, for its errors. */
  readonly path: string;
  readonly draft: RulesDraft;
  readonly onChange: (rule: Rule) => void;
}
