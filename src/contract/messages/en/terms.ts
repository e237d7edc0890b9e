import type { FieldType } from '../../field-types';
import type { BuiltInStatus, Kind, Lifecycle, Severity } from '../../finding';
import type { IncompleteReason } from '../../report';
import type { Role } from '../../settings';
import type { Doing, FillPlace, Permission, RefKind, ScreenPart } from '../terms';
import { mistakeIn, type MistakeWords } from '../template-mistake';

/** What people call them, in the middle of a sentence. */
export const refWords: Readonly<Record<RefKind, string>> = {
  project: 'space',
  issueType: 'issue type',
  status: 'status',
  component: 'component',
  priority: 'priority',
  field: 'field',
  person: 'person',
  securityLevel: 'security level',
  resolution: 'resolution',
  fieldValue: 'value',
};

/** What a field takes, after "is no". */
export const typeWords: Readonly<Record<FieldType, string>> = {
  text: 'text',
  paragraph: 'text',
  number: 'number that Jira takes',
  date: 'date like 2026-01-31',
  datetime: 'time like 2026-01-31T09:30:00Z',
  url: 'http or https address',
  labels: 'label',
  choice: 'option',
  choices: 'option',
  cascading: 'option',
  user: 'person',
  users: 'person',
  group: 'group',
  groups: 'group',
  parent: 'issue that can stand above others',
  sprint: 'sprint',
  other: 'value that the app can make',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  info: 'info',
};

export const lifecycleWords: Readonly<Record<Lifecycle, string>> = {
  open: 'open',
  resolved: 'resolved',
  rejected: 'rejected',
  accepted: 'accepted',
};

export const statusWords: Readonly<Record<BuiltInStatus, string>> = {
  unverified: 'unverified',
  verified: 'verified',
  assigned: 'assigned',
  resolved: 'resolved',
  rejected: 'rejected',
  temporarily_risk_accepted: 'temporarily risk accepted',
  permanently_risk_accepted: 'permanently risk accepted',
};

export const roleWords: Readonly<Record<Role, string>> = {
  product: 'product team space',
  security: 'security team space',
};

export const permissionWords: Readonly<Record<Permission, string>> = {
  BROWSE_PROJECTS: 'see issues',
  CREATE_ISSUES: 'create issues',
  EDIT_ISSUES: 'edit issues',
  TRANSITION_ISSUES: 'move issues',
  ADD_COMMENTS: 'comment',
  LINK_ISSUES: 'link issues',
  ASSIGN_ISSUES: 'assign issues',
  SCHEDULE_ISSUES: 'set due dates',
  SET_ISSUE_SECURITY: 'set security levels',
  DELETE_ISSUES: 'delete issues',
};

const doings: Readonly<Record<Doing, string>> = {
  reading: 'Reading issues',
  readingScreen: 'Reading the create screen',
  readingTransitions: 'Reading transitions',
  creating: 'Creating an issue',
  changing: 'Changing an issue',
  moving: 'Moving an issue',
  confirming: 'Confirming a move',
  linking: 'Linking issues',
  commenting: 'Commenting on an issue',
  looking: 'Looking for an issue',
  deleting: 'Deleting an issue',
};

/** What the app was at, with its place where that is known. */
export function doingWords(doing: Doing, place: string | undefined): string {
  if (place === undefined) return doings[doing];
  return `${doings[doing]} ${doing === 'moving' ? 'to' : 'in'} ${place}`;
}

/** What to do so that a required field is filled. */
export const fillWords: Readonly<Record<FillPlace, (field: string) => string>> = {
  spaces: (field) => `Choose a value for ${field} under Team spaces`,
  fields: (field) => `Give ${field} a value under Fields`,
  finding: (field) => `Send ${field} with every finding, or make it optional in Jira`,
};

export const partWords: Readonly<Record<ScreenPart, string>> = {
  components: 'Components',
  assignee: 'Assignee',
  securityLevel: 'Security level',
};

/** Why a complete report proves nothing by its own word. */
export const unprovenWords: Readonly<Record<IncompleteReason, string>> = {
  notSuccessful: 'The tool does not say that its run succeeded (executionSuccessful is not true).',
  errorNotification: 'The tool reported an error during its run (a notification of level error).',
  exitCode: 'The tool ended with an exit code or signal that means failure.',
  noResults: 'A run has no list of results, which means that the tool could not look.',
  brokenResults: 'Some of its results could not be read.',
  failed: 'The tool says that its run failed.',
  notAllChecked: 'The tool says that it could not check everything.',
  noTool: 'It holds nothing that tells which tool it is of.',
  noScope: 'It does not say what it speaks for; send ?scope= with it.',
};

/** One finding of a kind, after "at". */
export const kindWords: Readonly<Record<Kind, string>> = {
  vulnerability: 'a vulnerability',
  compliance_violation: 'a compliance violation',
  security_incident: 'a security incident',
  scheduled_task: 'a scheduled task',
};

const mistakes: MistakeWords = {
  notEnded: (what, end) => `“${what}” is not closed; end it with ${end}`,
  noFilter: (name) => `there is no filter “${name}”; take it out, or use one that exists`,
  noTag: (name) => `there is no tag “${name}”; take it out, or use one that exists`,
  nothingOpen: (name) => `“${name}” belongs to no tag that is open before it; take it out, or open one`,
  noOthers: 'no other template can be taken in; write its text here',
};

/** What Liquid said of a mistake in a template. */
export function mistakeWords(said: string): string {
  return mistakeIn(said, mistakes);
}
