/** The five-minute schedule. */
import { sweep as sweepInbox } from '../flows/intake/sweep';
import { resumeJobs } from '../flows/jobs/work-job';
import { runSchedule } from './schedule';

export const sweep = () =>
  runSchedule('sweep', [
    ['inbox', 'bulk', sweepInbox],
    ['jobs', 'background', resumeJobs],
  ]);
