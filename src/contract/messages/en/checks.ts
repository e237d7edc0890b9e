import type { checks as table, StatusUse } from '../checks';
import type { Sayings } from '../message';
import { statusWord } from '../status-word';
import { fillWords, lifecycleWords, partWords, permissionWords, severityWords, statusWords } from './terms';

const role = 'atlassian-addons-project-access';

/** The connection test: what is checked, what was found, what to do. */
export const checks: Sayings<typeof table> = {
  aboutCredentials: 'Credentials',
  aboutSwitchedOn: 'Switched on',
  aboutSwitchedOff: 'Switched off',
  aboutPaused: 'Paused',
  aboutLastCall: 'Last call',
  aboutLastError: 'Last error',
  aboutTeamSpaces: 'Team spaces',
  aboutFurtherProducts: 'Further products',
  aboutProject: 'Space',
  aboutIssueType: 'Issue type',
  aboutPermitted: 'What the app may do',
  aboutCreateScreen: 'Fields on the create screen',
  aboutRequiredFields: 'Required fields',
  aboutRequiredField: ({ field }) => `Required field ${field}`,
  aboutComponents: 'Components',
  aboutPriority: 'Priority',
  aboutDueDateField: 'Due date field',
  aboutAssignee: 'Assignee',
  aboutSecurityLevel: 'Security level',
  aboutStatuses: 'Statuses',
  aboutStatus: ({ name }) => `Status ${name}`,
  aboutDoneStatus: 'A done status',

  noCredentials: 'No credentials are stored, so no call is let in.',
  makeSecret: 'Make a new secret.',
  isOff: 'The connection is switched off: every call is refused.',
  switchOn: 'Switch it on.',
  isPaused: 'Findings are accepted and held back.',
  goOn: 'Go on with the connection.',
  neverCalled: 'This portal has not called yet.',
  howToCall: 'Send it the address and the secret, or paste the command of the connection into a terminal.',
  failedCall: ({ status, answer }) => `The call was answered: ${answer} (${String(status)})`,
  failedBefore: ({ status, answer }) =>
    `A call was answered: ${answer} (${String(status)}) Others came through since.`,
  correctPortal: 'Correct what the message names in the portal, then test again.',
  correctSecret:
    'Correct what the message names: give the portal the secret that holds now, or make a new one in the menu of the connection; or set its clock.',
  strayCall: ({ status, answer }) =>
    `A call asked for something that is not there: ${answer} (${String(status)}) One such call does no harm. If findings do not arrive, compare the address in the portal with the base URL.`,
  askedToWait: ({ status, answer }) =>
    `The portal was asked to send it again later: ${answer} (${String(status)})`,
  noneSwitchedOn: 'No team space is switched on.',
  switchOneOn: 'Switch one on under Team spaces.',
  notLookedAt: ({ count }) => `${String(count)} more were not looked at.`,

  noProject: 'No space is chosen.',
  chooseProjectOrOff: 'Choose a space under Team spaces, or switch this one off.',
  projectMissing: ({ name }) => `${name} does not exist any more, or the app may not see it.`,
  projectArchived: ({ name }) => `${name} is archived: nothing can be created or changed there.`,
  restoreOrBrowse: `Restore the space, give the role ${role} the permission to browse it, or choose another one.`,
  restoreOrOther: 'Restore the space from the archive, or choose another one.',
  typeMissing: ({ type }) => `${type} does not exist in the space.`,
  typeIsSubtask: ({ type }) => `${type} is a type of sub-tasks, which need a parent.`,
  otherType: 'Choose another issue type under Team spaces, or add it to the space in Jira.',
  mayDo: ({ permissions }) => `${permissions.map((one) => permissionWords[one]).join(', ')}.`,
  mayNot: ({ permissions, place = 'the space' }) =>
    `The app may not ${permissions.map((one) => permissionWords[one]).join(', ')} in ${place}.`,
  grant: ({ permissions, place = 'the space' }) =>
    `Give the role ${role} these permissions in the permission scheme of ${place}: ${permissions.join(', ')}.`,

  fieldDemanded: ({ field }) =>
    `Jira demands ${field} for new issues, and nothing fills it for every finding.`,
  fillField: ({ field, where }) =>
    where === 'finding'
      ? `${fillWords[where](field)}.`
      : `${fillWords[where](field)}, or make it optional in Jira.`,
  thingsMissing: ({ names }) => `${names.join(', ')} does not exist in the space.`,
  otherComponents: 'Choose other components under Team spaces.',
  priorityOff: 'Switched off: Jira sets its default.',
  noPriorities: 'The space has no priorities; none are sent.',
  noPriorityOnScreen: 'The space has no priorities on the create screen; those chosen are not sent.',
  foreignPriorities: ({ names, severities }) =>
    `${names.join(', ')} (for ${severities.map((one) => severityWords[one]).join(', ')}) does not belong to the space's priority scheme.`,
  choosePriorities: ({ names }) => `Choose among ${names.join(', ')} under Team spaces.`,
  unmappedSeverities: ({ severities }) =>
    `No priority is chosen for ${severities.map((one) => severityWords[one]).join(', ')}: Jira sets its default.`,
  offScreen: ({ field }) => `${field} is not on the create screen, so new issues come without it.`,
  putOnScreen: ({ field }) =>
    `Add ${field} to the create screen in Jira, or switch it off under Team spaces.`,
  partOffScreen: ({ part }) =>
    `${partWords[part]} ${part === 'components' ? 'are' : 'is'} not on the create screen, so new issues come without it.`,
  putPartOnScreen: ({ part }) =>
    `Add ${partWords[part]} to the create screen in Jira, or switch it off under Team spaces.`,
  levelMissing: ({ name }) => `${name} does not exist in the space, or the app is not in it.`,
  otherLevel: `Choose another level under Team spaces, or add the role ${role} to it.`,

  workflowHidden:
    'Jira does not show the workflow to the app, so nobody can say whether the statuses can be reached.',
  showWorkflow: `Give the role ${role} the permission to view the workflow (read-only) in the space.`,
  usedFor: ({ uses }) => `For ${usesInWords(uses)}.`,
  notInWorkflow: ({ name, uses }) =>
    `The workflow has no status ${name}; it is chosen for ${usesInWords(uses)}.`,
  otherStatusOrAdd: 'Choose another status under Team spaces, or add it to the workflow in Jira.',
  startUnknown: 'Jira does not tell where new issues start in this workflow.',
  unreachable: ({ name, uses }) =>
    `No transitions lead from a new issue to ${name}; it is chosen for ${usesInWords(uses)}.`,
  addTransition: 'Add a transition in Jira, or choose another status under Team spaces.',
  resolvedGoTo: ({ name }) => `Resolved findings go to ${name}.`,
  nothingDone:
    'The workflow has no reachable status of the category Done, so resolved findings stay open in Jira.',
  addDoneStatus: 'Add a done status and a transition to it in Jira.',

  plain: ({ text }) => text,
  untold: ({ said }) => `Jira refuses to tell the app: ${said}`,
  untoldSilently: ({ status }) => `Jira refuses to tell the app: Jira answered ${String(status)}.`,
  limitedNow: 'Jira limits the rate just now.',
  testLater: 'Test again in a few minutes.',
  testAgain: 'Test again.',
};

function usesInWords(uses: readonly StatusUse[]): string {
  return uses.map(useInWords).join(', ');
}

function useInWords(use: StatusUse): string {
  if (use === 'closing') return 'closing after the product issue';
  if ('lifecycle' in use) return `${lifecycleWords[use.lifecycle]} findings`;
  return `${statusWord(use.status, statusWords)} findings`;
}
