import { useState } from 'react';
import type { AdminInput } from '#contract/api';
import type { MemberRow } from '#contract/group-calls';
import { call } from '../../bridge/call';
import { useAction, useCall } from '../../hooks/use-call';

interface Members {
  readonly rows: readonly MemberRow[];
  /** How many there are; undefined while nothing was read. */
  readonly total?: number;
  readonly busy: boolean;
  readonly error?: Error;
  readonly retry: () => void;
  /** Reads the next page; undefined when there is none. */
  readonly more?: () => void;
}

/** The findings of a group, page by page. */
export function useMembers(which: Omit<AdminInput<'groups.members'>, 'from'>): Members {
  const first = useCall('groups.members', which);
  const [pages, setPages] = useState<readonly (typeof first.value & object)[]>([]);
  const read = useAction((from: number) => call('groups.members', { ...which, from }));
  const all = first.value ? [first.value, ...pages] : [];
  const next = all.at(-1)?.next;
  const readNext = async (from: number) => {
    const page = await read.run(from);
    if (page !== undefined) setPages([...pages, page]);
  };
  const error = first.state === 'failed' ? first.error : read.error;
  return {
    rows: all.flatMap(({ members }) => members),
    ...(first.value && { total: first.value.total }),
    busy: first.busy || read.busy,
    ...(error && { error }),
    retry: first.reload,
    ...(next !== undefined && { more: () => void readNext(next) }),
  };
}
