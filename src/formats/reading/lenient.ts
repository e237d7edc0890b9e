/**
 * Readers of what is optional in a report. What is of the wrong type counts as not given, and is passed over before it is
 * looked into: an error for each of a million values would cost more than all results.
 */
import { z } from 'zod';
import { compiled } from '../../core/data/compiled';
import { isBag } from '../source';

/** So many entries of one object whose names the tool chose are read. */
const mostNamed = 1_000;

type Bag = Readonly<Record<string, unknown>>;

function optional<T>(read: (value: unknown) => T | undefined) {
  return z.unknown().transform(read).optional();
}

function fitting<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> | undefined {
  return isBag(value) ? compiled(schema).safeParse(value).data : undefined;
}

function shortened(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' ? value.slice(0, longest) : undefined;
}

/** A text, without what is beyond the longest that is of use. */
export function text(longest: number) {
  return optional((value) => shortened(value, longest));
}

/** A text that must stand there: without it there is no finding; `fix` says what belongs there. */
export function demanded(longest: number, fix: string) {
  return z.unknown().transform((value, context) => {
    const given = shortened(typeof value === 'number' ? String(value) : value, longest)?.trim() ?? '';
    if (given !== '') return given;
    context.addIssue({ code: 'custom', message: fix });
    return z.NEVER;
  });
}

const longestNumeral = 50;

/** A number within these bounds, also where a tool writes it as text. */
export function numeral(least: number, most: number) {
  return optional((value) => {
    const isText = typeof value === 'string' && value.length <= longestNumeral && value.trim() !== '';
    const number = isText ? Number(value) : value;
    return typeof number === 'number' && number >= least && number <= most ? number : undefined;
  });
}

/** Yes or no, also where a tool writes it as text. */
export function flag() {
  return optional((value) => {
    const word = typeof value === 'string' ? value.slice(0, longestNumeral).trim().toLowerCase() : value;
    if (word === true || word === 'true') return true;
    return word === false || word === 'false' ? false : undefined;
  });
}

/** A text, or a number as text. */
export function word(longest: number) {
  return optional((value) => shortened(typeof value === 'number' ? String(value) : value, longest));
}

/** A whole number from `least` on, also where a tool writes it as text. */
export function whole(least: number) {
  return optional((value) => {
    const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(number) && Number(number) >= least ? Number(number) : undefined;
  });
}

/** An object of this shape. */
export function maybe<T extends z.ZodType>(schema: T) {
  return optional((value) => fitting(schema, value));
}

/** Objects of this shape. Elements that do not fit stay as empty places, so that indices into the list remain right. */
export function list<T extends z.ZodType>(schema: T, most?: number) {
  return optional((value) =>
    Array.isArray(value) ? value.slice(0, most).map((one: unknown) => fitting(schema, one)) : undefined,
  );
}

/** Texts, with empty places like a list's. */
export function texts(longest: number, most?: number) {
  return optional((value) =>
    Array.isArray(value) ? value.slice(0, most).map((one: unknown) => shortened(one, longest)) : undefined,
  );
}

/** Texts, and numbers as texts; what is neither is left out. */
export function words(longest: number, most: number) {
  return optional((value) =>
    Array.isArray(value)
      ? value
          .slice(0, most)
          .flatMap((one: unknown) => shortened(typeof one === 'number' ? String(one) : one, longest) ?? [])
      : undefined,
  );
}

/** Objects of this shape by names that the tool chose. */
export function named<T extends z.ZodType>(schema: T) {
  return optional((value) => (isBag(value) ? entriesOf(value, (one) => fitting(schema, one)) : undefined));
}

/** Texts by names that the tool chose. */
export function namedTexts(longest: number) {
  return optional((value) => (isBag(value) ? entriesOf(value, (one) => shortened(one, longest)) : undefined));
}

/** An object that may hold anything. */
export function properties() {
  return optional((value) => (isBag(value) ? value : undefined));
}

function entriesOf<T>(bag: Bag, read: (value: unknown) => T | undefined): Record<string, T> {
  const entries = Object.entries(bag)
    .slice(0, mostNamed)
    .flatMap(([name, value]): [string, T][] => {
      const one = read(value);
      return one === undefined ? [] : [[name, one]];
    });
  return Object.fromEntries(entries);
}
