import type { LinkRecord, Todo } from '../../contract/link-record';
import type { Consequence } from '../../core/jira/failure';
import { without } from '../../core/sync/todos';
import type { Ports } from '../ports';

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
  record.todo = without(record.todo, todo);
  Object.assign(record, { state: 'held', cause: problem.cause, reason: problem.reason, parked: todo });
}
