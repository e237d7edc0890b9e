/** The steps of the escalation for one finding: when each comes, which were taken, what a new day means for them. */
import { severityLevel, type Severity } from '../../contract/finding';
import type { EscalationStep, Sla } from '../../contract/sla';
import type { SlaState, TakenStep } from '../../contract/sla-state';
import { ownValue } from '../data/own-value';
import type { Calendar } from './calendar';

const minuteMs = 60_000;
const worst = severityLevel('critical');

/** A step that was not taken yet, the day that it counts from, and when it comes (ms). */
export interface ComingStep {
  readonly step: EscalationStep;
  readonly due: string;
  readonly at: number;
}

/** How long after the others a finding has its turn (ms): worst first, each severity a minute after the other. */
export function turnOf(severity: Severity): number {
  return (worst - severityLevel(severity)) * minuteMs;
}

/** In the order in which they come. */
export function comingSteps(state: SlaState, severity: Severity, sla: Sla, calendar: Calendar): ComingStep[] {
  const turn = turnOf(severity);
  return sla.escalation
    .flatMap((step): ComingStep[] => {
      const due = state[step.clock];
      if (due === undefined || ownValue(state.taken ?? {}, step.id) !== undefined) return [];
      return [{ step, due, at: calendar.startOf(dayOf(step, due, sla, calendar)) + turn }];
    })
    .sort((a, b) => a.at - b.at || a.step.days - b.step.days);
}

/** The day on which a step comes. */
function dayOf({ clock, days }: EscalationStep, due: string, sla: Sla, calendar: Calendar): string {
  return calendar.plus(due, days, sla[clock]?.count ?? 'calendar');
}

/**
 * What stays taken when the clocks run out on other days: a step is taken once, whatever the day, unless the day moved so
 * far that the step is yet to come, and not because of another severity. Without `severity` that does not count: the
 * clock may be another finding's by now.
 */
export function stillTaken(
  state: SlaState,
  sla: Sla,
  calendar: Calendar,
  now: number,
  severity?: Severity,
): Record<string, TakenStep> | undefined {
  const today = calendar.dateAt(now);
  const kept = Object.entries(state.taken ?? {}).filter(([id, { due, severity: had = severity }]) => {
    const step = sla.escalation.find((one) => one.id === id);
    const newDue = step && state[step.clock];
    if (!step || newDue === undefined || newDue === due) return true;
    if (severity !== undefined && had !== severity) return true;
    return dayOf(step, newDue, sla, calendar) <= today;
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** What is noted of a step that is taken for a day. */
export function takenOf(
  { clock, days, do: actions }: EscalationStep,
  due: string,
  severity: Severity,
): TakenStep {
  const tells = actions.some(({ kind }) => kind === 'tell');
  return {
    due,
    severity,
    clock,
    ...(tells ? { tells: days > 0 ? 'finding.overdue' : 'finding.due_soon' } : {}),
  };
}

/** The labels that steps gave the finding's issues and that are still theirs. */
export function labelsTaken({ taken = {} }: SlaState, { escalation }: Sla): string[] {
  return escalation
    .filter(({ id }) => ownValue(taken, id) !== undefined)
    .flatMap((step) => step.do.flatMap(({ kind, label }) => (kind === 'label' && label ? [label] : [])));
}
