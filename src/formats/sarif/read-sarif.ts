import type { IncompleteReason } from '../../contract/report';
import type { ReadResult, ReportPart, ReportReading } from '../format';
import { clampText, oneLine } from '../text';
import { incompletenessOf } from './completeness';
import { steadyTool } from './known-tools';
import type { Run } from './log';
import { type ReadRun, readLog } from './read-log';
import { RuleBook } from './rules';
import { scopeOf } from './scope';
import { isFinding } from './status';
import { longestPartOf } from './texts';
import { readResult, type Source } from './to-finding';

/** Reads a parsed SARIF 2.1.0 document into results of the product, each in the part that its run belongs to. */
export function readSarif(document: unknown, options: { readonly product: string }): ReportReading {
  const log = readLog(document);
  if (!log.ok) return log;
  const byKey = partsOf(log.runs);
  const parts = [...byKey.values()];
  const positions = new Map([...byKey.keys()].map((key, position) => [key, position]));
  const total = log.runs.reduce((sum, run) => sum + run.results.length, 0);
  const shared = { product: options.product, longestPart: longestPartOf(total) };
  const results = log.runs.flatMap((run) => resultsOf(run, positions.get(keyOf(run)) ?? 0, shared));
  const rejected = log.runs.flatMap(({ broken }) => broken);
  if (total === 0 && rejected.length > 0) {
    return { ok: false, errors: rejected.flatMap(({ errors }) => errors).slice(0, 20) };
  }
  return { ok: true, results, parts, skipped: total - results.length, rejected };
}

function resultsOf(
  { run, results }: ReadRun,
  part: number,
  shared: Pick<Source, 'product' | 'longestPart'>,
): ReadResult[] {
  const rules = new RuleBook(run);
  const tool = toolName(run);
  return results
    .filter(({ result }) => isFinding(result))
    .map(({ index, result }) => ({
      index,
      part,
      ...readResult({ run, result, rule: rules.of(result), tool, ...shared }),
    }));
}

/** Runs of one tool and scope are one part, which is complete when all of them got through. */
function partsOf(runs: readonly ReadRun[]): ReadonlyMap<string, ReportPart> {
  const parts = new Map<string, ReportPart>();
  for (const read of runs) {
    const key = keyOf(read);
    const incomplete: IncompleteReason | undefined = parts.get(key)?.incomplete ?? incompletenessOf(read);
    parts.set(key, { ...nameOf(read), ...(incomplete && { incomplete }) });
  }
  return parts;
}

function keyOf(read: ReadRun): string {
  const { tool, scope } = nameOf(read);
  return JSON.stringify([tool, scope]);
}

function nameOf({ run }: ReadRun): Pick<ReportPart, 'tool' | 'scope'> {
  return { tool: toolName(run), scope: scopeOf(run) };
}

function toolName(run: Run): string {
  return steadyTool(clampText(oneLine(run.tool.driver.name), 255));
}
