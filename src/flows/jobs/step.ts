/** One step of a job: where it stands after it, and whether it has to wait. */
import type { Job, JobTask } from '../../contract/job';

export interface Stepped<Task extends JobTask> {
  readonly task: Task;
  /** How far it is, where the step got on. */
  readonly seen?: number;
  readonly total?: number;
  readonly done?: true;
  /** In how many seconds to go on. */
  readonly after?: number;
}

/** A job whose task is of this kind. */
export type JobOf<Kind extends JobTask['kind']> = Job & { readonly task: Extract<JobTask, { kind: Kind }> };
