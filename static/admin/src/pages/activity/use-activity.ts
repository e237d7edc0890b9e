import { useState } from 'react';
import type { AdminOutputs } from '../../../../../src/contract/api';
import { call } from '../../bridge/call';
import { useAction, useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { joined } from '../../logic/activity-filter';

const freshEveryMs = 10_000;

/** The newest page, kept fresh, and the older pages that were asked for. */
export function useActivity() {
  const newest = useCall('activity.list', {});
  usePoll(newest.reload, freshEveryMs);
  const [older, setOlder] = useState<readonly AdminOutputs['activity.list'][]>([]);
  const read = useAction((cursor: string) => call('activity.list', { cursor }));
  const next = (older.at(-1) ?? newest.value)?.next;
  const loadOlder = async () => {
    if (next === undefined) return;
    const page = await read.run(next);
    if (page !== undefined) setOlder((pages) => [...pages, page]);
  };
  return {
    newest,
    all: joined([newest.value?.activities ?? [], ...older.map(({ activities }) => activities)]),
    next,
    loadingOlder: read.busy,
    olderError: read.error,
    loadOlder: () => void loadOlder(),
  };
}
