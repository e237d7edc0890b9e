/** Copies of people's comments on the other issue of their finding: written, written anew, deleted. */
import type { Connection } from '../../contract/connection';
import type { LinkRecord } from '../../contract/link-record';
import type { Copy, PersonEntry, Thread } from '../../contract/stored/threads';
import type { Looked } from '../../core/comments/looked';
import { copiesToWrite, settledCopies, withCopies } from '../../core/comments/mirror';
import { originOf } from '../../core/comments/origin';
import { claimed, deathsAllowed } from '../../core/comments/thread';
import { waysOf } from '../../core/comments/ways';
import { failureLine } from '../../core/data/failure-line';
import type { Consequence } from '../../core/jira/failure';
import type { SeenComment } from '../../core/jira/seen-comment';
import { appFailed, failureOf } from '../../core/sync/app-failure';
import { issueMade, issuesThere } from '../../core/sync/issues';
import { ownerOf } from '../../core/sync/owner';
import { type CommentWords, mirroredComment } from '../../mappings/comment-document';
import { did, type Errand, mayBegin, type Pass } from '../records/errand';
import { languageOf } from './language-of';
import { wordsOfDocument } from './told-event-of';
import { takeBack, writeCopy } from './write-copy';

/** Of one finding in one go. */
const atOnce = 20;

interface Job {
  readonly id: string;
  readonly entry: PersonEntry;
  readonly comment: SeenComment | undefined;
  /** The copies before anybody claimed them. */
  readonly copies: readonly Copy[];
}

/** Only comments that were just looked at: of the others nobody knows the words. */
export async function mirror(
  pass: Pass,
  errand: Errand,
  owner: Connection,
  thread: Thread,
  looked: readonly Looked[],
): Promise<void> {
  const { ports } = pass;
  const { key, record } = errand;
  const { between } = waysOf(owner);
  const isRetry = record.parked === 'listen' && record.state === 'pending';
  const jobs = looked.flatMap(({ id, comment }): Job[] => {
    const entry = thread.people[id];
    if (!entry || (entry.held && !isRetry)) return [];
    const copies = copiesToWrite(entry, record, between);
    return copies.length > 0 ? [{ id, entry, comment, copies }] : [];
  });
  await change(pass, key, mootOf(thread, looked, record, between));
  if (jobs.length > atOnce) errand.notBefore = ports.now();
  const turn = jobs.slice(0, atOnce);
  if (turn.length > 0) {
    const claims = turn.map((job) => ({
      ...job,
      claims: job.copies.map((copy) => claimed(copy, ports.now())),
    }));
    await change(
      pass,
      key,
      claims.map(({ id, claims: copies }) => ({ id, copies })),
    );
    const done: Done[] = [];
    for (const job of claims) done.push(await writeJob(pass, errand, owner, job));
    await change(pass, key, done);
  }
  raise(errand, (await ports.threads.readMany([key])).get(key));
}

/** What was held up and is not to be written any more holds nothing up. */
function mootOf(thread: Thread, looked: readonly Looked[], record: LinkRecord, between: boolean): Done[] {
  return looked.flatMap(({ id }) => {
    const entry = thread.people[id];
    const isMoot = entry?.held !== undefined && copiesToWrite(entry, record, between).length === 0;
    return isMoot ? [{ id, copies: [] }] : [];
  });
}

interface Done {
  readonly id: string;
  readonly copies: readonly Copy[];
  readonly held?: PersonEntry['held'];
}

async function change({ ports }: Pass, key: string, done: readonly Done[]): Promise<void> {
  if (done.length === 0) return;
  await ports.threads.change(key, (now) => ({
    ...now,
    people: { ...now.people, ...Object.fromEntries(done.flatMap((one) => entryAfter(now, one))) },
  }));
}

function entryAfter({ people }: Thread, { id, copies, held }: Done): [string, PersonEntry][] {
  const entry = people[id];
  if (!entry) return [];
  const { held: _before, ...rest } = settledCopies(withCopies(entry, copies));
  return [[id, held ? { ...rest, held } : rest]];
}

type Claimed = Job & { readonly claims: readonly Copy[] };

async function writeJob(pass: Pass, errand: Errand, owner: Connection, job: Claimed): Promise<Done> {
  const { ports } = pass;
  const { id, copies, claims } = job;
  if (!mayBegin(pass, errand)) return { id, copies };
  const problems: Consequence[] = [];
  let after = claims;
  try {
    if (claims.some(({ deaths = 0 }) => deaths > deathsAllowed)) problems.push(appFailed({ name: 'died' }));
    else after = await writeAll(pass, errand, owner, job, problems);
  } catch (error) {
    if (ports.isOutage(error)) throw error;
    console.error(failureLine('copying a comment', error, { comment: id }));
    problems.push(appFailed(failureOf(error)));
  }
  const later = problems.find(({ kind }) => kind === 'later');
  if (later) errand.problem = later;
  const held = problems.find((problem) => problem.kind === 'held');
  const isHeld = held !== undefined && later === undefined;
  return { id, copies: after, ...(isHeld ? { held: { cause: held.cause, reason: held.reason } } : {}) };
}

/** From an issue that is no longer the finding's own a copy is only taken back. */
async function writeAll(
  pass: Pass,
  errand: Errand,
  owner: Connection,
  { id, entry, comment, copies, claims }: Claimed,
  problems: Consequence[],
): Promise<Copy[]> {
  const said = entry.mark === undefined ? undefined : await wordsOf(pass, errand, entry, comment);
  const origin = originOf(errand.record.findingId, { kind: 'jira', id });
  const after: Copy[] = [];
  for (const [index, claim] of claims.entries()) {
    const issue = issuesThere(errand.record).find((one) => one.id === claim.issue);
    const mark = entry.mark ?? '';
    if (!issue) {
      const left = await takeBack(pass.ports, copies[index] ?? claim, claim, { origin, mark });
      after.push(left.copy);
      if (left.problem) problems.push(left.problem);
      continue;
    }
    const comment = said && {
      document: mirroredComment(said.words, said.key, languageOf(errand.record, issue, pass.settings)),
      origin: { owner: ownerOf(pass.ports.site.environment(), owner.key), key: origin, mark },
    };
    const result = await writeCopy(pass.ports, copies[index] ?? claim, claim, {
      issue,
      origin,
      mark,
      comment,
    });
    after.push(result.copy);
    if (result.problem) problems.push(result.problem);
    else did(errand, 'changed', issue, 'app');
  }
  return after;
}

/** What the comment says, and the key of the issue where it was said. */
async function wordsOf(
  { ports }: Pass,
  { record }: Errand,
  { role }: PersonEntry,
  comment: SeenComment | undefined,
): Promise<{ readonly words: CommentWords; readonly key: string } | undefined> {
  if (!comment) return undefined;
  const key = issueMade(record, role)?.key ?? '';
  const { body, people } = await wordsOfDocument(ports, key, comment.body);
  return { words: { author: comment.authorName ?? '…', body, people }, key };
}

/** What Jira does not take is shown as long as it is wanted. */
function raise(errand: Errand, thread: Thread | undefined): void {
  const held = Object.values(thread?.people ?? {}).flatMap((entry) => entry.held ?? [])[0];
  if (held && errand.problem === undefined) errand.problem = { kind: 'held', ...held };
}
