/** The daily schedule. */
import { checkReferences } from '../flows/settings/check-references';
import { eraseOldEvents } from '../flows/tell/erase-events';
import { runSchedule } from './schedule';

export const daily = () =>
  runSchedule('daily', [
    ['events', 'background', eraseOldEvents],
    ['references', 'background', checkReferences],
  ]);
