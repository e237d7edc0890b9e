import { useState } from 'react';
import type { AdminInput, AdminOutputs } from '#contract/api';
import { call } from '../../bridge/call';
import { useAction, useCall } from '../../hooks/use-call';

export type AuditOf = AdminInput<'audit.list'>['section'];

/** The audit of one section, of connections or of all, page by page; an undo begins it anew. */
export function useAudit(section: AuditOf) {
  const of = section === undefined ? {} : { section };
  const first = useCall('audit.list', of);
  const [further, setFurther] = useState<{ of: AuditOf; pages: readonly AdminOutputs['audit.list'][] }>({
    of: section,
    pages: [],
  });
  const pages = further.of === section ? further.pages : [];
  const read = useAction((cursor: string) => call('audit.list', { ...of, cursor }));
  const { next } = pages.at(-1) ?? first.value ?? {};
  const readFurther = async () => {
    const page = next === undefined ? undefined : await read.run(next);
    if (page !== undefined) setFurther({ of: section, pages: [...pages, page] });
  };
  return {
    first,
    entries: first.value && [first.value, ...pages].flatMap(({ entries }) => entries),
    isMore: next !== undefined,
    busy: read.busy,
    error: read.error,
    readFurther: () => void readFurther(),
    reload: () => {
      setFurther({ of: section, pages: [] });
      first.reload();
    },
  };
}
