/** What people wrote on the issues of findings: told to portals and copied between the issues, as far as both are wanted. */
import type { Connection } from '../../contract/connection';
import type { PersonEntry, Thread } from '../../contract/stored/threads';
import { hear, type Policy } from '../../core/comments/hear';
import { asSaid, type Looked, lookedOn } from '../../core/comments/looked';
import { emptyThread } from '../../core/comments/thread';
import { waysOf } from '../../core/comments/ways';
import { inParallel } from '../../core/data/in-parallel';
import { isRefusal } from '../../core/jira/failure';
import { issueProblem } from '../../core/sync/hidden';
import { issuesThere, roleOf } from '../../core/sync/issues';
import { type Errand, isFree, type Pass } from '../records/errand';
import type { Ports } from '../ports';
import { mirror } from './mirror';
import { eventOf } from './told-event-of';

/** So much text (characters) one record tells in one go; the rest follows at once. */
const toldAtOnce = 60_000;

/** Looks at all comments of the issues of these findings: what no event told, and what a worker left behind. */
export async function listen(pass: Pass, errands: readonly Errand[]): Promise<void> {
  await inParallel(errands.filter(isFree), async (errand) => {
    const owner = await pass.ports.connections.get(errand.record.connection);
    const known = (await pass.ports.threads.readMany([errand.key])).get(errand.key) ?? emptyThread();
    const looked = owner && (await lookAtAll(pass.ports, errand, known));
    if (owner && looked) await listenTo(pass, errand, owner, looked);
  });
}

/** Takes back what people said on an issue that is no longer the finding's, wherever it went; what is left, the errand says. */
export async function withdraw(pass: Pass, errand: Errand, issue: string): Promise<void> {
  const owner = await pass.ports.connections.get(errand.record.connection);
  const thread = (await pass.ports.threads.readMany([errand.key])).get(errand.key) ?? emptyThread();
  const said = Object.entries(thread.people).filter(([, entry]) => entry.issue === issue);
  if (!owner || said.length === 0) return;
  const looked = said.map(([id, { role }]) => lookedOn({ id: issue }, role, id, undefined));
  await listenTo(pass, errand, owner, looked);
}

/** Undefined: an issue is not shown, or Jira does not answer; the errand says so. */
async function lookAtAll(ports: Ports, errand: Errand, thread: Thread): Promise<Looked[] | undefined> {
  const looked: Looked[] = [];
  for (const issue of issuesThere(errand.record)) {
    const role = roleOf(errand.record, issue.id);
    const listed = await ports.jira.listComments(issue.id);
    if (!listed.ok) {
      if (isRefusal(listed.failure) && listed.failure.status === 404) errand.hidden.add(issue);
      else errand.problem = issueProblem(listed.failure, issue, 'reading');
      return undefined;
    }
    if (!role) continue;
    const shown = new Set(listed.value.map(({ id }) => id));
    const gone = Object.entries(thread.people).filter(
      ([id, entry]) => entry.issue === issue.id && !shown.has(id),
    );
    for (const comment of listed.value) looked.push(lookedOn(issue, role, comment.id, comment));
    for (const [id] of gone) looked.push(lookedOn(issue, role, id, undefined));
  }
  return looked;
}

/** Where people's comments of a connection may go now. */
export function policyOf(ports: Pick<Ports, 'now'>, owner: Connection): Policy {
  return {
    ...waysOf(owner),
    hears: owner.hears !== undefined,
    since: owner.comments?.since ?? ports.now(),
  };
}

/** Notes what is new, in the order in which it was said, then brings the copies after it. */
export async function listenTo(
  pass: Pass,
  errand: Errand,
  owner: Connection,
  seen: readonly Looked[],
  event?: { readonly commentId: string; readonly by?: string | undefined; readonly at?: number | undefined },
): Promise<void> {
  const { ports } = pass;
  const { key, record } = errand;
  const policy = policyOf(ports, owner);
  const known = (await ports.threads.readMany([key])).get(key) ?? emptyThread();
  const looked = asSaid(known.people, seen);
  const entries = new Map<string, PersonEntry | undefined>();
  const telling: Thread['telling'] = [];
  let last = known.last;
  let size = 0;
  for (const one of looked) {
    const outcome = hear(known.people[one.id], one, policy);
    if (!outcome) continue;
    if (size > toldAtOnce) {
      errand.notBefore = ports.now();
      break;
    }
    entries.set(one.id, outcome.entry);
    const { says } = outcome;
    if (says === undefined || !(owner.events?.includes(says) ?? true)) continue;
    const deed = one.id === event?.commentId ? event : {};
    const told = await eventOf(ports, record, one, known.people[one.id], says, deed);
    size += JSON.stringify(told).length;
    telling.push({ n: (last += 1), event: told });
  }
  const talked = record.hearing?.talked ?? 0;
  const noted =
    entries.size === 0
      ? known
      : await ports.threads.change(key, (now) => ({
          ...now,
          people: withEntries(now.people, entries),
          telling: [...now.telling.filter(({ n }) => n > talked && n <= known.last), ...telling],
          last,
        }));
  errand.tells = noted.telling;
  await mirror(pass, errand, owner, noted, looked);
}

function withEntries(
  people: Thread['people'],
  entries: ReadonlyMap<string, PersonEntry | undefined>,
): Thread['people'] {
  const all = Object.entries(people).filter(([id]) => !entries.has(id));
  const fresh = [...entries].flatMap(([id, entry]) => (entry ? [[id, entry] as const] : []));
  return Object.fromEntries([...all, ...fresh]);
}

/** The record took over what was told: its words need not lie in the thread any more. */
export async function clearTold(ports: Ports, errands: readonly Errand[]): Promise<void> {
  await inParallel(
    errands.filter(({ tells }) => tells && tells.length > 0),
    async ({ key, before }) => {
      const talked = before.hearing?.talked ?? 0;
      await ports.threads.change(key, (now) =>
        now.telling.some(({ n }) => n <= talked)
          ? { ...now, telling: now.telling.filter(({ n }) => n > talked) }
          : now,
      );
    },
  );
}
