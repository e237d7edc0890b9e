/** One run of a schedule: each step by itself, so that one that fails stops none of the others. */
import type { Urgency } from '../core/jira/budget';
import { failureLine } from '../core/data/failure-line';
import type { Ports } from '../flows/ports';
import { withPorts } from './wire';

export type Step = readonly [name: string, urgency: Urgency, work: (ports: Ports) => Promise<unknown>];

/** Never throws: the platform retries no schedule, and the next run comes anyway. */
export async function runSchedule(door: string, steps: readonly Step[]): Promise<{ statusCode: number }> {
  for (const [name, urgency, work] of steps) {
    try {
      await withPorts(urgency, work);
    } catch (error) {
      console.error(failureLine(`${door}: ${name}`, error));
    }
  }
  return { statusCode: 204 };
}
