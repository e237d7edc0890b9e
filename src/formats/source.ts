import { ownValue } from '../core/data/own-value';
import { parseJson } from '../core/data/parse-json';
import type { Source } from './format';

/** A report by its text. */
export function sourceOf(text: string): Source {
  return { text, document: parseJson(text)?.json };
}

/** Says whether a parsed value is an object with names. */
export function isBag(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object of a report holds under this name; undefined where the value is none. */
export function valueIn(value: unknown, name: string): unknown {
  return isBag(value) ? ownValue(value, name) : undefined;
}

/** The first element of a list; undefined where the value is none. */
export function firstIn(list: unknown): unknown {
  return Array.isArray(list) ? (list as readonly unknown[])[0] : undefined;
}
