/** Findings whose clocks have to be looked at: their days are brought up to date, and the steps that are late are taken. */
import { type Calendar, calendarOf } from '../../core/sla/calendar';
import { ownDueDate, slaOf } from '../../core/sla/sla-of';
import { clocksOf } from '../../core/sla/standstill';
import { comingSteps } from '../../core/sla/steps';
import { type Errand, isFree, type Pass } from '../records/errand';
import type { Late } from './spread-steps';
import { takeLate } from './take-late';

const hourMs = 60 * 60_000;

/** Takes what is late, as far as the cap goes; what is left waits for its day or its hour. */
export async function escalate(pass: Pass, errands: readonly Errand[]): Promise<void> {
  const calendar = calendarOf(pass.settings.sla);
  for (const errand of errands) bringUpToDate(pass, calendar, errand);
  const late = errands.flatMap((errand) => lateOf(pass, calendar, errand));
  if (late.length > 0) await takeLate(pass, calendar, late);
  for (const errand of errands) if (isFree(errand)) waitForNext(pass, calendar, errand);
}

/**
 * Where another due date holds than its issues show, the finding's last snapshot is applied again, which brings the rest
 * with it; a group is folded again. Without one the record alone learns of it.
 */
function bringUpToDate({ ports, settings }: Pass, calendar: Calendar, errand: Errand): void {
  const { sla: _before, ...record } = errand.record;
  const own = ownDueDate(errand.record);
  const sla = slaOf(errand.record, own, settings, calendar, ports.now());
  const dueDate = sla?.fix ?? own;
  const isKept = [record.held, record.snapshot, record.group].some((one) => one !== undefined);
  if (dueDate !== record.facts.dueDate && isKept) errand.appliesAgain = true;
  else errand.record = { ...record, facts: { ...record.facts, dueDate }, ...(sla ? { sla } : {}) };
}

function lateOf({ ports, settings }: Pass, calendar: Calendar, errand: Errand): Late[] {
  const { sla, facts } = errand.record;
  const now = ports.now();
  if (!sla || errand.appliesAgain || clocksOf(errand.record, settings, now) !== 'run') return [];
  const coming = comingSteps(sla, facts.severity, settings.sla, calendar);
  const steps = coming.filter(({ at }) => at <= now);
  return steps.length > 0 ? [{ errand, severity: facts.severity, steps }] : [];
}

/** A finding that is applied again gets its next time by that. */
function waitForNext({ ports, settings }: Pass, calendar: Calendar, errand: Errand): void {
  const { sla, facts } = errand.record;
  if (!sla || errand.appliesAgain || clocksOf(errand.record, settings, ports.now()) !== 'run') return;
  const [next] = comingSteps(sla, facts.severity, settings.sla, calendar);
  if (next) errand.notBefore = next.at > ports.now() ? next.at : nextHourAt(ports.now());
}

/** What the cap cut off in the middle goes on with the next hour. */
function nextHourAt(now: number): number {
  return (Math.floor(now / hourMs) + 1) * hourMs;
}
