import type { FindingInput } from '../../contract/finding';
import type { ReportReading } from '../format';
import { clampText, oneLine } from '../text';
import { identify } from './identity';
import type { Run } from './log';
import { type ReadRun, readLog } from './read-log';
import { RuleBook } from './rules';
import { isFinding } from './status';
import { type Draft, draftOf, toFinding } from './to-finding';

/**
 * Reads a parsed SARIF 2.1.0 document into findings of the product. `tools` names the tools of which every run here
 * succeeded and was read without a broken result; a failed or partly read run proves nothing by what it lacks.
 */
export function readSarif(document: unknown, options: { readonly product: string }): ReportReading {
  const log = readLog(document);
  if (!log.ok) return log;
  const drafts = log.runs.flatMap((run) => draftsOf(run, options.product));
  const findings = toFindings(drafts);
  const total = log.runs.reduce((sum, { results }) => sum + results.length, 0);
  const rejected = log.runs.flatMap(({ broken }) => broken);
  if (total === 0 && rejected.length > 0) {
    return { ok: false, errors: rejected.flatMap(({ errors }) => errors).slice(0, 20) };
  }
  return {
    ok: true,
    findings,
    tools: completeTools(log.runs),
    skipped: total - findings.length,
    rejected,
  };
}

function draftsOf({ run, results }: ReadRun, product: string): Draft[] {
  const rules = new RuleBook(run);
  const tool = toolName(run);
  return results
    .filter(({ result }) => isFinding(result))
    .map(({ result }) => draftOf({ run, result, rule: rules.of(result), tool, product }));
}

/** Results with the same identity are one finding: the first that is still there tells it. */
function toFindings(drafts: readonly Draft[]): FindingInput[] {
  const ids = identify(drafts.map((draft) => draft.marks));
  const byId = new Map<string, Draft>();
  for (const [index, draft] of drafts.entries()) {
    const id = ids[index] ?? '';
    const earlier = byId.get(id);
    if (earlier === undefined || (earlier.status === 'resolved' && draft.status !== 'resolved'))
      byId.set(id, draft);
  }
  return [...byId].map(([id, draft]) => toFinding(id, draft));
}

function completeTools(runs: readonly ReadRun[]): string[] {
  const incomplete = new Set(runs.filter((run) => !isComplete(run)).map(({ run }) => toolName(run)));
  const all = new Set(runs.map(({ run }) => toolName(run)));
  return [...all].filter((tool) => !incomplete.has(tool));
}

function isComplete({ run, broken }: ReadRun): boolean {
  const succeeded = !(run.invocations ?? []).some((invocation) => invocation?.executionSuccessful === false);
  return succeeded && broken.length === 0 && Array.isArray(run.results);
}

function toolName(run: Run): string {
  return clampText(oneLine(run.tool.driver.name), 255);
}
