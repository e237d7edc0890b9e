/** What portals write where the meaning is plain although the shape is another: taken, instead of refused. */
import { builtInStatuses } from '../../contract/finding';

type Fields = Readonly<Record<string, unknown>>;

const severityWords: Readonly<Record<string, string>> = { moderate: 'medium', informational: 'info' };

/** The finding with its natural guesses in the shape of the API; what is not plain stays as it is. */
export function plainMeaning(input: unknown): unknown {
  if (!isFields(input)) return input;
  const guessed = Object.entries(guesses).flatMap(([name, guess]) =>
    Object.hasOwn(input, name) ? [[name, guess(input[name])] as const] : [],
  );
  return { ...input, ...Object.fromEntries(guessed) };
}

const guesses: Readonly<Record<string, (value: unknown) => unknown>> = {
  severity: (value) => {
    const word = toWord(value);
    return typeof word === 'string' && Object.hasOwn(severityWords, word) ? severityWords[word] : word;
  },
  status: (value) => {
    const word = toWord(value);
    return typeof word === 'string' && Object.hasOwn(builtInStatuses, word) ? word : value;
  },
  kind: toWord,
  cvss: (value) => {
    if (isFields(value))
      return { ...value, ...(Object.hasOwn(value, 'score') && { score: toNumber(value.score) }) };
    if (typeof value === 'string' && value.trim().startsWith('CVSS:')) return { vector: value.trim() };
    const score = toNumber(value);
    return typeof score === 'number' ? { score } : value;
  },
  epss: toNumber,
  cve: (value) => listOf(value, toText),
  cwe: (value) => listOf(value, (one) => (/^\d{1,5}$/.test(String(one)) ? `CWE-${String(one)}` : one)),
  tags: (value) => (typeof value === 'string' ? [value] : value),
  assets: (value) => (typeof value === 'string' ? [value] : value),
  assignee: (value) => {
    if (typeof value !== 'string' || value.trim() === '') return value;
    return value.includes('@') ? { email: value.trim() } : { accountId: value.trim() };
  },
  kev: (value) => (value === 'true' ? true : value === 'false' ? false : value),
  location: (value) => {
    if (isFields(value))
      return { ...value, ...(Object.hasOwn(value, 'line') && { line: toNumber(value.line) }) };
    if (typeof value !== 'string') return value;
    const [, file, line] = /^(.+):(\d{1,7})$/.exec(value) ?? [];
    return file === undefined ? { file: value } : { file, line: Number(line) };
  },
  dueDate: toDay,
  acceptedUntil: toDay,
  firstSeen: toInstant,
  lastSeen: toInstant,
  updatedAt: toInstant,
};

/** Enumerations are lower case words with underscores. */
function toWord(value: unknown): unknown {
  return typeof value === 'string'
    ? value
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_')
    : value;
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value;
}

function toText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** One value, or several with commas between them, as a list. */
function listOf(value: unknown, of: (one: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(of);
  if (typeof value === 'number') return [of(value)];
  return typeof value === 'string'
    ? value
        .split(/[,;\s]/)
        .filter((one) => one !== '')
        .map(of)
    : value;
}

function toDay(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1') : value;
}

/** A day is its beginning. */
function toInstant(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
