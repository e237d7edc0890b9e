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

/** A list that is searched and read page by page. */
export interface RemoteList {
  readonly loading: boolean;
  readonly search: (text: string) => void;
  readonly more: () => void;
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
  readonly remote?: RemoteList;
}

export interface OnePickerProps extends PickerProps {
  readonly value: Choice | undefined;
  readonly onChange: (choice: Choice | undefined) => void;
}

export interface ManyPickerProps extends PickerProps {
  readonly value: readonly Choice[];
  readonly onChange: (choices: readonly Choice[]) => void;
  /** People may type values that are not in the list; undefined is not taken. */
  readonly create?: (text: string) => Choice | undefined;
  /** The order counts: the first is preferred. */
  readonly isOrdered?: boolean;
}
