/** What a pasted report would come to if it were sent as a complete one: the decisions of the real pass, and no writes. */
import type { ReportPreview } from '../../contract/api';
import type { FindingInput } from '../../contract/finding';
import type { Reason } from '../../contract/messages/message';
import type { SettingsDocument } from '../../contract/settings';
import type { KnownResult } from '../../contract/stored/known-results';
import type { ReportFamily } from '../../contract/stored/reports';
import type { ReadResult, ReportPart, ReportReading } from '../../formats/format';
import { workIn } from '../../formats/matching/work-in';
import type { ReadPorts } from '../ports';
import { familyKey } from '../records/report-family';

/** So many resolved findings are named. */
const named = 20;

interface Pasted {
  readonly connection: string;
  readonly product: string;
  readonly read: Pick<Extract<ReportReading, { ok: true }>, 'results' | 'parts'>;
}

/** What is known of the scopes of one tool, as far as the parts before this one have changed it. */
interface Knowledge {
  readonly family: ReportFamily | undefined;
  readonly results: Map<string, readonly KnownResult[]>;
}

/** The findings under the ids that they would get, and what the report as a whole would do. */
export async function matchReport(
  ports: Pick<ReadPorts, 'known' | 'now'>,
  { connection, product, read }: Pasted,
  { closing }: SettingsDocument,
): Promise<{ readonly findings: FindingInput[]; readonly report: ReportPreview }> {
  const ids = new Map<ReadResult, string>();
  const tools = new Map<string, Knowledge>();
  const total = { known: 0, fresh: 0, resolves: 0, resolved: [] as string[], reasons: [] as Reason[] };
  for (const [index, part] of read.parts.entries()) {
    const knowledge = tools.get(part.tool) ?? (await learn(ports, familyKey(connection, product, part.tool)));
    tools.set(part.tool, knowledge);
    const own = read.results.filter((result) => result.part === index);
    const worked = workIn({
      report: { id: 'preview', acceptedAt: ports.now(), complete: true },
      failure: part.incomplete,
      marks: own.map(({ marks }) => marks),
      origin: { product, tool: part.tool },
      scope: part.scope,
      guard: closing.guard,
      state: knowledge.family?.scopes.find(({ scope }) => scope === part.scope),
      here: knowledge.results.get(part.scope) ?? [],
      elsewhere: elsewhere(knowledge, part),
      handAll: false,
    });
    for (const [position, result] of own.entries()) ids.set(result, worked.ids[position] ?? '');
    knowledge.results.set(part.scope, worked.known);
    total.known += own.length - worked.fresh.length;
    total.fresh += worked.fresh.length;
    total.resolves += worked.resolved.length;
    total.resolved.push(...worked.resolved.slice(0, named - total.resolved.length));
    if (worked.verdict.incomplete) total.reasons.push(worked.verdict.incomplete);
  }
  const findings = read.results.map((result) => ({ ...result.finding, id: ids.get(result) ?? '' }));
  return { findings, report: total };
}

async function learn(ports: Pick<ReadPorts, 'known'>, key: string): Promise<Knowledge> {
  const family = await ports.known.family(key);
  const results = new Map<string, readonly KnownResult[]>();
  for (const scope of family?.scopes ?? []) results.set(scope.scope, await ports.known.results(key, scope));
  return { family, results };
}

function elsewhere({ results }: Knowledge, { scope }: ReportPart): KnownResult[] {
  return [...results].flatMap(([name, some]) => (name === scope ? [] : some));
}
