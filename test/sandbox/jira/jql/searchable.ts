import type { IndexedIssue } from './indexed-issue';
import type { Operator } from './query';

/** What JQL can do with a field. */
export type Searchable = SearchableValue & {
  /** The operators it knows when they are fewer than its kind has. */
  readonly operators?: ReadonlySet<Operator>;
};

type SearchableValue =
  | {
      readonly kind: 'choice';
      readonly values: (issue: IndexedIssue) => readonly string[];
      /** The ids a text stands for; empty when the text names nothing. */
      readonly resolve: (text: string) => readonly string[];
      readonly order?: (issue: IndexedIssue) => string | number | null;
      /** Issues that hold one of the ids, when the index knows. */
      readonly candidates?: (ids: readonly string[]) => Candidates;
    }
  | { readonly kind: 'number' | 'date'; readonly value: (issue: IndexedIssue) => readonly number[] }
  | {
      readonly kind: 'text';
      readonly text: (issue: IndexedIssue) => string | undefined;
      readonly sortable: boolean;
    };

/** True when the text is one of the names, in any case. */
export function same(text: string, ...names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === text.toLowerCase());
}

/** Sets that together hold every issue that may match; they are not joined until somebody walks them. */
export type Candidates = readonly ReadonlySet<string>[];

/** How many issues a walk would look at, at most. */
export function sizeOf(candidates: Candidates): number {
  return candidates.reduce((sum, set) => sum + set.size, 0);
}

/** Each candidate once. */
export function walk(candidates: Candidates): Iterable<string> {
  return candidates.length === 1 && candidates[0]
    ? candidates[0]
    : new Set(candidates.flatMap((set) => [...set]));
}
