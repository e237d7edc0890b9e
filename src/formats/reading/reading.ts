import type { z } from 'zod';
import { limits } from '../../contract/portal-api';
import { compiled } from '../../core/data/compiled';
import { type FieldError, fieldErrors } from '../../contract/problem';
import type { ReadResult, RejectedResult, ReportPart, ReportReading } from '../format';
import { clampText, oneLine } from '../text';
import { countValues } from './count-values';
import { Ratings } from './cvss';
import type { Observation } from './observation';
import { toResult } from './to-result';

/**
 * Scanners need 15 bytes and more for a value, so that 4 MB of theirs stay far below. Whoever packs more into a report
 * means to keep the reader busy.
 */
const mostValues = 250_000;
const mostErrors = 20;
/** Each costs a look at what is known of it. */
const mostParts = 1_000;

/** Lets an error tell what is missing from what is of the wrong type. */
const naming = { reportInput: true };

/** The part of a document that must fit, or why the document is no such report. `isA` says what it should be. */
export function frameOf<T extends z.ZodType>(
  document: unknown,
  frame: T,
  isA: string,
):
  { readonly ok: true; readonly frame: z.output<T> } | { readonly ok: false; readonly errors: FieldError[] } {
  if (countValues(document, mostValues) > mostValues) return { ok: false, errors: [tooDense] };
  const parsed = frame.safeParse(document, naming);
  if (parsed.success) return { ok: true, frame: parsed.data };
  const errors = fieldErrors(parsed.error).slice(0, mostErrors);
  const explained = errors.map((error) =>
    error.path === '' ? { ...error, message: `must be ${isA}` } : error,
  );
  return { ok: false, errors: explained };
}

/** Gathers what a report holds, entry by entry: one that cannot be read does not cost the others. */
export class Reading {
  private readonly ratings = new Ratings();
  private readonly positions = new Map<string, number>();
  private readonly parts: ReportPart[] = [];
  private readonly results: ReadResult[] = [];
  private readonly rejected: RejectedResult[] = [];
  private entries = 0;
  private skipped = 0;
  private isTooLong = false;

  constructor(private readonly product: string) {}

  /** The position of what this tool says of this scope; several are one, which is complete when all of them are. */
  part({ tool, scope, incomplete }: ReportPart): number {
    const name = clampText(oneLine(tool), 255);
    const key = JSON.stringify([name, scope]);
    const position = this.positions.get(key) ?? this.parts.length;
    this.positions.set(key, position);
    const why = this.parts[position]?.incomplete ?? incomplete;
    this.parts[position] = { tool: name, scope, ...(why && { incomplete: why }) };
    return position;
  }

  /**
   * Reads a list of entries of one kind, each at its place in the document; no list is an empty one. None observed
   * means that an entry is no finding by its own word.
   */
  take<T extends z.ZodType>(
    list: unknown,
    at: string,
    schema: T,
    observe: (entry: z.output<T>, at: string) => readonly Observation[],
  ): void {
    if (list === undefined || list === null) return;
    if (!Array.isArray(list)) this.reject([{ path: at, message: 'must be a list' }]);
    else if (this.entries + list.length > limits.reportResults) this.isTooLong = true;
    else
      for (const [position, raw] of list.entries())
        this.takeOne(raw, `${at}.${String(position)}`, schema, observe);
  }

  /** Reads a single entry. */
  takeOne<T extends z.ZodType>(
    raw: unknown,
    at: string,
    schema: T,
    observe: (entry: z.output<T>, at: string) => readonly Observation[],
  ): void {
    const entry = compiled(schema).safeParse(raw, naming);
    if (entry.success) this.add(observe(entry.data, at));
    else this.reject(fieldErrors(entry.error).map((error) => ({ ...error, path: below(at, error.path) })));
  }

  /** Notes an entry that cannot be read. */
  reject(errors: readonly FieldError[]): void {
    this.rejected.push({ index: this.entries, errors });
    this.entries += 1;
  }

  /** What was gathered. A report in which nothing can be read is none. */
  answer(): ReportReading {
    const { results, rejected, skipped } = this;
    if (this.isTooLong || results.length > limits.reportResults)
      return { ok: false, errors: [tooManyResults] };
    if (results.length + skipped === 0 && rejected.length > 0)
      return { ok: false, errors: rejected.flatMap(({ errors }) => errors).slice(0, mostErrors) };
    if (this.parts.length > mostParts) return { ok: false, errors: [tooWide] };
    const parts = this.parts.map((part): ReportPart =>
      rejected.length === 0 ? part : { incomplete: 'brokenResults', ...part },
    );
    return { ok: true, results, parts, skipped, rejected };
  }

  private add(observed: readonly Observation[]): void {
    if (observed.length === 0) this.skipped += 1;
    for (const seen of observed) {
      // One more than allowed says enough.
      if (this.results.length > limits.reportResults) break;
      const around = {
        product: this.product,
        tool: this.parts[seen.part]?.tool ?? '',
        ratings: this.ratings,
      };
      this.results.push({ index: this.entries, ...toResult(seen, around) });
    }
    this.entries += 1;
  }
}

function below(place: string, path: string): string {
  return path === '' ? place : `${place}.${path}`;
}

const tooDense: FieldError = {
  path: '',
  message: `must hold at most ${String(mostValues)} objects and elements of lists: split the report`,
};

/** What a report is told that holds more results than one request may. */
export const tooManyResults: FieldError = {
  path: '',
  message: `must hold at most ${String(limits.reportResults)} results: split the report`,
};

const tooWide: FieldError = {
  path: '',
  message: `must speak for at most ${String(mostParts)} scopes: split the report`,
};
