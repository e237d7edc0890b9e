import type { Reason } from '../../contract/messages/message';
import type { AdfBlock } from '../adf/types';

/** A value as it came from a finding or the settings; none where there is none. `markdown`: texts are Markdown. */
export interface Given {
  readonly values: readonly unknown[];
  readonly markdown: boolean;
  /** A document that is ready; then there are no values. */
  readonly blocks?: readonly AdfBlock[];
}

/** Why a value is not what was given, for people. */
export type Note = Extract<Reason, { code: 'textCut' | 'firstValueOnly' }>;

/**
 * What a field can take of a given value. `unknown`: Jira has no such thing, `said` being what was looked for, absent
 * where it may be a person's address; `misfit`: it is not of the field's type; `later`: Jira has not said yet.
 */
export type Fitted =
  | { readonly kind: 'value'; readonly value: unknown; readonly note?: Note }
  | { readonly kind: 'unknown'; readonly said?: string }
  | { readonly kind: 'misfit' }
  | { readonly kind: 'later' };

export const misfit: Fitted = { kind: 'misfit' };
/** An empty field. */
export const nothing: Fitted = { kind: 'value', value: null };

/** The value, with a note where others had to be left out. */
export function one(value: unknown, of: readonly unknown[]): Fitted {
  return of.length > 1
    ? { kind: 'value', value, note: { code: 'firstValueOnly' } }
    : { kind: 'value', value };
}

/** A scalar as text; what is a thing of Jira's by its name. Undefined for what has no words. */
export function wordsOf(value: unknown): string | undefined {
  return namesOf(value)[0];
}

/** The names that a thing goes by, as Jira or the settings write it, surest first. */
export function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  // Lists of options call true and false by words.
  if (typeof value === 'boolean') return value ? ['true', 'yes'] : ['false', 'no'];
  if (typeof value !== 'object' || value === null) return [];
  const known = new Map<string, unknown>(Object.entries(value));
  return ['accountId', 'groupId', 'id', 'key', 'value', 'name'].flatMap((name) => {
    const found = known.get(name);
    return typeof found === 'string' && found !== '' ? [found] : [];
  });
}
