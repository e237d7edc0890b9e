/** The hourly schedule. */
import { sumUp } from '../flows/activity/activity-totals';
import { resumeRenames } from '../flows/rename/follow-rename';
import { resumeForgetting } from '../flows/connections/forget-archived';
import { resumeJobs } from '../flows/jobs/work-job';
import { beginAliases } from '../flows/jobs/tell-aliases';
import { healCauses } from '../flows/intake/heal-causes';
import { resumeSla } from '../flows/sla/follow-sla';
import { makeDueTasks } from '../flows/tasks/make-due-tasks';
import { lookAtNext } from '../flows/watch/look-at-all';
import { lookAtRecent } from '../flows/watch/reconcile';
import { resumePushing } from '../flows/tell/push-events';
import { runSchedule } from './schedule';

export const reconcile = () =>
  runSchedule('reconcile', [
    ['totals', 'background', sumUp],
    ['tasks', 'bulk', makeDueTasks],
    ['renaming', 'background', resumeRenames],
    ['forgetting', 'background', resumeForgetting],
    ['jobs', 'background', resumeJobs],
    ['aliases', 'background', beginAliases],
    ['clocks', 'background', resumeSla],
    ['recent', 'bulk', lookAtRecent],
    ['pushing', 'background', resumePushing],
    ['all', 'background', lookAtNext],
    ['healing', 'bulk', (ports) => healCauses(ports, 'probe')],
  ]);
