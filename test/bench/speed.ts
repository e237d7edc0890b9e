/** How long changes and moves take, one call each step, where Jira bears any number of calls and where it does not. */
import { usualQuota } from '../../src/core/jira/budget';
import { bodiesOf, buildFindings } from './findings';
import type { Measured, Row, Verdict } from './measured';
import { type Bench, nextHour, places, send, setUp, usualDelays } from './setup';

/** Seconds that a thousand may take where nothing is limited. */
const unlimited = { changed: 7, moved: 20 } as const;
/** How near to the fewest seconds that a limit allows. */
const nearIdeal = 1.3;
const title = 'Unsanitised value reaches a dangerous call';

/** Findings that change, and then go three steps to their end. `perSecond`: Jira's limit for each endpoint. */
export async function runSpeed(findings: number, perSecond?: number): Promise<Row[]> {
  const bench = await setUp({ product: places.stepwiseProduct }, usualDelays);
  const { site } = bench.world;
  try {
    await send(bench, bodiesOf(buildFindings(findings)));
    site.setOption('rateLimits', {
      pointsPerHour: usualQuota,
      ...(perSecond === undefined ? {} : { burst: perSecond, perIssue: true }),
    });
    return [
      await step(bench, 'changed', findings, perSecond, { title }),
      await step(bench, 'moved', findings, perSecond, { title, status: 'resolved' }),
    ];
  } finally {
    bench.world.close();
  }
}

type Kind = keyof typeof unlimited;
const endpoints: Readonly<Record<Kind, string>> = {
  changed: 'PUT /rest/api/3/issue/{issueIdOrKey}',
  moved: 'POST /rest/api/3/issue/{issueIdOrKey}/transitions',
};

async function step(
  bench: Bench,
  kind: Kind,
  findings: number,
  perSecond: number | undefined,
  over: Readonly<Record<string, unknown>>,
): Promise<Row> {
  nextHour(bench);
  const measured = await bench.meter.measure(() => send(bench, bodiesOf(buildFindings(findings, over))));
  const name = kind === 'changed' ? 'changed' : 'moved in three steps';
  const limit = perSecond === undefined ? 'any rate' : `${String(perSecond)} a second`;
  const wrong = leftBehind(bench, kind);
  return {
    step: `${name}, ${limit}`,
    findings,
    measured,
    verdicts: [verdictOf(kind, findings, perSecond, measured)],
    ...(wrong > 0 ? { wrong: `${String(wrong)} issues are left behind` } : {}),
  };
}

function verdictOf(
  kind: Kind,
  findings: number,
  perSecond: number | undefined,
  { virtualMs, endpoints: calls }: Measured,
): Verdict {
  const seconds = virtualMs / 1000;
  if (perSecond === undefined)
    return { what: 'time', value: seconds, target: (unlimited[kind] * findings) / 1000, unit: 's' };
  const ideal = (calls[endpoints[kind]] ?? 0) / perSecond;
  return { what: 'of the ideal', value: seconds / ideal, target: nearIdeal };
}

function leftBehind({ world }: Bench, kind: Kind): number {
  const { issues, statuses } = world.site.world.state;
  return [...issues.values()].filter(({ key, statusId, values }) => {
    if (!key.startsWith('STEP-')) return false;
    return kind === 'changed' ? values.summary !== title : statuses.get(statusId)?.category !== 'DONE';
  }).length;
}
