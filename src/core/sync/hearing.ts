/** What a record must remember, and note, so that its portal hears once of what happened in Jira. */
import type { Lifecycle } from '../../contract/finding';
import type { Hearing, LinkRecord, MadeIssue } from '../../contract/link-record';
import type { RiskDecision } from '../../contract/risk-decision';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { mark } from '../data/hash';
import { spaceOfRecord } from '../settings/spaces';
import { isWontDo } from './closing';
import { followedStatus, statusOfDecision } from './decided';
import { lifecycleOf } from './lifecycle';
import { type Known, meaningOf, type Standing } from './meaning';
import { statusMark } from './plan';
import { isAt, targetFor } from './targets';
import { issueMade, issuesThere, issueThere } from './issues';
import { without } from './todos';

/** What no portal ever sent an open status of counts as. */
const firstStatus = 'unverified';

/** What the portal sent or was told last. */
export function statusOf({
  facts,
  hearing,
  decided,
}: Pick<LinkRecord, 'hearing'> & {
  readonly facts: Pick<LinkRecord['facts'], 'status'>;
  readonly decided?: Pick<RiskDecision, 'kind'> | undefined;
}): string {
  if (decided) return statusOfDecision(decided);
  return hearing?.meant?.status ?? facts.status;
}

/** What the portal sent or was told last, and the last of that which was open. */
export function knownOf(record: LinkRecord, settings: SettingsDocument): Known {
  const has = statusOf(record);
  const isOpen = (status: string) => lifecycleOf(status, settings) === 'open';
  const lastOpen = [has, record.hearing?.lastOpen, record.facts.status].find(
    (status) => status !== undefined && isOpen(status),
  );
  return { has, lastOpen: lastOpen ?? firstStatus };
}

/** What stays of it when the portal sends a snapshot. Another status is its own word: what was meant before is over. */
export function hearingAfter(
  record: LinkRecord | undefined,
  { status, lifecycle, insists }: { status: string; lifecycle: Lifecycle; insists: boolean },
  settings: SettingsDocument,
): Hearing | undefined {
  if (!record) return undefined;
  const { meant, asked, lastOpen: _before, ...rest } = record.hearing ?? {};
  const isNew = status !== record.facts.status || insists;
  const { lastOpen, has } = knownOf(record, settings);
  const isTold = meant !== undefined || record.decided !== undefined;
  const wasOpen = record.hearing?.lastOpen !== undefined || lifecycleOf(has, settings) === 'open';
  const next: Hearing = {
    ...rest,
    ...(meant && !isNew ? { meant } : {}),
    ...(asked && !isNew ? { asked } : {}),
    ...(wasOpen && (lifecycle !== 'open' || (isTold && !isNew)) ? { lastOpen } : {}),
  };
  return Object.keys(next).length > 0 ? next : undefined;
}

/**
 * Notes what the issues of a record came to mean by this change, and whether that asks for a retest. `newId` names the
 * event that will tell it; absent: the portal hears nothing, and only a decision is noted that is over by it. Answers the
 * status that they came to mean, if that is news.
 */
export function noteMeaning(
  before: LinkRecord | undefined,
  after: LinkRecord,
  settings: SettingsDocument,
  newId?: () => string,
): string | undefined {
  if (!before) return undefined;
  const issues = standingsOf(before, after, settings);
  const said = takeMeaning(issues, after, settings);
  if (newId && said) {
    const { status, lastOpen } = said;
    after.hearing = { ...after.hearing, lastOpen, meant: { status, event: newId() } };
  }
  if (newId) noteRetest(issues, after, settings, newId);
  return said?.status;
}

/** The issues of a record that are there, with where they were as far as a move from there is news. */
export function standingsOf(before: LinkRecord, after: LinkRecord, settings: SettingsDocument): Standing[] {
  return roles.flatMap((role) => standingOf(role, before, after, settings));
}

/**
 * What issues came to mean, if that is another status than was known; a decision that it outweighs is over by it.
 * `lastOpen`: the last open status before it.
 */
export function takeMeaning(
  issues: readonly Standing[],
  record: LinkRecord,
  settings: SettingsDocument,
): { readonly status: string; readonly lastOpen: string } | undefined {
  const known = knownOf(record, settings);
  const status = meaningOf(issues, known, settings);
  if (status === undefined || status === known.has || !outweighs(status, record, issues, settings))
    return undefined;
  endByJira(record);
  return { status, lastOpen: known.lastOpen };
}

/** Who begins to work on an accepted risk does not take the acceptance back; who finishes or reopens it does. */
function outweighs(
  status: string,
  { decided }: LinkRecord,
  issues: readonly Standing[],
  settings: SettingsDocument,
): boolean {
  if (decided?.kind !== 'accepted' || lifecycleOf(status, settings) !== 'open') return true;
  return issues.some(({ before, now }) => before?.category === 'done' && now.category !== 'done');
}

