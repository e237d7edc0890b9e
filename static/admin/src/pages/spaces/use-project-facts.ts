import { useAsync } from '../../hooks/use-async';
import { readCreateFields } from '../../jira/create-fields';
import { readIssueTypes } from '../../jira/issue-types';
import { findProject } from '../../jira/projects';
import { readReachable } from '../../jira/reachable';
import { readStatuses } from '../../jira/statuses';
import type { CreateFields, IssueType, JiraStatus, Project } from '../../jira/types';
import type { Space } from '#contract/settings';

/** What Jira says of a chosen project; a part is undefined while it is read. */
export interface ProjectFacts {
  /** The project as it is called now; undefined while it is read, null when Jira does not have or show it. */
  readonly project?: Project | null;
  readonly issueTypes?: readonly IssueType[];
  /** Of the chosen issue type. */
  readonly statuses?: readonly JiraStatus[];
  readonly fields?: CreateFields;
  /** Ids of the statuses that issues can get to; undefined while unknown. */
  readonly reachable?: ReadonlySet<string>;
  readonly error?: Error;
  readonly retry: () => void;
}

/** Reads the project and the issue type of a space, as the admin. */
export function useProjectFacts({ project, issueType }: Pick<Space, 'project' | 'issueType'>): ProjectFacts {
  const id = project?.id;
  const typeId = issueType?.id;
  const both = id === undefined || typeId === undefined ? undefined : { id, typeId };
  const found = useAsync(id, async () => (await findProject(id ?? '')) ?? null);
  const types = useAsync(id, () => readIssueTypes(id ?? ''));
  const statuses = useAsync(id, () => readStatuses(id ?? ''));
  const known = both !== undefined && types.value?.some((type) => type.id === both.typeId) === true;
  const fields = useAsync(known ? `${both.id}/${both.typeId}` : undefined, () =>
    readCreateFields(both?.id ?? '', both?.typeId ?? ''),
  );
  const reachable = useAsync(known ? `${both.id}/${both.typeId}` : undefined, () =>
    readReachable(both?.id ?? '', both?.typeId ?? ''),
  );
  const error = [found, types, statuses, fields].flatMap((one) =>
    one.state === 'failed' ? [one.error] : [],
  )[0];
  const ofType = typeId === undefined ? undefined : statuses.value?.get(typeId);
  return {
    ...(found.value !== undefined && { project: found.value }),
    ...(types.value && { issueTypes: types.value }),
    ...(ofType && { statuses: ofType }),
    ...(fields.value && { fields: fields.value }),
    ...(reachable.value && { reachable: reachable.value }),
    ...(error && { error }),
    retry: () => {
      found.reload();
      types.reload();
      statuses.reload();
      fields.reload();
    },
  };
}
