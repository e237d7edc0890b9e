/** Complete reports of two scanners over two repositories and two categories of one product, in every way pipelines send them. */
import fc from 'fast-check';
import { at, logOf } from '../../formats/sarif/support';
import type { World } from '../../support/world';
import { heardSeconds, type Part, saveUntilDone, type Stage } from './stage';
import { untilItWorks } from './until-it-works';

const one = fc.nat(1);
/** So many results a scope may have. */
const most = 6;

export const reportOperation = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      scanner: one,
      repository: one,
      category: one,
      holds: fc.subarray(Array.from({ length: most }, (_, number) => number)),
      /** `failed`: the run says that it did not come to its end. */
      way: fc.constantFrom('whole', 'whole', 'twice', 'parts', 'partsBackwards', 'failed'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rests' as const), seconds: fc.constantFrom(1, heardSeconds) }),
  },
);
export type ReportOperation = typeof reportOperation extends fc.Arbitrary<infer Of> ? Of : never;
type Report = Extract<ReportOperation, { kind: 'report' }>;

interface Scope {
  /** Words of the results that must be open. */
  open: ReadonlySet<string>;
  /** While a report waits for an admin's word: what was open before it, by which others are weighed. */
  weighed?: ReadonlySet<string> | undefined;
  /** Of the newest report. */
  newest: ReadonlySet<string>;
  /** Something was wrong when it was reported: a report may be worked in late, or not count as complete. */
  unsure: boolean;
}

/** More than this many open findings are guarded: a report that would resolve more than half of them resolves none. */
const guardedFrom = 3;

export function reportPart(stage: Stage): Part<ReportOperation> {
  const { world } = stage;
  const scopes = new Map<string, Scope>();
  let reports = 0;
  let hasBegun = false;

  async function begin(): Promise<void> {
    if (hasBegun) return;
    hasBegun = true;
    const { document } = await untilItWorks(world, () => world.admin('settings.get', {}));
    const guard = { ...document.closing.guard, number: guardedFrom, share: 0.5 };
    await saveUntilDone(world, 'closing', { ...document.closing, guard });
  }

  async function send(report: Report): Promise<void> {
    reports += 1;
    const name = `upload${String(reports)}`;
    const post = (holds: readonly number[], query: string) =>
      stage.insist(
        `/v1/products/reported/reports/sarif?complete=true${query}`,
        logOfReport(report, holds, reports),
      );
    if (report.way === 'parts' || report.way === 'partsBackwards') {
      const middle = Math.ceil(report.holds.length / 2);
      const parts = [report.holds.slice(0, middle), report.holds.slice(middle)].map((holds, index) => ({
        holds,
        index,
      }));
      for (const { holds, index } of report.way === 'parts' ? parts : parts.toReversed())
        await post(holds, `&part=${String(index + 1)}-of-2&upload=${name}`);
    } else await post(report.holds, '');
    if (report.way === 'twice') await post(report.holds, '');
  }

  function note(report: Report): void {
    const key = scopeOf(report);
    const before = scopes.get(key) ?? { open: new Set<string>(), newest: new Set<string>(), unsure: false };
    const newest = new Set(report.holds.map((number) => wordOf(report, number)));
    const weighed = before.weighed ?? before.open;
    const isHeld = report.way !== 'failed' && isGuarded(weighed, newest);
    const counts = report.way !== 'failed' && !isHeld;
    scopes.set(key, {
      open: counts ? newest : new Set([...before.open, ...newest]),
      weighed: isHeld ? weighed : counts ? undefined : before.weighed,
      newest,
      unsure: before.unsure || stage.isFaulty(),
    });
  }

  return {
    async play(operation) {
      await begin();
      if (operation.kind === 'rests') return stage.pass(operation.seconds);
      await send(operation);
      note(operation);
      await stage.pass(heardSeconds);
    },
    judge() {
      return Promise.resolve(
        [...scopes].flatMap(([key, scope]) => scopeWrong(key, scope, issuesByWord(world, key))),
      );
    },
  };
}

function isGuarded(open: ReadonlySet<string>, newest: ReadonlySet<string>): boolean {
  const resolves = [...open].filter((word) => !newest.has(word)).length;
  return open.size > guardedFrom && resolves > open.size / 2;
}

function scopeOf({ scanner, repository, category }: Report): string {
  return `s${String(scanner)}r${String(repository)}c${String(category)}`;
}

/** By which a result is told in the summary of its issue. */
function wordOf(report: Report, number: number): string {
  return `${scopeOf(report)}n${String(number)}`;
}

function logOfReport(report: Report, holds: readonly number[], day: number): object {
  const { scanner, repository, category, way } = report;
  const results = holds.map((number) => ({
    ruleId: `R${String(number % 2)}`,
    level: 'error',
    message: { text: `Words of ${wordOf(report, number)}` },
    ...at(`src/${scopeOf(report)}/f${String(number)}.c`, 1 + ((number + day) % 90)),
  }));
  return logOf(results, {
    tool: { driver: { name: `scanner ${String(scanner)}` } },
    automationDetails: { id: `category${String(category)}/${String(day)}` },
    versionControlProvenance: [{ repositoryUri: `https://code.example/${String(repository)}` }],
    ...(way === 'failed' && { invocations: [{ executionSuccessful: false }] }),
  });
}

/** Whether the product issues of a scope's results are done, all that there are of each. */
function issuesByWord(world: World, scope: string): Map<string, boolean[]> {
  const found = new Map<string, boolean[]>();
  for (const { key, statusId } of world.site.world.state.issues.values()) {
    const word = /Words of (\w+)/.exec(String(world.fields(key).summary))?.[1];
    if (!key.startsWith('WEB-') || !word?.startsWith(`${scope}n`)) continue;
    const isDone = world.site.world.state.statuses.get(statusId)?.category === 'DONE';
    found.set(word, [...(found.get(word) ?? []), isDone]);
  }
  return found;
}

function scopeWrong(key: string, { open, newest, unsure }: Scope, found: Map<string, boolean[]>): string[] {
  const twice = [...found].filter(([, all]) => all.length > 1).map(([word]) => `${word} has several issues`);
  const isOpen = (word: string) => found.get(word)?.includes(false) === true;
  const missing = [...(unsure ? newest : open)]
    .filter((word) => !isOpen(word))
    .map((word) => `${word} is not open`);
  const extra = unsure ? [] : [...found.keys()].filter((word) => isOpen(word) && !open.has(word));
  return [...twice, ...missing, ...extra.map((word) => `${key}: ${word} is open, and no report holds it`)];
}
