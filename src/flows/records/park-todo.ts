import type { LinkRecord, Todo } from '../../contract/link-record';
import type { Consequence } from '../../core/jira/failure';
import { without } from '../../core/sync/todos';
import type { Ports } from '../ports';

const againMs = 60 * 60_000;

/** Notes in the record that a todo has to wait, or what an admin has to do first. A retry makes it due again. */
export function parkTodo(
  ports: Pick<Ports, 'now'>,
  record: LinkRecord,
  todo: Todo,
  problem: Consequence,
): void {
  if (problem.kind === 'later') {
    record.todo = { ...record.todo, [todo]: ports.now() + problem.after * 1000 };
    return;
  }
  // Only one has its place there: another one that is held up is tried again by time.
  const other = record.parked === todo ? undefined : record.parked;
  const again = other === undefined ? {} : { [other]: ports.now() + againMs };
  record.todo = { ...without(record.todo, todo), ...again };
  Object.assign(record, { state: 'held', cause: problem.cause, reason: problem.reason, parked: todo });
}
