import type { DraftField } from '../core/sync/fields';
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

function labelsOf({ finding, space }: Pick<MappingInput, 'finding' | 'space'>): string[] {
  return distinct([...space.labels, ...(finding.tags ?? [])]);
}

/** Where a row says which labels the finding gives, those of the space are put on the issue too. */
export function withSpaceLabels(
  drafted: DraftField | undefined,
  { space }: Pick<MappingInput, 'space'>,
): DraftField {
  const given: unknown[] = Array.isArray(drafted?.value) ? drafted.value : [];
  const value = distinct([...space.labels, ...given.map(String)]);
  const { problem, note } = drafted ?? {};
  return { value, comparable: value, ...(problem ? { problem } : {}), ...(note ? { note } : {}) };
}

function distinct(wanted: readonly string[]): string[] {
  return [...new Set(wanted.map(legalLabel).filter((label) => label !== ''))].sort();
}

/** A label that Jira takes, made of any text; empty where nothing is left of it. */
export function legalLabel(text: string): string {
  const cut = legalText(text).trim().replace(/\s+/g, '-').slice(0, limit);
  return cut.replace(/[\uD800-\uDBFF]$/, '');
}
