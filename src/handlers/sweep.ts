/** The five-minute schedule. */
import { sweep as sweepInbox } from '../flows/intake/sweep';
import { runSchedule } from './schedule';

export const sweep = () => runSchedule('sweep', [['inbox', 'bulk', sweepInbox]]);
