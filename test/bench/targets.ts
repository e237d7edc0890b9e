/** The targets of the project, as limits for one step of a benchmark. */
import { shares, usualQuota } from '../../src/core/jira/budget';
import type { Measured, Verdict } from './measured';
import { type Delays, type Places, places as known, spacesIn, usualDelays } from './setup';

export const stepNames = ['new', 'unchanged', 'changed', 'resolved', 'reopened', 'deleted'] as const;
export type StepName = (typeof stepNames)[number];

export interface Judged {
  readonly step: StepName;
  readonly findings: number;
  readonly places: Places;
  readonly delays: Delays;
  /** The heap that the process gets, in MB; left out: as much as it likes. */
  readonly heapMb: number | undefined;
  readonly measured: Measured;
}

const minuteMs = 60_000;
/** Workflows and the app's own account are read once an hour, however many findings there are. */
const metadata = 4;

/** What the step had to stay below. */
export function verdictsOf(judged: Judged): Verdict[] {
  const { step, measured, heapMb } = judged;
  if (heapMb !== undefined) return [{ what: 'heap', value: measured.peakHeapMb, target: heapMb, unit: 'MB' }];
  const limit = callLimit(judged);
  const calls =
    limit === undefined ? [] : [{ what: 'calls', value: measured.calls, target: limit, ...whyOf(judged) }];
  const refused = { what: '429s', value: measured.refused, target: 0 };
  if (step !== 'new') return [...calls, refused];
  const units = measured.readUnits + measured.writeUnits;
  const storage = { what: 'storage', value: units, target: 500 * thousandsOf(judged) };
  return [...calls, refused, storage, ...wholeRun(judged)];
}

/** Why a target is missed on purpose. */
function whyOf({ step, measured }: Judged): { why?: string } {
  if (measured.points > usualQuota * shares.bulk && step !== 'reopened')
    return { why: 'the hour’s points run out in the middle: what was moved but not confirmed is read again' };
  if (step !== 'reopened')
    return { why: 'a request ends by its size, too: a few more batches than one for each 100 findings' };
  return {
    why: 'a second shared read for each 100: somebody may have reopened the issue by hand, and where it is then stays',
  };
}

/** Limits of ten thousand findings, set for the usual delays. */
function wholeRun({ findings, delays, measured }: Judged): Verdict[] {
  if (findings !== 10_000 || delays.createMs !== usualDelays.createMs) return [];
  return [
    { what: 'time', value: measured.virtualMs / minuteMs, target: 5, unit: 'min' },
    { what: 'CPU', value: measured.cpuMs / 1000, target: 60, unit: 's' },
  ];
}

/** Limits are per thousand; a smaller number gets the limit of a thousand. */
function thousandsOf({ findings }: Judged): number {
  return Math.max(1, findings / 1000);
}

/** Undefined: no target was set, the number is shown for comparison. */
function callLimit(judged: Judged): number | undefined {
  const { step, findings, places } = judged;
  const spaces = spacesIn(places);
  /** One bulk fetch reads 100 issues. */
  const shared = spaces.length * Math.ceil(findings / 100) + metadata;
  const each = (callsOf: (place: (typeof spaces)[number]) => number) =>
    findings * spaces.reduce((sum, place) => sum + callsOf(place), 0);
  switch (step) {
    case 'new':
      return newLimit(judged);
    case 'unchanged':
      return 0;
    case 'changed':
      return each(() => 1) + shared;
    case 'resolved':
      return each((place) => place.stepsDown) + shared;
    case 'reopened':
      return each((place) => place.stepsUp) + shared;
    case 'deleted':
      return each(() => 1) + shared;
  }
}

function newLimit(judged: Judged): number | undefined {
  const { product, security } = judged.places;
  const thousands = thousandsOf(judged);
  if (product && security) return security.project === known.bare.project ? undefined : 100 * thousands;
  return ((product ?? security)?.verified === undefined ? 25 : 36) * thousands;
}
