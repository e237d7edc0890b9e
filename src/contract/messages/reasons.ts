/** Messages that are stored: why a finding is held, skipped or waits, and what the settings name that is lost. */
import { z } from 'zod';
import { Kind, Lifecycle, Severity } from '../finding';
import { IncompleteReason } from '../report';
import { fieldTypes } from '../field-types';
import { Role } from '../space';
import { doings, fillPlaces, refKinds } from './terms';

const text = z.string();

/** Each message with its parameters. `said` is what Jira said, in Jira's words. */
export const reasons = {
  /** Stands for what another version of the app stored and this one cannot read. */
  anotherVersion: {},

  busy: {},
  overtaken: {},
  createUnclear: {},
  /** The app's own failure; `reference` tells one defect from another. */
  appFailed: { reference: text },
  unreadableRecord: {},
  unreadableChunk: { reference: text },
  unreadableSection: { section: text },
  fixUnreadableSection: {},
  createNeverClear: { project: text, detail: text },
  readNeverClear: { detail: text },
  rateLimited: { limit: text },
  budgetSpent: {},
  assigneeLater: {},
  unclearAnswer: { detail: text },
  refused: { doing: z.enum(doings), place: text.optional(), said: text },
  refusedSilently: { doing: z.enum(doings), place: text.optional(), status: z.number() },

  /** Jira's texts that say no more than this are translated into it; `project` and `type` are names. */
  notAllowed: { doing: z.enum(doings), place: text.optional() },
  projectGone: { project: text },
  spaceArchived: { project: text },
  typeGone: { project: text },

  /** A person, group or issue that a mapped field names. */
  namedLater: {},
  /** `value` is what the finding or the settings gave; absent where it may be an address of a person. */
  noSuchValue: { field: text, value: text.optional() },
  valueMisfit: { field: text, type: z.enum(fieldTypes) },
  fieldNotOnScreen: { field: text, project: text },
  typeNotFilled: { field: text },
  templateFails: { line: z.number(), column: z.number(), said: text },
  templateStoodIn: { template: text, line: z.number(), column: z.number(), said: text },
  /** Of a template, not of a finding: where it last failed. */
  templateFailing: {
    name: text,
    role: Role,
    kind: Kind,
    line: z.number(),
    column: z.number(),
    said: text,
  },
  fixTemplate: {},
  textCut: { most: z.number() },
  firstValueOnly: {},
  requiredUnfilled: { field: text, role: Role },
  fixRequiredUnfilled: { where: z.enum(fillPlaces) },

  /** Jira showed a comment to the customers of a service project. */
  commentShown: {},
  commentsOff: {},
  commentOfUnknown: {},
  /** Nobody can say yet whether it will come. */
  commentBeforeFinding: {},
  commentNoIssue: {},

  noSpaceOn: {},
  spaceIncomplete: { role: Role, missing: z.enum(['project', 'issueType']) },
  fieldRequired: { project: text, field: text, where: z.enum(fillPlaces) },
  /** Says alike what is missing, hidden, elsewhere or another connection's. */
  adoptMissing: { key: text },
  /** Older versions stored it; it is said like `adoptMissing`. */
  adoptElsewhere: { key: text, role: Role },
  adoptTaken: { key: text, finding: text.optional() },
  issueHidden: { key: text },
  rivalIssues: { finding: text, role: Role, keys: z.array(text) },
  movedBack: { key: text, status: text.optional() },
  notMoved: { key: text },
  notDone: { key: text },
  noWay: { from: text, to: z.array(text) },
  noFittingStatus: { lifecycle: Lifecycle },

  noRule: { severity: Severity, status: text },
  ruleCreatesNone: { rule: text },
  dayFull: { rule: text, perDay: z.number() },

  /** Why a report that is called complete resolves nothing. */
  reportUnproven: { why: IncompleteReason },
  reportFailed: {},
  newerComplete: {},
  newerReport: {},
  partsMissing: { missing: z.number(), of: z.number() },
  partsInterrupted: {},
  reportHeld: { product: text, tool: text, scope: text.optional(), resolves: z.number(), of: z.number() },

  lostProject: { name: text },
  lostThing: { kind: z.enum(refKinds), name: text },
  archived: { name: text },
  hiddenIssues: { name: text },
  fixLostProject: {},
  fixLostThing: { kind: z.enum(refKinds) },
  fixArchived: {},
  fixHiddenIssues: {},
} as const satisfies Record<string, z.ZodRawShape>;
