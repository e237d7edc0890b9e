/** Closed lists that messages speak of; every language has a word for each. */

export const refKinds = [
  'project',
  'issueType',
  'status',
  'component',
  'priority',
  'field',
  'person',
  'securityLevel',
  'resolution',
  'fieldValue',
] as const;
export type RefKind = (typeof refKinds)[number];

/** Jira's permissions that the app may need, by Jira's keys. */
export const permissions = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ADD_COMMENTS',
  'LINK_ISSUES',
  'ASSIGN_ISSUES',
  'SCHEDULE_ISSUES',
  'SET_ISSUE_SECURITY',
  'DELETE_ISSUES',
] as const;
export type Permission = (typeof permissions)[number];

/** What the app was at when Jira refused; some are told with their place, for example a project. */
export const doings = [
  'reading',
  'readingScreen',
  'readingTransitions',
  'creating',
  'changing',
  'moving',
  'confirming',
  'linking',
  'commenting',
  'looking',
  'deleting',
] as const;
export type Doing = (typeof doings)[number];

/** Where a Jira field gets its value: a page of the settings, or the finding itself. */
export const fillPlaces = ['spaces', 'fields', 'finding'] as const;
export type FillPlace = (typeof fillPlaces)[number];

/** What the connection test looks for on a create screen by itself; other fields go by Jira's name. */
export const screenParts = ['components', 'assignee', 'securityLevel'] as const;
export type ScreenPart = (typeof screenParts)[number];
