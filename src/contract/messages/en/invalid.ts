import type { invalid as table } from '../invalid';
import type { Sayings } from '../message';
import { mistakeWords, refWords } from './terms';

/** What is wrong with a value of the settings. */
export const invalid: Sayings<typeof table> = {
  required: 'is required',
  wholeNumber: 'must be a whole number',
  ofType: ({ type }) => `must be of type ${type}`,
  oneOf: ({ values }) => `must be one of: ${values.join(', ')}`,
  atLeast: ({ least }) => `must be at least ${String(least)}`,
  atMost: ({ most }) => `must be at most ${String(most)}`,
  atMostCharacters: ({ most }) => `must be at most ${String(most)} characters`,
  noLabel: 'must be without spaces and at most 255 characters',
  noStatusName: 'must be lower case letters, digits and underscores, for example "verified"',
  idOrName: 'must have an id or a name',
  misfit: 'does not fit',
  dayBetween: ({ first, last }) => `must be a day from ${first} to ${last}`,
  tooDeep: ({ most }) => `must lie at most ${String(most)} groups deep`,
  badPattern: ({ name, reason, position }) =>
    `of "${name}" cannot be used, from character ${String(position)} on: ${reason}`,
  notUnique: 'is taken by another; choose a different one',
  badTimeZone: 'must be a time zone like Europe/Berlin',
  badDay: 'must be a day like 2026-12-24',
  clockOff: 'names a clock that is off; switch it on, or choose the other one',
  badAddress: 'must be an https address with a host name of the internet, without user, password and #',
  unknownField: ({ field }) => `${field} is no field of findings`,
  unmappableField: ({ field }) => `${field} is filled by Jira or by the app itself`,
  templateError: ({ line, column, said }) =>
    `has a mistake in line ${String(line)}, column ${String(column)}: ${mistakeWords(said)}`,
  templateInUse: ({ rule }) => `is the template of the rule "${rule}"; give the rule another one first`,
  chooseProject: 'choose a space, or switch this one off',
  chooseIssueType: 'choose an issue type, or switch the space off',
  builtInStatus: 'is built in already; choose another name',
  idNeeded: ({ kind }) => `needs the id of the ${refWords[kind]}; a name alone is taken by the import only`,
  notKept: 'is not kept any more',
  notFoundHere: ({ name }) => `${name}: Nothing here has this id or name.`,
  severalHere: ({ name, count }) => `${name}: ${String(count)} things here have this name.`,
  hiddenHere: ({ name }) => `${name}: Jira does not show such things to the app.`,
  notAFinding: 'must be a finding, an object with a list of findings, or a report of a known format',
  noFindings: 'holds no findings',
  saidByApi: ({ text }) => text,
  switchedOff: 'Switched off, because space or issue type was not found here.',
};
