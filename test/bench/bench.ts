/** `npm run bench`: the whole app on the stand-ins, its costs as tables. `--quick` leaves out more than 1,000 findings. */
import { answerParent, runInChild } from './child';
import { measureImport } from './cold-import';
import type { Row } from './measured';
import { type Run, runs } from './runs';
import { linearity } from './linearity';
import { endpointsOf, importText, legend, summaryOf, tableOf } from './table';

const usage = `Usage: npm run bench -- [--quick] [--only <part of a title>]
  --quick   only up to 1,000 findings
  --only    only runs whose title holds this text`;

async function bench(args: readonly string[]): Promise<void> {
  const { quick, only } = readArguments(args);
  const results: { title: string; row: Row }[] = [];
  const wanted = runs.filter(({ title, findings }) => title.includes(only) && !(quick && findings > 1000));
  console.log(legend);
  for (const title of new Set(wanted.map((run) => run.title))) {
    const measured: Row[] = [];
    for (const run of wanted.filter((one) => one.title === title)) measured.push(...(await attempt(run)));
    const rows = linearity(measured);
    console.log(tableOf(title, rows));
    console.log(endpointsOf(rows));
    results.push(...rows.map((row) => ({ title, row })));
  }
  if (only === '') console.log(importText(await measureImport()));
  console.log(summaryOf(results));
}

/** A run that fails shows up as a message; the others go on. */
async function attempt(run: Run): Promise<readonly Row[]> {
  try {
    return await runInChild(__filename, runs.indexOf(run), run.heapMb);
  } catch (error) {
    console.log(`\nFAILED ${run.title}, ${String(run.findings)} findings: ${String(error)}`);
    return [];
  }
}

function readArguments(args: readonly string[]): { quick: boolean; only: string } {
  const rest = [...args];
  const at = rest.indexOf('--only');
  const only = at >= 0 ? rest.splice(at, 2)[1] : '';
  const quick = rest.includes('--quick');
  if (only === undefined || rest.some((one) => one !== '--quick')) throw new Error(usage);
  return { quick, only };
}

async function runHere(number: number): Promise<void> {
  try {
    answerParent({ rows: (await runs[number]?.start()) ?? [] });
  } catch (error) {
    answerParent({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

const [first, number] = process.argv.slice(2);
void (first === '--run' ? runHere(Number(number)) : bench(process.argv.slice(2)));
