import type { TaskRecord, TaskWork } from '../state/model';
import { nextId } from '../state/site-state';
import type { Actor, World } from '../world';
import { runDueTasks } from './run-task';

const KEPT_MS = 14 * 86_400_000;

/** Queues work and returns the id to poll. Without a configured delay the work is done at once. */
export function submitTask(
  world: World,
  actor: Actor,
  work: TaskWork,
  total: number,
  inaccessible: number,
): string {
  const now = world.clock.now();
  const task: TaskRecord = {
    id: nextId(world.state, 'task'),
    submittedBy: actor.accountId,
    submittedAt: now,
    dueAt: now + world.options.taskMs,
    done: false,
    work,
    total,
    inaccessible,
    processed: [],
    failed: {},
  };
  forgetOld(world, now);
  world.state.tasks.set(task.id, task);
  runDueTasks(world);
  return task.id;
}

function forgetOld(world: World, now: number): void {
  for (const task of world.state.tasks.values())
    if (task.submittedAt < now - KEPT_MS) world.state.tasks.delete(task.id);
}

/** The task with this id; Jira forgets it after 14 days. */
export function findTask(world: World, id: string): TaskRecord | undefined {
  const task = world.state.tasks.get(id);
  return task && task.submittedAt >= world.clock.now() - KEPT_MS ? task : undefined;
}
