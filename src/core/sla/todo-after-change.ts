import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { without } from '../sync/todos';
import type { Calendar } from './calendar';
import { escalateAt, ownDueDate, slaOf } from './sla-of';
import { clocksOf } from './standstill';
import { turnOf } from './steps';

/** The todos of a record once other clocks hold; the same object where nothing changes for it. */
export function todoAfterChange(
  record: LinkRecord,
  settings: Pick<SettingsDocument, 'statuses' | 'sla'>,
  calendar: Calendar,
  now: number,
): LinkRecord['todo'] {
  // A member's clocks are its group's.
  const hasIssues = Object.keys(record.issues).length > 0 && !record.memberOf;
  if (!hasIssues || clocksOf(record, settings, now) === 'over') return record.todo;
  const own = ownDueDate(record);
  const sla = slaOf(record, own, settings, calendar, now);
  const isSame =
    sla?.fix === record.sla?.fix &&
    sla?.assign === record.sla?.assign &&
    (sla?.fix ?? own) === record.facts.dueDate;
  const at = isSame
    ? escalateAt(undefined, { ...record, ...(sla ? { sla } : {}) }, settings, calendar, now)
    : now + turnOf(record.facts.severity);
  if (at === record.todo?.escalate) return record.todo;
  return at === undefined ? without(record.todo, 'escalate') : { ...record.todo, escalate: at };
}
