/** Which turns of recurring tasks are to be made now. */
import type { FindingInput } from '../../contract/finding';
import type { Task, TaskMark } from '../../contract/tasks';
import { addDays, dateIn } from '../data/dates';
import { type Occurrence, occurrences } from './occurrences';

/** So many missed turns of one task are made up at once; the rest follows with the next look. */
const mostAtOnce = 50;

export interface DueTask {
  readonly task: Task;
  readonly turns: readonly Occurrence[];
  /** What is remembered once they are made. */
  readonly mark: TaskMark;
}

/**
 * The turns of a task that have come since the last look and were not made: each once, also those that were missed
 * while nobody looked. After an edit of the schedule a period may come again that was made before. A task that is switched off misses its turns.
 */
export function dueTurns(task: Task, before: TaskMark | undefined, now: number): DueTask {
  const today = dateIn(task.timeZone, now);
  const since = before?.since ?? today;
  if (!task.enabled) return { task, turns: [], mark: { ...before, since: today } };
  const last = before?.last;
  const from = last && addDays(last.date, 1) > since ? addDays(last.date, 1) : since;
  const turns = occurrences(task, from, today, mostAtOnce);
  const newest = turns.at(-1) ?? last;
  const made = lastMade(before);
  return {
    task,
    turns,
    mark: { since, ...(newest && { last: newest }), ...(made !== undefined && { made }) },
  };
}

/** The period of the turn that was made last, as far as is known. */
export function lastMade(mark: TaskMark | undefined): string | undefined {
  return mark?.made ?? mark?.last?.period;
}

/** The id of the finding of one turn. */
export function taskFindingId(task: string, period: string): string {
  return `task:${task}:${period}`;
}

/** The finding of one turn, as a portal would send it. */
export function findingOfTurn(task: Task, { period, date }: Occurrence): FindingInput {
  const { id, product, title, description, severity, dueInDays } = task;
  return {
    id: taskFindingId(id, period),
    ...{ product, title: `${title} (${period})`, severity, kind: 'scheduled_task', status: 'verified' },
    ...(description === '' ? {} : { description }),
    ...(dueInDays === null ? {} : { dueDate: addDays(date, dueInDays) }),
  };
}

const shown = 5;

/** The next turns of a task, whatever was made of it before. */
export function nextTurns(task: Task, now: number): Occurrence[] {
  const today = dateIn(task.timeZone, now);
  return occurrences(task, today, addDays(today, (shown + 1) * 366), shown);
}
