import { useEffect, useState } from 'react';
import type { FieldProblem } from '#contract/invalid-fields';
import type { Role, Space } from '#contract/settings';
import { sameValue } from '../../logic/diff';
import { errorAt } from '../../logic/field-errors';
import { proposeIssueType, proposeRest } from '../../logic/proposals';
import { useSay } from '../../texts/texts';
import type { FieldOrigin, SpaceForm } from './space-form';
import { useProjectFacts } from './use-project-facts';

interface Options {
  readonly role: Role;
  readonly space: Space;
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldProblem[];
  /** The path of this space inside the document, for its errors. */
  readonly path: string;
  readonly set: (patch: Partial<Space>) => void;
  readonly originOf?: (field: keyof Space) => FieldOrigin;
  readonly defaultProject?: Space['project'];
}

/** Joins a space with what Jira says of its project, and fills in proposals once a project was chosen. */
export function useSpaceEditor(options: Options): SpaceForm {
  const { role, space, fixed, errors, path, set, originOf, defaultProject } = options;
  const facts = useProjectFacts(space);
  const say = useSay();
  const [proposing, setProposing] = useState(false);
  const { issueTypes, statuses, fields } = facts;

  useEffect(() => {
    if (!proposing || issueTypes === undefined) return;
    const issueType = proposeIssueType(issueTypes, space.issueType);
    if (!sameValue(issueType, space.issueType)) {
      set({ issueType });
      return;
    }
    if (issueType === null) setProposing(false);
    if (statuses === undefined || fields === undefined) return;
    set(changed(space, proposeRest(space, statuses, fields)));
    setProposing(false);
  }, [proposing, issueTypes, statuses, fields, space, set]);

  return {
    role,
    space,
    facts,
    fixed,
    idPrefix: `space-${role}`,
    set,
    errorAt: (field) => {
      const message = errorAt(errors, `${path}.${field}`);
      return message && say(message);
    },
    ...(originOf && { originOf }),
    ...(defaultProject !== undefined && { defaultProject }),
    chooseProject: (project) => {
      // Whoever chooses where issues go wants them there.
      set(space.enabled || project === null ? { project } : { project, enabled: true });
      setProposing(project !== null);
    },
    chooseIssueType: (issueType) => {
      set({ issueType });
      setProposing(issueType !== null);
    },
  };
}

/** Only what differs, so that a product does not override values that it has by default anyway. */
function changed(space: Space, patch: Partial<Space>): Partial<Space> {
  return Object.fromEntries(
    Object.entries(patch).filter(([key, value]) => !sameValue(space[key as keyof Space], value)),
  );
}
