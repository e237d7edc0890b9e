/** What portals said, written onto issues: in the order in which it was written, each comment once. */
import { at } from '../../core/data/look-up';
import type { Connection } from '../../contract/connection';
import type { Language } from '../../contract/language';
import type { Copy, PortalEntry, Thread, WaitingWords } from '../../contract/stored/threads';
import { originOf } from '../../core/comments/origin';
import { deathsAllowed, given, waitingEntries, wordsKey, wordsKeys } from '../../core/comments/thread';
import { aimed, claimedEntry, isNowhere, type Waiting, withEntries } from '../../core/comments/turn';
import { targetsOf, waysOf } from '../../core/comments/ways';
import { keyOfGroup } from '../../core/groups/group-ref';
import { failureLine } from '../../core/data/failure-line';
import { inParallel } from '../../core/data/in-parallel';
import type { Consequence } from '../../core/jira/failure';
import { appFailed, failureOf } from '../../core/sync/app-failure';
import { issuesThere } from '../../core/sync/issues';
import { ownerOf } from '../../core/sync/owner';
import { whenIssueComes } from '../../core/sync/todos';
import { portalComment } from '../../mappings/comment-document';
import { did, type Errand, isFree, mayBegin, type Pass } from '../records/errand';
import type { Ports } from '../ports';
import type { NewComment } from '../ports-jira';
import { languageOf } from './language-of';
import { takeBack, type Wanted, type Written, writeCopy } from './write-copy';

/** Of one finding in one go: the others of a pass have their turn, too. */
const atOnce = 20;
/** What nothing tells of is looked for this often. */
const askAgainMs = 5 * 60_000;

/** Writes what waits in the threads of these findings. */
export async function talk(pass: Pass, errands: readonly Errand[]): Promise<void> {
  const { ports } = pass;
  const free = errands.filter(isFree);
  const threads = await ports.threads.readMany(free.map(({ key }) => key));
  const groups = await ports.links.getMany(free.flatMap(({ record }) => keyOfGroup(record) ?? []));
  await inParallel(free, async (errand) => {
    const thread = threads.get(errand.key);
    errand.shared = at(groups, keyOfGroup(errand.record));
    const owner = await ports.connections.get(errand.record.connection);
    if (thread && owner) await talkOf(pass, errand, thread, owner);
  });
}

async function talkOf(pass: Pass, errand: Errand, thread: Thread, owner: Connection): Promise<void> {
  const { ports } = pass;
  const { key, record } = errand;
  const all = waitingEntries(thread);
  // Held ones are tried again when an admin or time asks for it, not whenever another comment comes.
  const isRetry = record.parked === 'talk' && record.state === 'pending';
  const able = all.filter(([, { held }]) => !held || isRetry);
  const whose = errand.shared ?? record;
  const targets = targetsOf(whose, waysOf(owner).toJira);
  const isNew = able.some(([, entry]) => isNowhere(entry, whose));
  // Nothing tells a member that its group has got an issue, nor that the second of two has come.
  const asksAgain = record.memberOf !== undefined || issuesThere(record).length > 0;
  const waitsFor = asksAgain ? ports.now() + askAgainMs : whenIssueComes;
  if (targets === 'wait' && isNew) errand.notBefore = waitsFor;
  const issues = targets === 'wait' ? [] : targets;
  const turn = able.filter(([, entry]) => targets !== 'wait' || !isNowhere(entry, whose)).slice(0, atOnce);
  if (turn.length === 0) {
    raise(errand, thread);
    return;
  }
  const before = turn.map(([place, entry]): Waiting => [place, aimed(entry, issues, whose)]);
  const claims = before.map(([place, entry]): Waiting => [place, claimedEntry(entry, ports.now(), isRetry)]);
  await ports.threads.change(key, (now) => withEntries(now, claims));
  const words = await ports.threads.wordsOf(key, wordsKeys(turn));
  const after = await writeInOrder(pass, errand, owner, { before, claims, words });
  const left = await ports.threads.change(key, (now) => withEntries(now, after));
  await ports.threads.dropWords(key, wordsKeys(after.filter(([, { waits }]) => !waits)));
  raise(errand, left);
  if (isFree(errand) && waitingEntries(left).some(([, { held }]) => !held)) errand.notBefore = ports.now();
}

/** What Jira does not take is shown as long as it waits. */
function raise(errand: Errand, thread: Thread): void {
  const held = waitingEntries(thread).flatMap(([, entry]) => entry.held ?? [])[0];
  if (held && errand.problem === undefined) errand.problem = { kind: 'held', ...held };
}

