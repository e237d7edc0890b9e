/** Every run of the benchmark. Each gets a process of its own, so that none inherits the other's heap. */
import { runAccept } from './accept';
import { bigSize } from './big-seed';
import { runBig } from './big-installation';
import { runClosing } from './closing';
import { runForeign } from './foreign';
import { runGroups, runLargeGroup } from './groups';
import { runLifecycle } from './lifecycle';
import { runMasking } from './masking';
import type { Row } from './measured';
import { runReading } from './reading';
import { reportHeapMb, runReports } from './reports';
import { runRules } from './rules';
import { runSpeed } from './speed';
import { type Delays, places, type Places, usualDelays } from './setup';
import type { StepName } from './targets';
import { runTemplates } from './templates';
import { runTelling } from './telling';
import { runFindings, runRequests, runStrangers, worstHeapMb } from './worst-input';

export interface Run {
  readonly title: string;
  /** The largest number of findings in it. */
  readonly findings: number;
  /** The heap that its process gets, in MB; left out: as much as it likes. */
  readonly heapMb?: number;
  readonly start: () => Promise<Row[]>;
}

const sizes = [100, 1000, 10_000];

/** All runs, in the order of the tables. */
export const runs: readonly Run[] = [
  ...everySize('One space, direct workflow', { product: places.product }),
  ...everySize('One space, several-step workflow', { product: places.stepwiseProduct }),
  ...everySize('Both spaces, linked in the create call, direct workflows', {
    product: places.product,
    security: places.security,
  }),
  ...everySize('Both spaces, linked in the create call, several-step workflows', {
    product: places.stepwiseProduct,
    security: places.stepwiseSecurity,
  }),
  ...onlyNew('Both spaces, no links on the create screen (one call a pair)', [100, 1000], {
    product: places.product,
    security: places.bare,
  }),
  ...onlyNew('One space, with a wanted first status', sizes, { product: places.wanted }),
  ...onlyNew('One space, slow Jira: 150 ms per created issue', sizes, { product: places.product }, 150),
  withinHeap('One space, the whole process within 256 MB of heap', 10_000, 256),
  { title: 'Groups: 1,000 findings in 100 groups, one space', findings: 1000, start: runGroups },
  { title: 'Groups: 800 findings in one group, one space', findings: 800, start: runLargeGroup },
  { title: 'Closing the security issue', findings: 1, start: () => runClosing(1, false) },
  { title: 'Closing the security issue', findings: 50, start: () => runClosing(50, false) },
  { title: 'Closing the security issue', findings: 500, start: () => runClosing(500, true) },
  { title: 'Closing the security issue', findings: 1000, start: () => runClosing(1000, true) },
  ...asFastAsJiraBears(),
  { title: 'Events of issues that are not ours (100 events)', findings: 100, start: runForeign },
  { title: 'Findings accepted by the web trigger', findings: 500, start: runAccept },
  { title: 'Telling the portal', findings: 1000, start: runTelling },
  { title: 'Big installation', findings: bigSize.findings, start: runBig },
  { title: 'Reading as a person: gadget and project page', findings: 10_000, start: runReading },
  {
    title: 'Reports of 10,000 results, by format',
    findings: 10_000,
    heapMb: reportHeapMb,
    start: runReports,
  },
  { title: 'Rules', findings: 10_000, start: runRules },
  { title: 'Masking of 1 MB of ordinary text', findings: 1, start: runMasking },
  { title: 'Issues written by templates', findings: 10_000, start: () => runTemplates(10_000) },
  worst('before the caller is known', runStrangers),
  worst('a request of 4 MB', runRequests),
  worst('a finding', runFindings),
];

/** In a heap that the platform might give: what needs more fails. */
function worst(what: string, start: () => Promise<Row[]>): Run {
  return { title: `Worst input: ${what}`, findings: 1, heapMb: worstHeapMb, start };
}

function asFastAsJiraBears(): Run[] {
  const title = 'As fast as Jira bears';
  const limits: [number, number?][] = [[1000], [100, 5], [100, 10], [1000, 50]];
  return limits.map(([findings, perSecond]) => ({
    title,
    findings,
    start: () => runSpeed(findings, perSecond),
  }));
}

function everySize(title: string, where: Places): Run[] {
  return sizes.map((findings) => life(title, where, findings, usualDelays));
}

function onlyNew(title: string, counts: readonly number[], where: Places, createMs?: number): Run[] {
  const delays = { ...usualDelays, ...(createMs === undefined ? {} : { createMs }) };
  return counts.map((findings) => life(title, where, findings, delays, ['new']));
}

/** App, stand-ins and all issues that they hold share the heap. */
function withinHeap(title: string, findings: number, heapMb: number): Run {
  const run = { places: { product: places.product }, findings, delays: usualDelays, heapMb };
  return { title, findings, heapMb, start: () => runLifecycle({ ...run, steps: ['new', 'unchanged'] }) };
}

function life(
  title: string,
  where: Places,
  findings: number,
  delays: Delays,
  steps?: readonly StepName[],
): Run {
  const run = { places: where, findings, delays, ...(steps ? { steps } : {}) };
  return { title, findings, start: () => runLifecycle(run) };
}
