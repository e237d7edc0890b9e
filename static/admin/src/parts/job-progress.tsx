import './job-progress.css';
import Button from '@atlaskit/button/new';
import type { JobResult } from '#contract/job-results';
import type { WatchedJob } from '../hooks/use-job';
import { useTexts } from '../texts/texts';

interface ProgressProps {
  readonly label: string;
  readonly job: WatchedJob<JobResult>;
}

/** How far a job is, and a button that stops it. */
export function JobProgress({ label, job }: ProgressProps) {
  const { stop } = useTexts().rules.job;
  const { seen, total } = job;
  return (
    <div className="sf-row-between">
      <div className="sf-grow" role="status">
        <p>{label}</p>
        {/* Where nobody knows how much there is, it only shows that something goes on. */}
        <progress
          className="sf-progress"
          aria-label={label}
          {...(total > seen && { value: seen, max: total })}
        />
      </div>
      <Button spacing="compact" onClick={job.stop}>
        {stop}
      </Button>
    </div>
  );
}
