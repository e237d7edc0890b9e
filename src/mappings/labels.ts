import { legalText } from './adf/legal';
import type { BuiltIn, MappingInput } from './mapping';

const limit = 255;

/** The space's labels and the finding's tags, made legal: no white space, at most 255 characters, each once. */
export const labels: BuiltIn = {
  jiraField: () => 'labels',
  draft: (input) => {
    const value = labelsOf(input);
    return { value, comparable: value };
  },
  read: (raw): unknown[] => (Array.isArray(raw) ? (raw as unknown[]) : []),
};

/** The labels that the app puts on an issue, sorted. */
export function labelsOf({ finding, space }: Pick<MappingInput, 'finding' | 'space'>): string[] {
  const wanted = [...space.labels, ...(finding.tags ?? [])].map(legalLabel).filter((label) => label !== '');
  return [...new Set(wanted)].sort();
}

function legalLabel(text: string): string {
  const cut = legalText(text).trim().replace(/\s+/g, '-').slice(0, limit);
  return cut.replace(/[\uD800-\uDBFF]$/, '');
}