/** What people made of the issues since is their newer word: the issues stay where they put them. */
function endByJira(record: LinkRecord): void {
  if (!record.decided) return;
  delete record.decided;
  record.facts = { ...record.facts, acceptedUntil: undefined };
  record.todo = without(without(record.todo, 'reopen'), 'delete');
  for (const issue of issuesThere(record))
    issue.sent = { ...issue.sent, [statusMark]: mark(record.facts.status) };
}

function noteRetest(
  issues: readonly Standing[],
  record: LinkRecord,
  settings: SettingsDocument,
  newId: () => string,
): void {
  const { closing } = settings;
  const product = issues.find(({ role }) => role === 'product');
  const issue = issueThere(record, 'product');
  if (!product?.before || !issue || !closing.enabled || !closing.waitForRetest) return;
  const [wasDone, isDone] = [product.before, product.now].map(({ category }) => category === 'done');
  const isOpen = lifecycleOf(statusOf(record), settings) === 'open';
  if (isDone && !wasDone && isOpen && !isWontDo(issue, closing) && !issueMade(record, 'security')?.answered)
    record.hearing = { ...record.hearing, asked: { event: newId() } };
  else if (!isDone && record.hearing?.asked && !record.hearing.asked.by) delete record.hearing.asked;
}

/** An issue that is there, with where it was as far as a move from there is news to the portal. */
function standingOf(
  role: Role,
  before: LinkRecord,
  after: LinkRecord,
  settings: SettingsDocument,
): Standing[] {
  const [had, has] = [issueMade(before, role), issueThere(after, role)];
  if (!has) return [];
  const isNews = had?.id === has.id && had.status !== undefined && !answers(had, has, after);
  return [{ role, space: spaceOfRecord(after, role, settings), before: isNews ? had : undefined, now: has }];
}

/** Whether the issue was, or still is, on its way to where its finding's status wants it. */
function answers(had: MadeIssue, has: MadeIssue, record: LinkRecord): boolean {
  const wanted = mark(followedStatus(record));
  return had.sent[statusMark] !== wanted || has.sent[statusMark] !== wanted;
}

/** A portal that sends what it was told agrees: issues that are where that wants them have nothing to do. */
export function noteAgreed(
  record: LinkRecord,
  issues: LinkRecord['issues'],
  { status, lifecycle, rule }: { status: string; lifecycle: Lifecycle; rule: string | undefined },
  settings: SettingsDocument,
): void {
  const { hearing, decided } = record;
  if ((!hearing?.meant && !decided) || statusOf(record) !== status) return;
  agree(record.product, issues, { status, lifecycle, rule }, settings);
}

/** Issues that are where a status wants them have nothing to do for it. */
export function agree(
  product: string,
  issues: LinkRecord['issues'],
  { status, lifecycle, rule }: { status: string; lifecycle: Lifecycle; rule: string | undefined },
  settings: SettingsDocument,
): void {
  for (const role of roles) {
    const issue = issueThere({ issues }, role);
    if (!issue) continue;
    const target = targetFor(status, lifecycle, spaceOfRecord({ product, rule, issues }, role, settings));
    if (!target || isAt(issue, target)) issue.sent = { ...issue.sent, [statusMark]: mark(status) };
  }
}

/** When (ms) a portal received an event, by what is known of how far it heard; undefined: not yet. */
export function receivedAt(
  n: number | undefined,
  receipts: readonly { readonly n: number; readonly at: number }[],
): number | undefined {
  return n === undefined ? undefined : receipts.find((receipt) => receipt.n >= n)?.at;
}

/** What a portal may have heard. */
interface Awaiting {
  readonly hearing?: Hearing | undefined;
  readonly decided?: { readonly n?: number | undefined } | undefined;
}

/** Whether a snapshot says that its portal heard what Jira meant, or was asked, and that it is as it says all the same. */
export function insistsOn(
  {
    finding,
    seenAt,
  }: { readonly finding: { readonly updatedAt?: string | undefined }; readonly seenAt: number },
  record: Awaiting | undefined,
  receipts: readonly { readonly n: number; readonly at: number }[],
): boolean {
  const { meant, asked } = record?.hearing ?? {};
  if (finding.updatedAt === undefined) return false;
  return [meant, asked, record?.decided].some((one) => {
    const heard = receivedAt(one?.n, receipts);
    return heard !== undefined && seenAt > heard;
  });
}

/** Whether the next snapshot of a finding may be an answer to what its portal heard. */
export function awaitsAnswer({ hearing, decided }: LinkRecord): boolean {
  return [hearing?.meant, hearing?.asked, decided].some((one) => one !== undefined);
}

/** A record's part about hearing as it is stored: absent where there is nothing to remember. */
export function storedHearing(hearing: Hearing): Hearing | undefined {
  const values: readonly unknown[] = Object.values(hearing);
  return values.every((value) => value === undefined) ? undefined : hearing;
}
