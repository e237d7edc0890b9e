/** The daily schedule. */
import { checkReferences } from '../flows/settings/check-references';
import { runSchedule } from './schedule';

export const daily = () => runSchedule('daily', [['references', 'background', checkReferences]]);
