import { isolated } from './isolated';

/** Texts of a page, or words of messages, that isolate whatever names are put into them. */
export function isolating<Of extends object>(texts: Of): Of {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, safe(text)])) as Of;
}

function safe(text: unknown): unknown {
  if (isText(text)) return (...given: unknown[]) => text(...given.map(put));
  return isTable(text) ? isolating(text) : text;
}

/** What is put into a text: a name, a list of names, or parameters by name. */
function put(value: unknown): unknown {
  if (typeof value === 'string') return isolated(value);
  if (Array.isArray(value)) return value.map(put);
  return isTable(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one)]))
    : value;
}

function isText(text: unknown): text is (...given: unknown[]) => unknown {
  return typeof text === 'function';
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
