/** What became of the events of one push. */
export interface JobRecord {
  readonly queueName: string;
  readonly jobId: string;
  success: number;
  inProgress: number;
  failed: number;
  cancelled: boolean;
}

const KEEP = 5_000;

/** The jobs of one installation; the oldest finished ones are forgotten. */
export class Jobs {
  private readonly records = new Map<string, JobRecord>();
  /** A delivery that comes twice counts once. */
  private readonly settled = new Set<string>();

  constructor(restored: readonly JobRecord[]) {
    for (const job of restored) this.records.set(`${job.queueName}/${job.jobId}`, { ...job });
  }

  open(queueName: string, jobId: string, events: number): void {
    this.records.set(`${queueName}/${jobId}`, {
      queueName,
      jobId,
      success: 0,
      inProgress: events,
      failed: 0,
      cancelled: false,
    });
    if (this.records.size > KEEP) this.forgetOldest();
  }

  find(queueName: string, jobId: string): JobRecord | undefined {
    return this.records.get(`${queueName}/${jobId}`);
  }

  settle(
    queueName: string,
    jobId: string,
    eventId: string,
    result: 'success' | 'failed' | 'cancelled',
  ): void {
    const job = this.find(queueName, jobId);
    if (!job || this.settled.has(eventId)) return;
    this.settled.add(eventId);
    job.inProgress -= 1;
    if (result !== 'cancelled') job[result] += 1;
  }

  all(): readonly JobRecord[] {
    return [...this.records.values()];
  }

  private forgetOldest(): void {
    for (const [key, job] of this.records) {
      if (job.inProgress > 0) continue;
      this.records.delete(key);
      return;
    }
  }
}
