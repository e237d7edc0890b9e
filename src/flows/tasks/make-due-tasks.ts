/** Turns of recurring tasks become findings of a connection of the app's own, and go the way of all findings. */
import type { SettingsDocument } from '../../contract/settings';
import { taskConnection, type TaskMark } from '../../contract/tasks';
import { linkKey } from '../../core/sync/link-key';
import { dueTurns, type DueTask, findingOfTurn, lastMade, taskFindingId } from '../../core/tasks/due-tasks';
import type { Occurrence } from '../../core/tasks/occurrences';
import { isTurnOpen } from '../../core/tasks/task-status';
import { acceptFindings, sortFindings } from '../intake/accept-findings';
import type { Ports } from '../ports';
import { withGroups } from '../records/with-groups';

/** Makes the turns that have come. Safe to repeat at any point: a turn is one finding, however often it is sent. */
export async function makeDueTasks(ports: Ports): Promise<void> {
  const { document } = await ports.settings.read();
  const before = await ports.taskMarks.read();
  if (document.tasks.length === 0 && Object.keys(before).length === 0) return;
  const due = document.tasks.map((task) => dueTurns(task, before[task.id], ports.now()));
  const wanted: DueTask[] = [];
  for (const one of due) wanted.push(await toMake(ports, one, before[one.task.id], document));
  const inputs = wanted.flatMap(({ task, turns }) => turns.map((turn) => findingOfTurn(task, turn)));
  if (inputs.length > 0) {
    await ownConnection(ports);
    const sorted = sortFindings(inputs, document, ports.now(), taskConnection);
    await acceptFindings(ports, taskConnection, sorted);
  }
  const after = Object.fromEntries(wanted.map(({ task, mark }) => [task.id, mark]));
  if (JSON.stringify(after) !== JSON.stringify(before)) await ports.taskMarks.write(after);
}

/**
 * Without periods that were made before the schedule was edited. A task that waits for its last turn is not made while
 * that is open; of missed turns the newest is made.
 */
async function toMake(
  ports: Ports,
  due: DueTask,
  before: TaskMark | undefined,
  settings: SettingsDocument,
): Promise<DueTask> {
  const { task, mark } = due;
  const keyOf = (period: string) =>
    linkKey(taskConnection, { id: taskFindingId(task.id, period), product: task.product });
  const made = lastMade(before);
  const last = made === undefined ? [] : [keyOf(made)];
  if (due.turns.length === 0) return due;
  const known = await ports.links.getMany([...due.turns.map(({ period }) => keyOf(period)), ...last]);
  // A turn that shares an issue with others is open as long as that is.
  const records = await withGroups(ports, known);
  const isKnown = ({ period }: Occurrence) => records.has(keyOf(period));
  const fresh = due.turns.filter((turn) => !isKnown(turn));
  const isOpen = last.some((key) => isTurnOpen(records.get(key), settings));
  const turns = task.whenOpen === 'create' ? fresh : isOpen ? [] : fresh.slice(-1);
  const newest = due.turns.findLast((turn) => isKnown(turn) || turns.includes(turn));
  return { task, turns, mark: { ...mark, ...(newest && { made: newest.period }) } };
}

/** The connection has no credentials, so nobody is let in by its address. */
async function ownConnection(ports: Ports): Promise<void> {
  if (await ports.connections.get(taskConnection)) return;
  await ports.connections.put({
    key: taskConnection,
    name: 'Recurring tasks',
    method: 'signature',
    enabled: true,
    paused: false,
    createdAt: ports.now(),
    createdBy: '',
  });
}
