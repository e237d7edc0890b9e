/** Values that a product inherits although they belong to another project than its own. */
import type { Ref, Space } from '#contract/settings';
import type { CreateFields, IssueType, JiraStatus } from '../jira/types';
import { find } from './refs';

const boundToProject = [
  'issueType',
  'resolvedStatus',
  'rejectedStatus',
  'statuses',
  'components',
  'securityLevel',
] as const;
/** A value that names something of one project. */
export type BoundField = (typeof boundToProject)[number];

interface Product {
  /** The product's values over the defaults. */
  readonly space: Space;
  readonly defaultProject: Ref | null;
  readonly inherits: (field: keyof Space) => boolean;
}

/** The values chosen for the default project that a product with another project takes over; empty ones do not count. */
export function foreignFields({ space, defaultProject, inherits }: Product): BoundField[] {
  if (inherits('project') || space.project === null || space.project.id === defaultProject?.id) return [];
  return boundToProject.filter((field) => inherits(field) && refsOf(space, field).length > 0);
}

/** What Jira says of a project; what is undefined is not known. */
interface Has {
  readonly issueTypes?: readonly IssueType[];
  readonly statuses?: readonly JiraStatus[];
  readonly fields?: CreateFields;
}

/** Those of the fields that name something which the project does not have. What is not known is not listed. */
export function lackingFields(space: Space, fields: readonly BoundField[], has: Has): BoundField[] {
  return fields.filter((field) => {
    const things = thingsFor(field, has);
    return things !== undefined && refsOf(space, field).some((ref) => find(things, ref) === undefined);
  });
}

function refsOf(space: Space, field: BoundField): Ref[] {
  if (field === 'components') return space.components;
  if (field === 'statuses') return Object.values(space.statuses).flatMap((mapping) => mapping?.jira ?? []);
  const ref = space[field];
  return ref === null ? [] : [ref];
}

function thingsFor(
  field: BoundField,
  { issueTypes, statuses, fields }: Has,
): readonly { id: string; name: string }[] | undefined {
  if (field === 'issueType') return issueTypes;
  if (field === 'components') return fields && (fields.components ?? []);
  if (field === 'securityLevel') return fields && (fields.securityLevels ?? []);
  return statuses;
}
