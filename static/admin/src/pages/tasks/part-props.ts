import type { FieldProblem } from '#contract/invalid-fields';
import type { Task } from '#contract/tasks';

/** What each part of a task's card gets. */
export interface PartProps {
  readonly task: Task;
  /** Where the task stands in the document, for its errors. */
  readonly path: string;
  readonly errors: readonly FieldProblem[];
  readonly set: (patch: Partial<Task>) => void;
}
