/** Findings that share issues: what a thousand in a hundred groups cost, new, unchanged, changed and resolved. */
import { bodiesOf, buildFindings, type WireFinding } from './findings';
import type { Row, Verdict } from './measured';
import { type Bench, nextHour, places, send, setUp, usualDelays } from './setup';

const findings = 1000;
const groups = 100;
const unitsPerChange = 4;

interface Step {
  readonly name: string;
  readonly over: Readonly<Record<string, unknown>>;
  /** Jira calls at most. */
  readonly calls: number;
  readonly leaves: 'open' | 'done';
}

const title = 'Unsanitised value reaches a dangerous call';
const steps: readonly Step[] = [
  { name: 'new', over: {}, calls: 4, leaves: 'open' },
  { name: 'unchanged', over: {}, calls: 0, leaves: 'open' },
  // One edit a group, and one shared read.
  { name: 'changed', over: { title }, calls: groups + 1, leaves: 'open' },
  // An edit and a move a group; shared reads before and after, and the workflow.
  { name: 'resolved', over: { title, status: 'resolved' }, calls: 2 * groups + 3, leaves: 'done' },
];

/** One space; the members of a group are spread over all requests. */
export async function runGroups(): Promise<Row[]> {
  const bench = await setUp({ product: places.product }, usualDelays);
  try {
    const rows: Row[] = [];
    for (const step of steps) {
      nextHour(bench);
      const bodies = bodiesOf(buildFindings(findings, step.over).map(grouped));
      const measured = await bench.meter.measure(() => send(bench, bodies));
      const units = (measured.readUnits + measured.writeUnits) / findings;
      const verdicts: Verdict[] = [
        { what: 'calls', value: measured.calls, target: step.calls },
        { what: 'units a finding', value: units, target: unitsPerChange },
      ];
      rows.push({ step: step.name, findings, measured, verdicts, ...wrongAfter(bench, step) });
    }
    return rows;
  } finally {
    bench.world.close();
  }
}

function grouped(finding: WireFinding, index: number): WireFinding {
  return { ...finding, group: `group ${String(index % groups)}` };
}

function wrongAfter({ world }: Bench, { leaves }: Step): { wrong?: string } {
  const { issues, statuses } = world.site.world.state;
  const isDone = [...issues.values()].map(({ statusId }) => statuses.get(statusId)?.category === 'DONE');
  if (isDone.length !== groups)
    return { wrong: `${String(isDone.length)} issues instead of ${String(groups)}` };
  const astray = isDone.filter((done) => done !== (leaves === 'done')).length;
  return astray > 0 ? { wrong: `${String(astray)} issues are not ${leaves}` } : {};
}
