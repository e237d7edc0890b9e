/** No more steps in an hour than the cap allows, all findings together; each that must wait is told its hour. */
import type { Severity } from '../../contract/finding';
import { stepsAnHour } from '../../contract/sla';
import { sharesOf, worstFirst } from '../../core/sla/spread';
import { type ComingStep, turnOf } from '../../core/sla/steps';
import type { Errand } from '../records/errand';
import type { Ports } from '../ports';

const hourMs = 60 * 60_000;

/** A finding with the steps that are late. */
export interface Late {
  readonly errand: Errand;
  readonly severity: Severity;
  readonly steps: readonly ComingStep[];
}

const counterOf = (hour: number) => `steps:${String(hour)}`;

/**
 * Those whose turn it is, the worst first, with the steps that they may take now. Counted before anything is done: a pass
 * that dies has rather done too little.
 */
export async function withinCap(ports: Ports, late: readonly Late[]): Promise<Late[]> {
  const hour = hourAt(ports);
  const inOrder = worstFirst(late);
  const wanted = inOrder.map(({ steps }) => steps.length);
  const allowed = await ports.counters.take(counterOf(hour), sumOf(wanted), stepsAnHour);
  const shares = sharesOf(wanted, allowed);
  const chosen = inOrder.map((one, index) => ({ ...one, steps: one.steps.slice(0, shares[index]) }));
  await putOff(
    ports,
    hour,
    chosen.filter(({ steps }) => steps.length === 0),
  );
  return chosen.filter(({ steps }) => steps.length > 0);
}

/** What was counted and came to nothing. */
export async function giveBackSteps(ports: Ports, amount: number): Promise<void> {
  await ports.counters.giveBack(counterOf(hourAt(ports)), amount);
}

/**
 * Whoever waits costs nothing until its hour comes: what this hour puts off is counted, and each following hour gets its
 * share of it.
 */
async function putOff(ports: Ports, hour: number, waiting: readonly Late[]): Promise<void> {
  const rest = [...waiting];
  for (let later = 1; rest.length > 0; later += 1) {
    const name = `${counterOf(hour)}+${String(later)}`;
    const places = await ports.counters.take(name, rest.length, stepsAnHour);
    for (const { errand, severity } of rest.splice(0, places))
      errand.notBefore = (hour + later) * hourMs + turnOf(severity);
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function hourAt({ now }: Pick<Ports, 'now'>): number {
  return Math.floor(now() / hourMs);
}