interface Turn {
  readonly before: readonly Waiting[];
  readonly claims: readonly Waiting[];
  readonly words: ReadonlyMap<string, WaitingWords>;
}

/** Once something has to wait, what follows waits too; what Jira refuses stops nothing. */
async function writeInOrder(
  pass: Pass,
  errand: Errand,
  owner: Connection,
  { before, claims, words }: Turn,
): Promise<Waiting[]> {
  const done: Waiting[] = [];
  for (const [index, [place, claim]] of claims.entries()) {
    const known = before[index]?.[1] ?? claim;
    const mayWrite = mayBegin(pass, errand);
    done.push([
      place,
      mayWrite ? await writeEntry(pass, errand, owner, { place, known, claim, words }) : known,
    ]);
  }
  return done;
}

interface OneEntry {
  readonly place: string;
  readonly known: PortalEntry;
  readonly claim: PortalEntry;
  readonly words: ReadonlyMap<string, WaitingWords>;
}

async function writeEntry(
  pass: Pass,
  errand: Errand,
  owner: Connection,
  { place, known, claim, words }: OneEntry,
): Promise<PortalEntry> {
  const { ports } = pass;
  const problems: Consequence[] = [];
  let copies = claim.copies;
  try {
    if (claim.copies.some(({ deaths = 0 }) => deaths > deathsAllowed))
      problems.push(appFailed({ name: 'died' }));
    else copies = await writeAll(pass, errand, owner, { place, known, claim, words }, problems);
  } catch (error) {
    if (ports.isOutage(error)) throw error;
    console.error(failureLine('writing a comment', error, { comment: place }));
    problems.push(appFailed(failureOf(error)));
  }
  const later = problems.find(({ kind }) => kind === 'later');
  if (later) errand.problem = later;
  const held = problems.find((problem) => problem.kind === 'held');
  const { waits: _waits, ...entry } = claim;
  const isDone = problems.length === 0;
  return {
    ...entry,
    ...(isDone ? {} : { waits: true }),
    ...(held && !later ? { held: { cause: held.cause, reason: held.reason } } : {}),
    copies,
  };
}

/** Every copy of one comment; from an issue that is no longer the finding's own it is only taken back. */
async function writeAll(
  { ports, settings }: Pass,
  errand: Errand,
  owner: Connection,
  { place, known, claim, words }: OneEntry,
  problems: Consequence[],
): Promise<PortalEntry['copies']> {
  const origin = originOf(errand.record.findingId, { kind: 'portal', id: place });
  const mark = String(claim.at);
  const whose = errand.shared ?? errand.record;
  const copies: PortalEntry['copies'] = [];
  for (const [index, copy] of claim.copies.entries()) {
    const issue = issuesThere(whose).find(({ id }) => id === copy.issue);
    if (!issue) {
      // What was changed since must not stand there in its old words.
      const left: Written = isChanged(claim, copy)
        ? await takeBack(ports, known.copies[index] ?? copy, copy, { origin, mark })
        : { copy: given(copy, copy.claimedAt !== undefined) };
      copies.push(left.copy);
      if (left.problem) problems.push(left.problem);
      continue;
    }
    const comment = claim.deleted
      ? undefined
      : commentOf(ports, owner, words.get(wordsKey(place, claim)) ?? words.get(place), {
          origin: { key: origin, mark },
          language: languageOf(whose, issue, settings),
        });
    const wanted: Wanted = { issue, origin, mark, comment };
    const result = await writeCopy(ports, known.copies[index] ?? copy, copy, wanted);
    copies.push(result.copy);
    if (result.problem) problems.push(result.problem);
    else did(errand, 'changed', issue, 'app');
  }
  return copies;
}

function isChanged({ deleted, at }: PortalEntry, copy: Copy): boolean {
  return deleted === true || (copy.mark !== undefined && copy.mark !== String(at));
}

interface Origin {
  readonly key: string;
  readonly mark: string;
}

/** @throws when the words are lost: that is the app's own failure. */
function commentOf(
  ports: Ports,
  { key, name }: Connection,
  words: WaitingWords | undefined,
  { origin, language }: { readonly origin: Origin; readonly language: Language },
): NewComment {
  if (!words) throw new Error('The words of a comment are lost.');
  return {
    document: portalComment(words, name, language),
    origin: { owner: ownerOf(ports.site.environment(), key), ...origin },
  };
}
