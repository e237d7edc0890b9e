import { textOf } from '../json';
import { adfLength, adfText, isValidAdf, looksLikeDocument, TEXT_LIMIT } from '../rules/adf';
import { timestampOf } from '../views/timestamp';
import { FieldError } from './codec';
import type { FieldCodec } from './codec';

const TOO_LONG = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.';

function plain(text: (stored: string) => string = (stored) => stored): Pick<FieldCodec, 'view' | 'describe'> {
  return {
    view: (stored) => stored,
    describe: (stored) => ({ id: null, text: typeof stored === 'string' ? text(stored) : null }),
  };
}

/** A single line of text; `summary` may not be empty. */
export const stringCodec: FieldCodec = {
  ...plain(),
  parse(value, { field }) {
    if (field.id === 'summary') return parseSummary(value);
    if (value === null || value === '') return null;
    if (typeof value !== 'string') throw new FieldError('Operation value must be a string');
    if (value.length > 255)
      throw new FieldError('The entered text is too long. It exceeds the allowed limit of 255 characters.');
    return value;
  },
};

function parseSummary(value: unknown): string {
  if (value !== null && typeof value !== 'string') throw new FieldError('Operation value must be a string');
  if (value === null || value.trim() === '') throw new FieldError('You must specify a summary of the issue.');
  if (/[\r\n]/.test(value))
    throw new FieldError('The summary is invalid because it contains newline characters.');
  if (value.length > 255) throw new FieldError("Summary can't exceed 255 characters.");
  return value;
}

/** A rich text: an Atlassian document, counted as JSON against the limit. */
export const adfCodec: FieldCodec = {
  view: (stored) => stored,
  describe: (stored) => ({ id: null, text: adfText(stored) }),
  parse(value) {
    if (value === null) return null;
    if (!looksLikeDocument(value))
      throw new FieldError(
        'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      );
    if (adfLength(value) > TEXT_LIMIT) throw new FieldError(TOO_LONG);
    if (!isValidAdf(value)) throw new FieldError('INVALID_INPUT');
    return value;
  },
};

/** A day, `YYYY-MM-DD`. */
export const dateCodec: FieldCodec = {
  view: (stored) => stored,
  describe: (stored) => ({
    id: typeof stored === 'string' ? stored : null,
    text: typeof stored === 'string' ? `${stored} 00:00:00.0` : null,
  }),
  parse(value) {
    if (value === null || value === '') return null;
    if (typeof value !== 'string') throw new FieldError('Operation value must be a string');
    if (!/^\d{4}-\d\d-\d\d$/.test(value) || !isDay(value))
      throw new FieldError(`Error parsing date string: ${value}`);
    return value;
  },
};

function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A point in time, stored as milliseconds. */
export const datetimeCodec: FieldCodec = {
  view: (stored, world) => (typeof stored === 'number' ? timestampOf(world, stored) : null),
  describe: (stored, world) => ({
    id: typeof stored === 'number' ? timestampOf(world, stored) : null,
    text: typeof stored === 'number' ? timestampOf(world, stored) : null,
  }),
  parse(value) {
    if (value === null || value === '') return null;
    const time = typeof value === 'string' && value.includes('T') ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(time)) throw new FieldError(`Error parsing date string: ${textOf(value)}`);
    return time;
  },
};

/** Jira's number fields go to a hundred trillion [unv]. */
const MOST = 1e14;

/** A number. */
export const numberCodec: FieldCodec = {
  view: (stored) => stored,
  describe: (stored) => ({ id: null, text: typeof stored === 'number' ? String(stored) : null }),
  parse(value) {
    if (value === null) return null;
    if (typeof value !== 'number') throw new FieldError('Operation value must be a number');
    if (Math.abs(value) > MOST)
      throw new FieldError(`'${String(value)}' is an invalid number: it is beyond 100,000,000,000,000.`);
    return value;
  },
};

/** An absolute address. */
export const urlCodec: FieldCodec = {
  ...plain(),
  parse(value) {
    if (value === null || value === '') return null;
    if (typeof value !== 'string' || !URL.canParse(value)) throw new FieldError('Not a valid URL');
    return value;
  },
};

/** Words without spaces. */
export const labelsCodec: FieldCodec = {
  view: (stored) => stored,
  describe: (stored) => ({ id: null, text: Array.isArray(stored) ? stored.map(textOf).join(' ') : '' }),
  parse(value) {
    if (value === null) return null;
    if (!Array.isArray(value)) throw new FieldError('data was not an array');
    const labels = new Set(value.map(parseLabel));
    return labels.size === 0 ? null : [...labels];
  },
};

function parseLabel(label: unknown): string {
  if (typeof label !== 'string') throw new FieldError('string expected at index 0');
  if (/\s/.test(label)) throw new FieldError(`The label '${label}' contains spaces which is invalid.`);
  if (label.length > 255)
    throw new FieldError(`The label '${label}' is longer than 255 characters which is invalid.`);
  return label;
}
