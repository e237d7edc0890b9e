import { compiled } from '../../core/data/compiled';
import type { FieldError } from '../../contract/problem';
import { fieldErrors } from '../../contract/problem';
import { limits } from '../../contract/portal-api';
import { frameOf } from '../reading/reading';
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

/** Lets an error tell what is missing from what is of the wrong type. */
const naming = { reportInput: true };

/** Reads a parsed document as a SARIF 2.1.0 log, or says where it is none. */
export function readLog(document: unknown): LogReading {
  const log = frameOf(document, Log, 'a SARIF 2.1.0 log: a JSON object with version and runs');
  if (!log.ok) return log;
  const total = log.frame.runs.reduce((sum, run) => sum + (run.results?.length ?? 0), 0);
  if (total > limits.reportResults) return { ok: false, errors: [tooMany(total)] };
  let first = 0;
  const runs = log.frame.runs.map((run, runIndex) => {
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
    const parsed = compiled(Result).safeParse(raw, naming);
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

function tooMany(total: number): FieldError {
  return {
    path: 'runs',
    message: `must hold at most ${String(limits.reportResults)} results, not ${String(total)}: split the report`,
  };
}
