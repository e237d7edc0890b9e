import type { FieldError } from '../../contract/problem';
import { fieldErrors } from '../../contract/problem';
import { limits } from '../../contract/portal-api';
import { countValues } from '../reading/count-values';
import { Log, Result, type Run } from './log';

/** One result of a log with its position among all, from 0. */
export interface ReadResult {
  readonly index: number;
  readonly result: Result;
}

export interface ReadRun {
  readonly run: Run;
  readonly results: readonly ReadResult[];
  readonly broken: readonly { readonly index: number; readonly errors: readonly FieldError[] }[];
}

export type LogReading =
  | { readonly ok: true; readonly runs: readonly ReadRun[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Scanners need 15 bytes and more for a value, so that 4 MB of theirs stay far below. Whoever packs more into a log
 * means to keep the reader busy.
 */
const mostValues = 250_000;

/** Lets an error tell what is missing from what is of the wrong type. */
const naming = { reportInput: true };

/** Reads a parsed document as a SARIF 2.1.0 log, or says where it is none. */
export function readLog(document: unknown): LogReading {
  if (countValues(document, mostValues) > mostValues) return { ok: false, errors: [tooDense] };
  const log = Log.safeParse(document, naming);
  if (!log.success) return { ok: false, errors: fieldErrors(log.error).map(explain).slice(0, 20) };
  const total = log.data.runs.reduce((sum, run) => sum + (run.results?.length ?? 0), 0);
  if (total > limits.reportResults) return { ok: false, errors: [tooMany(total)] };
  let first = 0;
  const runs = log.data.runs.map((run, runIndex) => {
    const read = readResults(run, runIndex, first);
    first += run.results?.length ?? 0;
    return read;
  });
  return { ok: true, runs };
}

function readResults(run: Run, runIndex: number, first: number): ReadRun {
  const results: ReadResult[] = [];
  const broken: { index: number; errors: FieldError[] }[] = [];
  for (const [position, raw] of (run.results ?? []).entries()) {
    const parsed = Result.safeParse(raw, naming);
    const index = first + position;
    if (parsed.success) results.push({ index, result: parsed.data });
    else
      broken.push({
        index,
        errors: errorsAt(`runs.${String(runIndex)}.results.${String(position)}`, parsed.error),
      });
  }
  return { run, results, broken };
}

function errorsAt(place: string, error: Parameters<typeof fieldErrors>[0]): FieldError[] {
  return fieldErrors(error).map(({ path, message }) => ({
    path: path === '' ? place : `${place}.${path}`,
    message,
  }));
}

function explain({ path, message }: FieldError): FieldError {
  return path === ''
    ? { path, message: 'must be a SARIF 2.1.0 log: a JSON object with version and runs' }
    : { path, message };
}

const tooDense: FieldError = {
  path: '',
  message: `must hold at most ${String(mostValues)} objects and elements of lists: split the report`,
};

function tooMany(total: number): FieldError {
  return {
    path: 'runs',
    message: `must hold at most ${String(limits.reportResults)} results, not ${String(total)}: split the report`,
  };
}
