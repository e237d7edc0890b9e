/** Todos over which workers died: taken in ever fewer at once, down to the one record that kills them. */
import type { LinkRecord } from '../../contract/link-record';

/** So many workers may die over records before these are taken apart. */
const deathsAllowed = 3;

/** Written with the lease: counted as a death until the end is written down. */
export function beginsWith(
  { died }: Pick<LinkRecord, 'died'>,
  atOnce: number,
): NonNullable<LinkRecord['died']> {
  return { times: (died?.times ?? 0) + 1, atOnce };
}

/** It failed for a reason that no record has to do with: nobody died. */
export function oneLess({ died }: Pick<LinkRecord, 'died'>): LinkRecord['died'] {
  return died && died.times > 1 ? { ...died, times: died.times - 1 } : undefined;
}

/** One of which it is known that it kills gets one more try, alone. */
export const lastTry: NonNullable<LinkRecord['died']> = { times: deathsAllowed, atOnce: 2 };

export function isSuspect({ died }: Pick<LinkRecord, 'died'>): boolean {
  return died !== undefined && died.times >= deathsAllowed;
}

/** Whether a worker that had only this one died of it. */
export function isCulprit(record: Pick<LinkRecord, 'died'>): boolean {
  return isSuspect(record) && record.died?.atOnce === 1;
}

/** Whom to take together: first all that are trusted, then suspects, half as many as the last worker that died had. */
export function takeTogether<T extends { readonly record: Pick<LinkRecord, 'died'> }>(
  rows: readonly T[],
): T[] {
  const trusted = rows.filter(({ record }) => !isSuspect(record));
  if (trusted.length > 0) return trusted;
  const last = (one: T) => one.record.died?.atOnce ?? 1;
  const most = Math.max(...rows.map(last));
  // Only such as died together: among others the culprit would be hidden again.
  return rows.filter((one) => last(one) === most).slice(0, Math.max(1, Math.ceil(most / 2)));
}
