/** What clocks and steps would do to findings, told before they do. */
import type { LinkRecord } from '../../contract/link-record';
import type { EscalatedRow, SlaPreview } from '../../contract/sla-calls';
import type { SettingsDocument } from '../../contract/settings';
import { stepsAnHour } from '../../contract/sla';
import { issuesThere } from '../sync/issues';
import type { Calendar } from './calendar';
import { ownDueDate, slaOf } from './sla-of';
import { worstFirst } from './spread';
import { clocksOf } from './standstill';
import { comingSteps } from './steps';

type Settings = Pick<SettingsDocument, 'statuses' | 'sla'>;

const dayMs = 86_400_000;
const rowsShown = 50;

/** `rows`: every step that is late or comes within a day. */
export interface Foreseen {
  readonly rows: readonly EscalatedRow[];
  readonly isMoved: boolean;
}

/** What would happen to one finding. */
export function foresee(record: LinkRecord, settings: Settings, calendar: Calendar, now: number): Foreseen {
  const own = ownDueDate(record);
  if (issuesThere(record).length === 0 || clocksOf(record, settings, now) !== 'run')
    return { rows: [], isMoved: false };
  const sla = slaOf(record, own, settings, calendar, now);
  const { severity, title, dueDate } = record.facts;
  const coming = sla ? comingSteps(sla, severity, settings.sla, calendar) : [];
  const rows = coming
    .filter(({ at }) => at <= now + dayMs)
    .map(({ step, due, at }): EscalatedRow => ({
      connection: record.connection,
      finding: record.findingId,
      product: record.product,
      title,
      severity,
      step: step.id,
      due,
      ...(at > now ? { at } : {}),
    }));
  return { rows, isMoved: (sla?.fix ?? own) !== dueDate };
}

/** The sums of all that was looked at. */
export function sumForeseen(foreseen: readonly Foreseen[], { sla }: Settings, complete: boolean): SlaPreview {
  const rows = worstFirst(foreseen.flatMap((one) => one.rows));
  const late = rows.filter(({ at }) => at === undefined).length;
  const steps = sla.escalation.map(({ id, clock, days }) => {
    const own = rows.filter(({ step }) => step === id);
    const isNow = own.filter(({ at }) => at === undefined).length;
    return { id, clock, days, now: isNow, next24Hours: own.length - isNow };
  });
  return {
    steps,
    now: late,
    hours: Math.ceil(late / stepsAnHour),
    dueDates: foreseen.filter(({ isMoved }) => isMoved).length,
    rows: rows.slice(0, rowsShown),
    looked: foreseen.length,
    complete,
  };
}
