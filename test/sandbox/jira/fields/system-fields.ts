import type { FieldKind, FieldRecord } from '../state/model';

type Row = readonly [id: string, name: string, kind: FieldKind, clauseNames?: readonly string[]];

const ROWS: readonly Row[] = [
  ['summary', 'Summary', 'string'],
  ['issuetype', 'Issue Type', 'issuetype', ['issuetype', 'type']],
  ['project', 'Project', 'project'],
  ['description', 'Description', 'adf'],
  ['environment', 'Environment', 'adf'],
  ['priority', 'Priority', 'priority'],
  ['labels', 'Labels', 'labels'],
  ['assignee', 'Assignee', 'user'],
  ['reporter', 'Reporter', 'user'],
  ['components', 'Components', 'components', ['component']],
  ['fixVersions', 'Fix versions', 'versions', ['fixVersion']],
  ['versions', 'Affects versions', 'versions', ['affectedVersion']],
  ['duedate', 'Due date', 'date', ['due', 'duedate']],
  ['parent', 'Parent', 'parent'],
  ['security', 'Security Level', 'security', ['level']],
  ['issuelinks', 'Linked Issues', 'issuelinks', []],
  ['resolution', 'Resolution', 'resolution'],
  ['status', 'Status', 'readonly'],
  ['statuscategorychangedate', 'Status Category Changed', 'readonly', ['statusCategoryChangedDate']],
  ['created', 'Created', 'readonly', ['created', 'createdDate']],
  ['updated', 'Updated', 'readonly', ['updated', 'updatedDate']],
  ['resolutiondate', 'Resolved', 'readonly', ['resolutiondate', 'resolved']],
  ['creator', 'Creator', 'readonly'],
  ['subtasks', 'Sub-tasks', 'readonly', ['subtasks']],
  ['comment', 'Comment', 'readonly', ['comment']],
];

/** The fields every site has, in the order Jira lists them. */
export function systemFields(): FieldRecord[] {
  return ROWS.map(([id, name, kind, clauseNames]) => ({
    id,
    name,
    kind,
    custom: false,
    clauseNames: [...(clauseNames ?? [id])],
    options: [],
    projectId: null,
  }));
}

/** Fields that every issue type of a company-managed project has. */
export const COMMON_FIELDS = [
  'summary',
  'issuetype',
  'project',
  'description',
  'environment',
  'priority',
  'labels',
  'assignee',
  'reporter',
  'components',
  'fixVersions',
  'versions',
  'duedate',
  'parent',
  'issuelinks',
  'resolution',
] as const;

/** What a create screen shows unless a project says otherwise. */
export const DEFAULT_CREATE_SCREEN = [
  'summary',
  'issuetype',
  'project',
  'description',
  'priority',
  'labels',
  'assignee',
  'reporter',
  'components',
  'duedate',
  'parent',
  'issuelinks',
] as const;
