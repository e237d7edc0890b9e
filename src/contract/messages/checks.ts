/** Messages of the connection test: what is checked, what was found, what to do. */
import { z } from 'zod';
import { Lifecycle, Severity } from '../finding';
import { fillPlaces, permissions, screenParts } from './terms';

const text = z.string();
const names = z.array(text);
const severities = z.array(Severity);

/** What asks for a status: a finding's status, a lifecycle, or closing after the product issue. */
export const StatusUse = z.union([
  z.object({ status: text }),
  z.object({ lifecycle: Lifecycle }),
  z.literal('closing'),
]);
export type StatusUse = z.infer<typeof StatusUse>;
const uses = z.array(StatusUse);

/** Titles: each names one checked thing. */
const titles = {
  aboutCredentials: {},
  aboutSwitchedOn: {},
  aboutSwitchedOff: {},
  aboutPaused: {},
  aboutLastCall: {},
  aboutLastError: {},
  aboutTeamSpaces: {},
  aboutFurtherProducts: {},
  aboutProject: {},
  aboutIssueType: {},
  aboutPermitted: {},
  aboutCreateScreen: {},
  aboutRequiredFields: {},
  aboutRequiredField: { field: text },
  aboutComponents: {},
  aboutPriority: {},
  aboutDueDateField: {},
  aboutAssignee: {},
  aboutSecurityLevel: {},
  aboutStatuses: {},
  aboutStatus: { name: text },
  aboutDoneStatus: {},
};

const ofConnections = {
  noCredentials: {},
  makeSecret: {},
  isOff: {},
  switchOn: {},
  isPaused: {},
  goOn: {},
  neverCalled: {},
  howToCall: {},
  /** `answer` is what the portal was told, in the words of the portal API. */
  failedCall: { status: z.number(), answer: text },
  failedBefore: { status: z.number(), answer: text },
  correctPortal: {},
  correctSecret: {},
  strayCall: { status: z.number(), answer: text },
  askedToWait: { status: z.number(), answer: text },
  noneSwitchedOn: {},
  switchOneOn: {},
  notLookedAt: { count: z.number() },
};

const ofProjects = {
  noProject: {},
  chooseProjectOrOff: {},
  projectMissing: { name: text },
  projectArchived: { name: text },
  restoreOrBrowse: {},
  restoreOrOther: {},
  typeMissing: { type: text },
  typeIsSubtask: { type: text },
  otherType: {},
  mayDo: { permissions: z.array(z.enum(permissions)) },
  mayNot: { permissions: z.array(z.enum(permissions)), place: text.optional() },
  grant: { permissions: z.array(z.enum(permissions)), place: text.optional() },
};

const ofScreens = {
  fieldDemanded: { field: text },
  fillField: { field: text, where: z.enum(fillPlaces) },
  thingsMissing: { names },
  otherComponents: {},
  priorityOff: {},
  noPriorities: {},
  noPriorityOnScreen: {},
  foreignPriorities: { names, severities },
  choosePriorities: { names },
  unmappedSeverities: { severities },
  offScreen: { field: text },
  putOnScreen: { field: text },
  partOffScreen: { part: z.enum(screenParts) },
  putPartOnScreen: { part: z.enum(screenParts) },
  levelMissing: { name: text },
  otherLevel: {},
};

const ofStatuses = {
  workflowHidden: {},
  showWorkflow: {},
  usedFor: { uses },
  notInWorkflow: { name: text, uses },
  otherStatusOrAdd: {},
  startUnknown: {},
  unreachable: { name: text, uses },
  addTransition: {},
  resolvedGoTo: { name: text },
  nothingDone: {},
  addDoneStatus: {},
};

const ofReading = {
  /** A name of Jira's or a time, by itself. */
  plain: { text },
  untold: { said: text },
  untoldSilently: { status: z.number() },
  limitedNow: {},
  testLater: {},
  testAgain: {},
};

export const checks = {
  ...titles,
  ...ofConnections,
  ...ofProjects,
  ...ofScreens,
  ...ofStatuses,
  ...ofReading,
} as const satisfies Record<string, z.ZodRawShape>;
