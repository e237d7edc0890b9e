import { isSlaOn, type Sla } from '#contract/sla';
import { usePageContext } from '../../bridge/context-provider';
import type { DatesDraft } from './part-props';

/** Changes the section; with the first clock or step comes the time zone of the person who sets it. */
export function useSetSla(draft: DatesDraft): (change: (now: Sla) => Partial<Sla>) => void {
  const { timezone } = usePageContext();
  return (change) =>
    draft.set('sla', (now) => {
      const after = { ...now, ...change(now) };
      return isSlaOn(now) || !isSlaOn(after) ? after : { ...after, timeZone: timezone };
    });
}
