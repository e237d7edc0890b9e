import type { StatusCategory } from '../jira/types';

/** One entry of a drop-down. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Shown as a lozenge with the category's word. */
  readonly category?: StatusCategory;
  readonly iconUrl?: string;
  /** It is set, but Jira does not have it any more. */
  readonly gone?: boolean;
}

/** What every drop-down of the page takes. */
export interface PickerProps {
  readonly id: string;
  /** Undefined while they are read. */
  readonly choices: readonly Choice[] | undefined;
  readonly label?: string;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
  readonly isClearable?: boolean;
  readonly isCompact?: boolean;
  /** For lists that are read page by page: asked as people type, and for more at the end of the list. */
  readonly remote?: { readonly loading: boolean; search(text: string): void; more(): void };
}

export interface OnePickerProps extends PickerProps {
  readonly value: Choice | undefined;
  onChange(choice: Choice | undefined): void;
}

export interface ManyPickerProps extends PickerProps {
  readonly value: readonly Choice[];
  onChange(choices: readonly Choice[]): void;
  /** People may type values that are not in the list; undefined is not taken. */
  create?(text: string): Choice | undefined;
  /** The order counts: the first is preferred. */
  readonly isOrdered?: boolean;
}
