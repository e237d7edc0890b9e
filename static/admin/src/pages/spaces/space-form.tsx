import { createContext, type ReactNode, useContext } from 'react';
import type { Role, Space } from '#contract/settings';
import type { Panels } from '../../hooks/use-panels';
import type { ProjectFacts } from './use-project-facts';

/** Where the value of a field comes from on a product's page, and how to change that. */
export interface FieldOrigin {
  readonly inherited: boolean;
  readonly override: () => void;
  readonly reset: () => void;
}

/** One space being edited: the defaults, or one product's values over them. */
export interface SpaceForm {
  readonly role: Role;
  readonly space: Space;
  readonly facts: ProjectFacts;
  /** Values that the settings give to fields which Jira demands, by field id. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** Makes ids unique where both spaces stand on one page. */
  readonly idPrefix: string;
  readonly set: (patch: Partial<Space>) => void;
  /** What is wrong with a field, by its path inside the space. */
  readonly errorAt: (path: string) => string | undefined;
  /** Undefined on the page of the defaults. */
  readonly originOf?: (field: keyof Space) => FieldOrigin;
  /** The project of the defaults; undefined on their own page. */
  readonly defaultProject?: Space['project'];
  /** The panel on the issues of projects; absent where saving shows it nowhere. */
  readonly panels?: Panels;
  /** The project is not saved yet. */
  readonly isNewProject?: boolean;
  /** Reads the project again and fills in what it proposes. */
  readonly chooseProject: (project: Space['project']) => void;
  readonly chooseIssueType: (issueType: Space['issueType']) => void;
}

const FormContext = createContext<SpaceForm | undefined>(undefined);

/** Gives the fields of a card their space. */
export function SpaceFormProvider({ form, children }: { form: SpaceForm; children: ReactNode }) {
  return <FormContext.Provider value={form}>{children}</FormContext.Provider>;
}

/** The space that a field belongs to. */
export function useSpaceForm(): SpaceForm {
  const form = useContext(FormContext);
  if (form === undefined) throw new Error('useSpaceForm needs a SpaceFormProvider around it');
  return form;
}
