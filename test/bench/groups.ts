/** Findings that share issues: what many in groups cost, new, unchanged, changed and resolved. */
import { bodiesOf, buildFindings, type WireFinding } from './findings';
import type { Row, Verdict } from './measured';
import { type Bench, nextHour, places, send, setUp, usualDelays } from './setup';

/** Storage units: for a thousand that are new, and for each that changes. */
const mostUnits = { new: 500, each: 4 } as const;

interface Step {
  readonly name: string;
  readonly over: Readonly<Record<string, unknown>>;
  /** Jira calls at most; undefined: shown for comparison. */
  readonly calls?: number;
  /** So many of the findings say something; left out: all. */
  readonly says?: number;
  readonly leaves: 'open' | 'done';
}

const title = 'Unsanitised value reaches a dangerous call';
const resolved = { title, status: 'resolved' } as const;

function stepsOf(groups: number): readonly Step[] {
  return [
    { name: 'new', over: {}, calls: 4, leaves: 'open' },
    { name: 'unchanged', over: {}, calls: 0, leaves: 'open' },
    // One edit a group, and one shared read.
    { name: 'changed', over: { title }, calls: groups + 1, leaves: 'open' },
    // An edit and a move a group; shared reads before and after, and the workflow.
    { name: 'resolved', over: resolved, calls: 2 * groups + 3, leaves: 'done' },
  ];
}

const stepsOfLarge: readonly Step[] = [
  { name: 'new', over: {}, leaves: 'open' },
  { name: 'unchanged', over: {}, calls: 0, leaves: 'open' },
  { name: 'changed', over: { title }, leaves: 'open' },
  { name: 'ten changed', over: {}, says: 10, leaves: 'open' },
  { name: 'one changed', over: { title }, says: 1, leaves: 'open' },
  { name: 'resolved', over: resolved, leaves: 'done' },
];

/** One space; the members of a group are spread over all requests. */
export function runGroups(): Promise<Row[]> {
  return run(1000, 100, stepsOf(100));
}

/** As many as one issue takes, about. */
export function runLargeGroup(): Promise<Row[]> {
  return run(800, 1, stepsOfLarge);
}

async function run(findings: number, groups: number, steps: readonly Step[]): Promise<Row[]> {
  const bench = await setUp({ product: places.product }, usualDelays);
  try {
    const rows: Row[] = [];
    for (const step of steps) {
      nextHour(bench);
      const says = step.says ?? findings;
      const sent = buildFindings(says, step.over).map((one, index) => grouped(one, index % groups));
      const measured = await bench.meter.measure(() => send(bench, bodiesOf(sent)));
      const wrong = wrongAfter(bench, groups, step);
      rows.push({
        step: step.name,
        findings: says,
        measured,
        verdicts: verdictsOf(step, says, measured),
        ...wrong,
      });
    }
    return rows;
  } finally {
    bench.world.close();
  }
}

function verdictsOf({ name, calls, says }: Step, findings: number, measured: Row['measured']): Verdict[] {
  const units = measured.readUnits + measured.writeUnits;
  const storage =
    name === 'new'
      ? { what: 'storage', value: units, target: mostUnits.new * Math.max(1, findings / 1000) }
      : { what: 'units a finding', value: units / findings, target: mostUnits.each };
  // What a request costs by itself, whatever it says, is no cost of its findings.
  const isFew = says !== undefined;
  return [
    ...(calls === undefined ? [] : [{ what: 'calls', value: measured.calls, target: calls }]),
    ...(isFew ? [] : [storage]),
  ];
}

function grouped(finding: WireFinding, group: number): WireFinding {
  return { ...finding, group: `group ${String(group)}` };
}

function wrongAfter({ world }: Bench, groups: number, { leaves }: Step): { wrong?: string } {
  const { issues, statuses } = world.site.world.state;
  const isDone = [...issues.values()].map(({ statusId }) => statuses.get(statusId)?.category === 'DONE');
  if (isDone.length !== groups)
    return { wrong: `${String(isDone.length)} issues instead of ${String(groups)}` };
  const astray = isDone.filter((done) => done !== (leaves === 'done')).length;
  return astray > 0 ? { wrong: `${String(astray)} issues are not ${leaves}` } : {};
}
