/** Looks after what events missed. Safe at any time, also twice at once: it only notes what Jira shows and marks todos. */
import type { LinkRecord } from '../contract/link-record';
import { Identity } from '../contract/identity';
import { roles, type SettingsDocument } from '../contract/settings';
import { decideClosing } from '../core/closing';
import { linkKey } from '../core/link-key';
import { groupBy } from '../core/lists';
import { ownerOf } from '../core/owner';
import { noteIssue } from './apply/note-issue';
import type { FetchedIssue, Ports, RecordChange } from './ports';

/** Longer than an hour, so that a schedule that comes late leaves no gap. */
const recentMinutes = 90;
/** A search costs a point per result. */
const rollingIssues = 2000;

/** What changed lately. Answers how many issues it looked at. */
export async function lookAtRecent(ports: Ports): Promise<number> {
  const { document: settings } = await ports.settings.read();
  const projects = projectsOf(settings);
  if (projects.length === 0) return 0;
  let seen = 0;
  for (const { key } of await ports.connections.list()) {
    const owner = ownerOf(ports.site.environment(), key);
    seen += await walk(ports, key, settings, Infinity, undefined, (page) =>
      ports.jira.findByOwner(owner, projects, { sinceMinutes: recentMinutes, ...page }),
    );
  }
  return seen;
}

/** A further part of everything: goes on where the last pass ended; after the end it begins anew. */
export async function lookAtNext(ports: Ports): Promise<number> {
  const { document: settings } = await ports.settings.read();
  const projects = projectsOf(settings);
  if (projects.length === 0) return 0;
  const connections = (await ports.connections.list()).map(({ key }) => key);
  const mark = await ports.marks.read();
  const at = Math.max(0, connections.indexOf(mark?.connection ?? ''));
  const connection = connections[at];
  if (connection === undefined) return 0;
  const owner = ownerOf(ports.site.environment(), connection);
  const start = mark?.connection === connection ? mark.page : undefined;
  let next: string | undefined;
  const seen = await walk(ports, connection, settings, rollingIssues, start, async (page) => {
    const found = await ports.jira.findByOwner(owner, projects, page);
    next = found.ok ? found.value.next : undefined;
    return found;
  });
  const following = connections[(at + 1) % connections.length] ?? connection;
  await ports.marks.write(next === undefined ? { connection: following } : { connection, page: next });
  return seen;
}

type FindPage = (page: { page?: string }) => ReturnType<Ports['jira']['findByOwner']>;

async function walk(
  ports: Ports,
  connection: string,
  settings: SettingsDocument,
  limit: number,
  start: string | undefined,
  find: FindPage,
): Promise<number> {
  let seen = 0;
  let page = start;
  do {
    const found = await find(page === undefined ? {} : { page });
    if (!found.ok) return seen;
    await compare(ports, connection, settings, found.value.issues);
    seen += found.value.issues.length;
    page = found.value.next;
  } while (page !== undefined && seen < limit);
  return seen;
}

/** Notes where the issues are; a pair that does not belong together any more becomes a todo. */
async function compare(
  ports: Ports,
  connection: string,
  settings: SettingsDocument,
  issues: readonly FetchedIssue[],
): Promise<void> {
  const named = issues.flatMap((issue) => {
    const identity = Identity.safeParse(issue.identity).data;
    return identity ? [{ issue, key: linkKey(connection, identity.id) }] : [];
  });
  const byKey = groupBy(named, ({ key }) => key);
  const records = await ports.links.getMany([...byKey.keys()]);
  const changes = [...records].flatMap(([key, record]): RecordChange[] => {
    if (record.leaseUntil !== undefined && record.leaseUntil > ports.now()) return [];
    const next = noted(record, byKey.get(key)?.map(({ issue }) => issue) ?? [], settings, ports.now());
    return next ? [{ key, expected: record.version, record: { ...next, version: record.version + 1 } }] : [];
  });
  if (changes.length === 0) return;
  await ports.links.saveMany(changes);
  if (changes.some(({ record }) => record.todo?.follow !== undefined)) await ports.bells.ringDue();
}

/** The record after a look at its issues; undefined when nothing is new. Only issues that it names count. */
function noted(
  record: LinkRecord,
  issues: readonly FetchedIssue[],
  settings: SettingsDocument,
  now: number,
): LinkRecord | undefined {
  const next = structuredClone(record);
  let changed = false;
  for (const role of roles) {
    const issue = next.issues[role];
    const fetched = issues.find(({ id }) => id === issue?.id);
    if (!issue || !fetched || (fetched.status?.id === issue.status && fetched.key === issue.key)) continue;
    noteIssue(issue, fetched, now);
    changed = true;
  }
  const { product, security } = next.issues;
  const step = product && security ? decideClosing(product, security, settings.closing) : 'nothing';
  if (step !== 'nothing' && next.todo?.follow === undefined && next.parked !== 'follow') {
    next.todo = { ...next.todo, follow: now };
    changed = true;
  }
  return changed ? next : undefined;
}

/** Every project that a space uses, by default or for one product. */
export function projectsOf(settings: SettingsDocument): string[] {
  const overrides = Object.values(settings.products).flatMap(({ product, security }) => [product, security]);
  const spaces = [settings.spaces.product, settings.spaces.security, ...overrides];
  return [...new Set(spaces.flatMap((space) => space?.project?.id ?? []))];
}
