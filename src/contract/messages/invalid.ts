/** What is wrong with a value of the settings; each reads on after the name of its field: "Name is required". */
import { z } from 'zod';
import { refKinds } from './terms';

const text = z.string();

export const invalid = {
  required: {},
  wholeNumber: {},
  ofType: { type: text },
  oneOf: { values: z.array(text) },
  atLeast: { least: z.number() },
  atMost: { most: z.number() },
  atMostCharacters: { most: z.number() },
  noLabel: {},
  noStatusName: {},
  idOrName: {},
  misfit: {},
  /** Days as YYYY-MM-DD. */
  dayBetween: { first: text, last: text },
  tooDeep: { most: z.number() },
  notUnique: {},
  badPattern: { name: text, reason: text, position: z.number() },
  badTimeZone: {},
  badDay: {},
  clockOff: {},
  badAddress: {},
  unknownField: { field: text },
  unmappableField: { field: text },
  /** Counted from 1; `said` in the words of Liquid. */
  templateError: { line: z.number(), column: z.number(), said: text },
  /** A template that is left out though a rule names it. */
  templateInUse: { rule: text },
  chooseProject: {},
  chooseIssueType: {},
  builtInStatus: {},
  idNeeded: { kind: z.enum(refKinds) },
  notKept: {},
  notFoundHere: { name: text },
  severalHere: { name: text, count: z.number() },
  hiddenHere: { name: text },
  switchedOff: {},
  notAFinding: {},
  noFindings: {},
  /** In the words of the portal API, for which no others exist. */
  saidByApi: { text },
} as const satisfies Record<string, z.ZodRawShape>;
