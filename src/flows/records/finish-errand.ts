import type { LinkRecord, Todo } from '../../contract/link-record';
import { hiddenProblem } from '../../core/sync/hidden';
import { heldByRivals, isContested, rivalsProblem } from '../../core/sync/rivals';
import { withPatience } from '../../core/sync/unread';
import { without } from '../../core/sync/todos';
import type { Errand } from './errand';
import type { Ports } from '../ports';
import { parkTodo } from './park-todo';

/** Notes in the record what came of its todo: done, to be done later, or held up. */
export function finishErrand(ports: Pick<Ports, 'now'>, errand: Errand): void {
  const { record, todo, notBefore } = errand;
  delete record.died;
  const [hidden] = errand.hidden;
  const isEnd = todo === 'close' || todo === 'delete';
  // What ends a finding ends all its issues: nobody knows yet which one a rival is.
  const contested = isEnd ? rivalsProblem(record) : undefined;
  const problem = withPatience(record, errand.problem ?? (hidden && hiddenProblem(hidden)) ?? contested);
  if (errand.problem && problem) errand.problem = problem;
  if (problem) parkTodo(ports, record, todo, problem);
  else if (notBefore !== undefined) record.todo = { ...record.todo, [todo]: notBefore };
  else {
    record.todo = without(record.todo, todo);
    if (todo === 'close' || record.parked === todo || nothingIsLeft(record, todo)) settle(record, todo);
  }
}

function settle(record: LinkRecord, todo: Todo): void {
  const isDeleted = nothingIsLeft(record, todo);
  record.parked = undefined;
  if (isContested(record)) {
    Object.assign(record, heldByRivals(record));
    return;
  }
  // A snapshot is held up, too: what was done says nothing about that.
  if (record.held && record.state === 'held' && !isDeleted && todo !== 'close') return;
  const state = isDeleted ? 'deleted' : Object.keys(record.issues).length === 0 ? 'skipped' : 'synced';
  Object.assign(record, { state, cause: undefined, reason: undefined, held: undefined });
}

/** A finding that never had an issue only counts as deleted when it was to be. */
function nothingIsLeft({ issues }: LinkRecord, todo: Todo): boolean {
  const all = Object.values(issues);
  return (all.length > 0 || todo === 'delete') && all.every(({ state }) => state === 'gone');
}
