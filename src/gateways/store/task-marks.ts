/** What the schedule remembers of recurring tasks. */
import { kvs } from '@forge/kvs';
import { readStored } from '../../contract/stored/versions';
import { TaskMarks } from '../../contract/tasks';
import type { TaskMarkStore } from '../../flows/ports';

const key = 'task-marks';

/** The marks of this installation, by the id of the task. */
export function createTaskMarks(): TaskMarkStore {
  return {
    async read() {
      const stored = await kvs.get(key);
      return stored === undefined ? {} : readStored({ shape: TaskMarks, version: 1 }, stored).tasks;
    },
    write: (tasks) => kvs.set(key, { v: 1, tasks }),
  };
}
