/** The weekly schedule. */
import { reportPeople } from '../flows/settings/report-people';
import { runSchedule } from './schedule';

export const weekly = () => runSchedule('weekly', [['people', 'background', reportPeople]]);
