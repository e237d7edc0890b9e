/** Groups into Jira: their members folded into one finding each, which goes the way of all findings. */
import { about, aboutRecord } from '../../core/activity/about';
import type { ActivityItem, Outcome } from '../../contract/activity';
import type { Finding } from '../../contract/finding';
import type { SettingsDocument } from '../../contract/settings';
import { mark } from '../../core/data/hash';
import { groupBy } from '../../core/data/lists';
import type { Consequence } from '../../core/jira/failure';
import { decideGroup } from '../../core/groups/decide-group';
import { fold, type Fold, foldedFinding, shown } from '../../core/groups/fold';
import {
  folded,
  gatherMs,
  type GroupRecord,
  isGroup,
  isShutForNew,
  led,
  openedForNew,
} from '../../core/groups/regroup';
import { withNextEnd } from '../../core/groups/run-out';
import { asDecided } from '../../core/sync/decided';
import { settled } from '../../core/sync/finding-states';
import { lifecycleOf } from '../../core/sync/lifecycle';
import { issuesThere } from '../../core/sync/issues';
import { busySeconds } from '../../core/sync/lease';
import { linkKey } from '../../core/sync/link-key';
import type { Errand, Pass } from '../records/errand';
import type { Decided } from './decided';
import type { Accounts } from './find-accounts';
import { inPlace, type Job, standIn } from './job';
import { noteTemplates } from './note-templates';
import { jobsOf } from './prepare-jobs';
import { settledState } from './save-jobs';
import { settleLeft } from './settle-left';
import { workOff } from './work-off';

/** Of people only accounts are kept: nobody is looked up. */
const nobody: Accounts = { of: () => undefined, isUnconfirmed: () => false, failureOf: () => undefined };

/** What happens to an issue that is there, the most notable first. */
const workedOutcomes: readonly Outcome[] = ['reopened', 'moved', 'changed', 'linked'];

/** Brings the issues of groups after their members, as their records list them. Safe to repeat. */
export async function foldGroups(pass: Pass, errands: readonly Errand[]): Promise<void> {
  for (const [connection, some] of groupBy(errands, ({ record }) => record.connection))
    await foldSome(pass, connection, some);
}

interface Folding {
  readonly errand: Errand;
  readonly record: GroupRecord;
  readonly folded: Fold;
  readonly leadKey: string;
}

async function foldSome(pass: Pass, connection: string, errands: readonly Errand[]): Promise<void> {
  const { ports, settings } = pass;
  const folding = errands.flatMap((errand) => foldingOf(errand, connection, pass));
  if (folding.length === 0) return;
  const leads = await ports.snapshots.readMany(folding.map(({ leadKey }) => leadKey));
  const decided = folding.map((one) => decidedOf(one, pass, leads.get(one.leadKey)));
  const hears = (await ports.outbox.hears(connection)) !== undefined;
  const prepared = await jobsOf(ports, decided, { connection, settings, hears }, nobody);
  const jobs = prepared.map((job, index) => ({ ...job, before: folding[index]?.errand.before }));
  const settled = await settleLeft(ports, jobs, settings);
  const free = settled.filter(({ outcomes }) => !outcomes.has('waiting'));
  const worked = inPlace(settled, await workOff(ports, free, nobody, settings));
  await noteTemplates(ports, worked, settings);
  const by = mark(settings);
  for (const [index, job] of worked.entries()) {
    const one = folding[index];
    if (one) takeOver(one, job, { settings, by, now: ports.now() });
  }
}

/** The finding that stands for the group, with what people decided about it. */
function decidedOf(
  { errand: { key }, record: stored, folded: one }: Folding,
  { settings, ports }: Pass,
  lead: Finding | undefined,
): Decided {
  const isShut = isShutForNew(stored, settings, ports.now());
  const record = led(isShut ? openedForNew(stored) : stored, one, settings);
  const said = foldedFinding(record.group, record.product, one, lead);
  // What the portal says of all of them ends what people decided about those that were open.
  const decided = one.lifecycle === 'open' ? record.decided : undefined;
  const finding = asDecided(said, decided);
  const lifecycle = lifecycleOf(finding.status, settings) ?? one.lifecycle;
  return {
    key,
    connection: record.connection,
    finding,
    said,
    decided,
    seenAt: record.seenAt,
    record,
    // Where nobody said anything, nobody said that a finding is still open.
    anew: one.members.every(({ news }) => news === undefined),
    settings,
    group: { ...record.group, members: shown(one.members, settings, ports.now()) },
    decide: () => ({ ...decideGroup(one, record, settings), lifecycle }),
  };
}

/** An empty group has nothing to bring anywhere: what becomes of it is a todo of its own. */
function foldingOf(errand: Errand, connection: string, { settings, ports: { now } }: Pass): Folding[] {
  const { record } = errand;
  const one = isGroup(record) ? fold(record.group, settings, now()) : undefined;
  if (!isGroup(record) || !one) return [];
  const leadKey = linkKey(connection, { id: one.lead.id, product: record.product });
  return [{ errand, record, folded: one, leadKey }];
}

/** What came of the job, for the errand to write down. */
function takeOver(
  { errand, folded: one }: Folding,
  job: Job,
  { settings, by, now }: { readonly settings: SettingsDocument; readonly by: string; readonly now: number },
): void {
  errand.before = job.before ?? errand.before;
  errand.problem = problemOf(job);
  const { record } = job;
  if (!isGroup(record)) return;
  if (errand.problem?.kind === 'later') {
    errand.record = { ...record, reason: errand.problem.reason };
    return;
  }
  // What was closed meanwhile is told first; another fold opens it.
  if (errand.problem === undefined && isShutForNew(record, settings, now)) {
    errand.record = record;
    errand.notBefore = now + gatherMs;
    return;
  }
  errand.told = toldOf(record, one, job);
  errand.record = settled(withNextEnd(folded(record, by)), settledState(job));
}

/** What waits goes before what is held: it is tried again, and then shows what else stands in the way. */
function problemOf({ lost, problems }: Job): Consequence | undefined {
  if (lost) return { kind: 'later', after: busySeconds, reason: { code: 'overtaken' } };
  const later = problems.filter((problem) => problem.kind === 'later');
  return later[0] ?? problems[0];
}

/**
 * Each member that is new or has changed is told of, and the group itself where none is; of the issue only the worst can
 * say that it was made.
 */
function toldOf(record: GroupRecord, { members, lead }: Fold, job: Job): ActivityItem[] {
  const { outcomes } = job;
  const reason = outcomes.size > 0 ? standIn(job) : undefined;
  const issues = issuesThere(record).map(({ key }) => key);
  const item = (of: ReturnType<typeof about>, outcome: Outcome): ActivityItem => ({
    ...of,
    outcome: issues.length === 0 ? 'skipped' : outcome,
    issues,
    by: 'portal',
    ...(reason && { reason }),
  });
  const changed = workedOutcomes.find((outcome) => outcomes.has(outcome)) ?? 'unchanged';
  const told = members.flatMap(({ id, title, news }) => {
    if (news === undefined) return [];
    const joined = id === lead.id && outcomes.has('created') ? 'created' : 'linked';
    return [item(about(id, record.product, title), news === 'joined' ? joined : changed)];
  });
  return told.length > 0 || outcomes.size === 0 ? told : [item(aboutRecord(record), changed)];
}
