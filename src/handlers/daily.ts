/** The daily schedule. */
import { rollUp } from '../flows/activity/activity-totals';
import { checkReferences } from '../flows/settings/check-references';
import { runSchedule } from './schedule';

export const daily = () =>
  runSchedule('daily', [
    ['totals', 'background', rollUp],
    ['references', 'background', checkReferences],
  ]);
