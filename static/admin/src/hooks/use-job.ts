import { useState } from 'react';
import type { AdminOutputs } from '#contract/api';
import type { JobResult } from '#contract/job-results';
import { call } from '../bridge/call';
import { useAction } from './use-call';
import { usePoll } from './use-poll';

const everyMs = 1000;

/** A job of the backend that the page began. */
export interface WatchedJob<Result extends JobResult> {
  readonly busy: boolean;
  readonly seen: number;
  readonly total: number;
  readonly stopped: boolean;
  readonly result?: Result;
  readonly error?: Error;
  readonly begin: () => void;
  readonly stop: () => void;
}

type Progress = AdminOutputs['jobs.get'];

/** Begins a job by a button and follows it to its end. `start` answers its id. */
export function useJob<Result extends JobResult>(start: () => Promise<{ job: string }>): WatchedJob<Result> {
  const [job, setJob] = useState<string>();
  const [progress, setProgress] = useState<Progress>();
  const [lost, setLost] = useState<Error>();
  const begun = useAction(async (_input: undefined) => {
    setProgress(undefined);
    setLost(undefined);
    setJob((await start()).job);
  });
  const running = job !== undefined && progress?.done !== true && lost === undefined;
  usePoll(
    () => {
      if (job === undefined) return;
      call('jobs.get', { job }).then(setProgress, (error: unknown) => {
        setLost(error instanceof Error ? error : new Error(String(error)));
      });
    },
    everyMs,
    running,
  );
  const error = begun.error ?? lost;
  return {
    busy: begun.busy || running,
    seen: progress?.seen ?? 0,
    total: progress?.total ?? 0,
    stopped: progress?.stopped === true,
    ...(progress?.result ? { result: progress.result as Result } : {}),
    ...(error ? { error } : {}),
    begin: () => void begun.run(undefined),
    stop: () => {
      if (job !== undefined) call('jobs.stop', { job }).catch(() => undefined);
    },
  };
}
