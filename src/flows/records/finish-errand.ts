import type { LinkRecord, Todo } from '../../contract/link-record';
import { settled } from '../../core/sync/finding-states';
import { hiddenProblem } from '../../core/sync/hidden';
import { heldByRivals, isContested, rivalsProblem } from '../../core/sync/rivals';
import { withPatience } from '../../core/sync/unread';
import { without } from '../../core/sync/todos';
import type { Errand } from './errand';
import type { Ports } from '../ports';
import { explain } from './explain';
import { parkTodo } from './park-todo';

/** Notes in the errand's record what came of its todo: done, to be done later, or held up. */
export async function finishErrand(ports: Pick<Ports, 'now' | 'catalogue'>, errand: Errand): Promise<void> {
  if (errand.problem) errand.problem = await explain(ports, errand.problem);
  errand.record = finished(errand, ports.now());
}

function finished(errand: Errand, now: number): LinkRecord {
  const { todo, notBefore, problem, hidden } = errand;
  // Whoever was at it lived to tell.
  const { died: _died, ...record } = errand.record;
  const [missing] = hidden;
  const isEnd = todo === 'close' || todo === 'delete';
  // What ends a finding ends all its issues: nobody knows yet which one a rival is.
  const contested = isEnd ? rivalsProblem(record) : undefined;
  const hindrance = withPatience(record, problem ?? (missing && hiddenProblem(missing)) ?? contested);
  if (problem && hindrance) errand.problem = hindrance;
  if (hindrance) return parkTodo(record, todo, hindrance, now);
  if (notBefore !== undefined) return { ...record, todo: { ...record.todo, [todo]: notBefore } };
  const done = { ...record, todo: without(record.todo, todo) };
  const isSettled = todo === 'close' || record.parked === todo || nothingIsLeft(record, todo);
  return isSettled ? settledBy(done, todo) : done;
}

function settledBy({ parked: _parked, ...record }: LinkRecord, todo: Todo): LinkRecord {
  const isDeleted = nothingIsLeft(record, todo);
  if (isContested(record)) return heldByRivals(record);
  // A snapshot is held up, too: what was done says nothing about that.
  if (record.held && record.state === 'held' && !isDeleted && todo !== 'close') return record;
  if (isDeleted) return settled(record, 'deleted');
  return settled(record, Object.keys(record.issues).length === 0 ? 'skipped' : 'synced');
}

/** A finding that never had an issue only counts as deleted when it was to be. */
function nothingIsLeft({ issues }: Pick<LinkRecord, 'issues'>, todo: Todo): boolean {
  const all = Object.values(issues);
  return (all.length > 0 || todo === 'delete') && all.every(({ state }) => state === 'gone');
}
