import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, JiraAnswer, JiraRequest, RecordedCall } from './types';

/** Keeps what was said between the app and Jira, for the contract check. */
export interface Recorder {
  readonly calls: readonly RecordedCall[];
  /** Call it only with an answer that Jira itself gave, never with one that a fault made up. */
  record(request: JiraRequest, answer: JiraAnswer): void;
}

const apartMs = 1e11;
let recorders = 0;

/** Collects calls in memory (the newest `keep`) and, where `RECORD_TRAFFIC` names a folder, as JSON lines in a file. */
export function createRecorder(clock: Clock, keep = 5_000): Recorder {
  const calls: RecordedCall[] = [];
  // Sandboxes of one process start at the same virtual time: in the common file they must not seem to overlap.
  const shift = recorders++ * apartMs;
  return {
    calls,
    record(request, answer) {
      const call = recordedCall(clock.now(), request, answer);
      calls.push(call);
      if (calls.length > keep * 2) calls.splice(0, calls.length - keep);
      writeLine({ ...call, at: call.at + shift });
    },
  };
}

function recordedCall(at: number, request: JiraRequest, answer: JiraAnswer): RecordedCall {
  const call: RecordedCall = {
    at,
    method: request.method,
    path: request.path,
    status: answer.status,
    responseHeaders: answer.headers,
  };
  return {
    ...call,
    ...(request.body === undefined ? {} : { body: parsed(request.body) }),
    ...(answer.body === '' ? {} : { response: parsed(answer.body) }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: the check shall see the raw text and complain about it.
    return text;
  }
}

let open: { readonly folder: string; readonly file: number } | undefined;

function writeLine(call: RecordedCall): void {
  const folder = process.env.RECORD_TRAFFIC;
  if (!folder) return;
  if (open?.folder !== folder) open = { folder, file: newFile(folder) };
  writeSync(open.file, `${JSON.stringify(call)}\n`);
}

function newFile(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const name = `${String(process.pid)}-${String(Math.floor(performance.now()))}-${Math.random().toString(36).slice(2, 8)}`;
  return openSync(join(folder, `${name}.jsonl`), 'a');
}
