/** The life of many findings: new, unchanged, changed, resolved, reopened, rejected and so deleted. */
import type { World } from '../support/world';
import { bodiesOf, buildFindings } from './findings';
import type { Measured, Row } from './measured';
import { type Bench, type Delays, nextHour, type Places, send, setUp, spacesIn } from './setup';
import { type StepName, verdictsOf } from './targets';

export interface LifecycleRun {
  readonly places: Places;
  readonly findings: number;
  readonly delays: Delays;
  /** The heap that this process got, in MB, where it is limited. */
  readonly heapMb?: number;
  /** Left out: the whole life. */
  readonly steps?: readonly StepName[];
}

interface Step {
  readonly name: StepName;
  readonly over: Readonly<Record<string, unknown>>;
  /** Category of every issue afterwards. */
  readonly leaves: 'open' | 'done' | 'gone';
}

const title = 'Unsanitised value reaches a dangerous call';
const steps: readonly Step[] = [
  { name: 'new', over: {}, leaves: 'open' },
  { name: 'unchanged', over: {}, leaves: 'open' },
  { name: 'changed', over: { title }, leaves: 'open' },
  { name: 'resolved', over: { title, status: 'resolved' }, leaves: 'done' },
  { name: 'reopened', over: { title }, leaves: 'open' },
  { name: 'deleted', over: { title, status: 'rejected' }, leaves: 'gone' },
];

/** The hourly cap of deletions, which an admin may raise no further. */
const mostDeletions = 1000;

/** Lives through the steps one after the other, each measured. */
export async function runLifecycle(run: LifecycleRun): Promise<Row[]> {
  const bench = await setUp(run.places, run.delays);
  const spaces = spacesIn(run.places);
  try {
    const rows: Row[] = [];
    for (const step of steps) {
      if (run.steps && !run.steps.includes(step.name)) continue;
      const most = step.name === 'deleted' ? mostDeletions / spaces.length : run.findings;
      const count = Math.min(run.findings, most);
      const bodies = bodiesOf(buildFindings(count, step.over));
      nextHour(bench);
      const measured = await bench.meter.measure(() => send(bench, bodies));
      rows.push(rowOf(run, bench, step, count, measured));
    }
    return rows;
  } finally {
    bench.world.close();
  }
}

function rowOf(run: LifecycleRun, { world }: Bench, step: Step, count: number, measured: Measured): Row {
  const verdicts = verdictsOf({
    step: step.name,
    findings: count,
    places: run.places,
    delays: run.delays,
    heapMb: run.heapMb,
    measured,
  });
  const wrong = spacesIn(run.places).flatMap(
    (place) => wrongIn(world, place.project, step, run.findings - (step.leaves === 'gone' ? count : 0)) ?? [],
  );
  return {
    step: step.name,
    findings: count,
    measured,
    verdicts,
    ...(wrong.length > 0 ? { wrong: wrong.join('; ') } : {}),
  };
}

/** What is not as the findings say; a cheap pass that does nothing would be no achievement. */
function wrongIn(
  world: World,
  project: string,
  { leaves, over }: Step,
  expected: number,
): string | undefined {
  const { issues, statuses } = world.site.world.state;
  const there = [...issues.values()].filter(({ key }) => key.startsWith(`${project}-`));
  if (there.length !== expected)
    return `${project} holds ${String(there.length)} issues instead of ${String(expected)}`;
  if (leaves === 'gone') return undefined;
  const astray = there.filter(({ statusId, values }) => {
    const isDone = statuses.get(statusId)?.category === 'DONE';
    return isDone !== (leaves === 'done') || ('title' in over && values.summary !== over.title);
  });
  return astray.length > 0 ? `${String(astray.length)} issues in ${project} are not ${leaves}` : undefined;
}
