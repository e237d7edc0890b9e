import type { Ref } from '#contract/settings';
import { find, refLabel } from '../../../logic/refs';
import type { Named } from '../../../jira/types';
import type { Choice } from '../../../parts/picker-types';

/** The choice for a reference; marked as gone when Jira's list is known and does not hold it. */
export function chosen(
  ref: Ref | null | undefined,
  things: readonly Named[] | undefined,
): Choice | undefined {
  if (ref === null || ref === undefined) return undefined;
  const thing = find(things ?? [], ref);
  if (thing !== undefined) return thing;
  return { id: ref.id ?? '', name: refLabel(ref), ...(things === undefined ? {} : { gone: true }) };
}

/** The reference to store for a choice. */
export function refOf(choice: Choice | undefined): Ref | null {
  return choice === undefined ? null : { id: choice.id, name: choice.name };
}
