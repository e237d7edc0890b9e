import type { LinkRecord, Todo } from '../../contract/link-record';
import type { Consequence } from '../../core/jira/failure';
import { heldBy } from '../../core/sync/finding-states';
import { without } from '../../core/sync/todos';

const againMs = 60 * 60_000;

/** The record whose todo has to wait, or for which an admin has to do something first. A retry makes it due again. */
export function parkTodo(record: LinkRecord, todo: Todo, problem: Consequence, now: number): LinkRecord {
  if (problem.kind === 'later')
    return { ...record, todo: { ...record.todo, [todo]: now + problem.after * 1000 } };
  // Only one has its place there: another one that is held up is tried again by time.
  const other = record.parked === todo ? undefined : record.parked;
  const again = other === undefined ? {} : { [other]: now + againMs };
  return heldBy({ ...record, todo: { ...without(record.todo, todo), ...again }, parked: todo }, problem);
}
