/** What the flows need of jobs: how far they are, and what they left. */
import type { Job } from '../contract/job';

/** All of a job is kept for a week. */
export interface Jobs {
  get(id: string): Promise<Job | undefined>;
  /**
   * Over whatever stood there. Two workers on one job may do a page twice, which changes nothing, and count it twice or
   * once: its sums are only for people to see.
   */
  put(job: Job): Promise<void>;
  /** Ids of jobs that steer themselves and are not done. */
  open(): Promise<string[]>;
  setOpen(id: string, open: boolean): Promise<void>;
  askStop(id: string): Promise<void>;
  isStopAsked(id: string): Promise<boolean>;
  /** Something that belongs to the job, under a name; written again, it is replaced. */
  putPart(id: string, name: string, value: unknown): Promise<void>;
  /** Undefined where there is no such part. */
  part(id: string, name: string): Promise<unknown>;
}
