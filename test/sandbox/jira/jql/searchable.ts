import type { IndexedIssue } from './indexed-issue';
import type { Operator } from './parse';

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
      readonly candidates?: (ids: readonly string[]) => ReadonlySet<string>;
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

/** All members of some sets; the set itself when there is only one. */
export function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return sets.length === 1 && sets[0] ? sets[0] : new Set(sets.flatMap((set) => [...set]));
}
