/** What gadget and project page ask of Jira where 10,000 findings are: their calls, and the time of these one after the other. */
import { PEOPLE } from '../sandbox/jira/seed';
import { installBridge, readAs } from '../support/bridge';
import { bodiesOf, buildFindings } from './findings';
import type { Row } from './measured';
import { type Bench, nextHour, places, send, setUp, usualDelays } from './setup';

const findings = 10_000;

/** One space with all findings; the person works in it. Functions of the app must not be started by any of it. */
export async function runReading(): Promise<Row[]> {
  installBridge();
  const [pages, { readFigures }, { conditionsOf, inOrder, noFilter, worstFirst }, { countIssues }] =
    await Promise.all([
      import('../../static/project-page/src/data/find'),
      import('../../static/gadget/data/read-figures'),
      import('../../static/project-page/src/logic/query'),
      import('../../static/shared/jira/search'),
    ]);
  const bench = await setUp({ product: places.product }, { callMs: 0, createMs: 0 });
  try {
    await send(bench, bodiesOf(buildFindings(findings)));
    const { id = '' } = bench.world.ref('project', places.product.project);
    const conditions = conditionsOf(id, noFilter);
    const jql = inOrder(conditions, worstFirst);
    const { site, clock } = bench.world;
    site.setOption('latencyMs', usualDelays.callMs);
    const scope = { kind: 'project', project: id } as const;
    const row = rowOf(bench);
    return [
      await row('gadget', 36, () => readFigures({ scope, side: 'any' }, 'UTC', clock.now())),
      await row('project page', 8, () =>
        Promise.all([pages.findRows(jql), pages.readNumbers(id), countIssues(conditions)]),
      ),
      await row('its last page', findings / 50, () => toTheEnd(jql)),
      await row('CSV export', findings / 100, () =>
        pages.findAll(
          jql,
          () => undefined,
          () => false,
        ),
      ),
    ];

    async function toTheEnd(of: string): Promise<void> {
      let after: string | undefined;
      do after = (await pages.findRows(of, after)).next;
      while (after !== undefined);
    }
  } finally {
    bench.world.close();
  }
}

function rowOf(bench: Bench) {
  return async (step: string, target: number, read: () => Promise<unknown>): Promise<Row> => {
    nextHour(bench);
    const measured = await bench.meter.measure(() => readAs(bench.world, PEOPLE.developer, read));
    const started = Object.values(measured.invocations).reduce((sum, count) => sum + count, 0);
    const verdicts = [
      { what: 'calls', value: measured.calls, target },
      { what: 'invocations', value: started, target: 0 },
    ];
    return { step, findings, measured, verdicts };
  };
}
