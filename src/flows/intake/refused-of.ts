/** What is kept of the findings that a request was refused, for whoever looks its receipt up. */
import type { Refused } from '../../contract/inbox';
import type { Rejected } from '../../contract/portal-api';
import { shorten } from '../../core/data/text';

/** A receipt must not cost more, the worse its request was: these fit into a storage unit or two. */
const kept = { findings: 25, errors: 3, chars: 200 } as const;

/** Nothing where nothing was refused. */
export function refusedOf(rejected: readonly Rejected[]): { refused?: Refused } {
  if (rejected.length === 0) return {};
  const first = rejected.slice(0, kept.findings).map(({ index, id, errors }) => ({
    index,
    ...(id !== undefined && { id }),
    errors: errors.slice(0, kept.errors).map(({ path, message }) => ({
      path: shorten(path, kept.chars),
      message: shorten(message, kept.chars),
    })),
  }));
  return { refused: { total: rejected.length, first } };
}
