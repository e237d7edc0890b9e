/** Looks after what events missed lately. Safe at any time, also twice at once: it only notes what Jira shows and marks todos. */
import type { Connection } from '../../contract/connection';
import type { SettingsDocument } from '../../contract/settings';
import { spacesOf } from '../../core/settings/spaces';
import { ownerOf } from '../../core/sync/owner';
import { allToldIds } from '../../core/sync/seen';
import { recordsOfIssues } from '../records/own-issue';
import { commentField, findUnheard, listens } from './find-unheard';
import { noteIssues } from './note-issues';
import type { Ports } from '../ports';
import type { FetchedIssue } from '../../core/jira/issue';

/** Longer than an hour, so that a schedule that comes late leaves no gap. */
const recentMinutes = 90;

/** What changed lately, by search. Answers how many issues it looked at. */
export async function lookAtRecent(ports: Ports): Promise<number> {
  const { document: settings } = await ports.settings.read();
  const projects = projectsOf(settings);
  if (projects.length === 0) return 0;
  let seen = 0;
  for (const connection of await ports.connections.list())
    seen += await walk(ports, connection, projects, settings);
  return seen;
}

async function walk(
  ports: Ports,
  connection: Connection,
  projects: readonly string[],
  settings: SettingsDocument,
): Promise<number> {
  const { key, hears } = connection;
  const listening = new Map(listens(connection) ? [[key, connection]] : []);
  const owner = ownerOf(ports.site.environment(), key);
  const edited = hears === undefined ? [] : allToldIds(settings);
  const fields = listening.size > 0 ? [...edited, commentField] : edited;
  const hearing = new Set(hears === undefined ? [] : [key]);
  let seen = 0;
  let page: string | undefined;
  do {
    const from = page === undefined ? {} : { page };
    const found = await ports.jira.findByOwner(owner, projects, {
      sinceMinutes: recentMinutes,
      fields,
      ...from,
    });
    if (!found.ok) return seen;
    await compare(ports, settings, found.value.issues, { hearing, listening });
    seen += found.value.issues.length;
    page = found.value.next;
  } while (page !== undefined);
  return seen;
}

/** The identity only leads to the issues; whose they are, their pointers tell. */
async function compare(
  ports: Ports,
  settings: SettingsDocument,
  issues: readonly FetchedIssue[],
  { hearing, listening }: { hearing: ReadonlySet<string>; listening: ReadonlyMap<string, Connection> },
): Promise<void> {
  const owners = await recordsOfIssues(
    ports,
    issues.map(({ id }) => id),
  );
  const records = new Map([...owners.values()].map(({ key, record }) => [key, record]));
  const found = new Map(issues.map((issue) => [issue.id, issue]));
  const unheard = await findUnheard(ports, records, found, listening);
  const sight = { found, absent: new Set<string>(), doubtful: new Set<string>(), hearing, unheard };
  await noteIssues(ports, records, sight, settings);
}

/** Every project that a space uses, by default, for one product or by a rule. */
export function projectsOf(settings: SettingsDocument): string[] {
  return [...new Set(spacesOf(settings).flatMap(({ project }) => project?.id ?? []))];
}
