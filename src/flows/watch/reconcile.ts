/** Looks after what events missed lately. Safe at any time, also twice at once: it only notes what Jira shows and marks todos. */
import { Identity } from '../../contract/identity';
import type { SettingsDocument } from '../../contract/settings';
import { linkKey } from '../../core/sync/link-key';
import { ownerOf } from '../../core/sync/owner';
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
  for (const { key } of await ports.connections.list()) seen += await walk(ports, key, projects, settings);
  return seen;
}

async function walk(
  ports: Ports,
  connection: string,
  projects: readonly string[],
  settings: SettingsDocument,
): Promise<number> {
  const owner = ownerOf(ports.site.environment(), connection);
  let seen = 0;
  let page: string | undefined;
  do {
    const from = page === undefined ? {} : { page };
    const found = await ports.jira.findByOwner(owner, projects, { sinceMinutes: recentMinutes, ...from });
    if (!found.ok) return seen;
    await compare(ports, connection, settings, found.value.issues);
    seen += found.value.issues.length;
    page = found.value.next;
  } while (page !== undefined);
  return seen;
}

/** The identity only leads to the record; whether the record names the issue is what counts. */
async function compare(
  ports: Ports,
  connection: string,
  settings: SettingsDocument,
  issues: readonly FetchedIssue[],
): Promise<void> {
  const keys = issues.flatMap(({ identity }) => {
    const known = Identity.safeParse(identity).data;
    return known ? [linkKey(connection, known.id)] : [];
  });
  const records = await ports.links.getMany([...new Set(keys)]);
  const found = new Map(issues.map((issue) => [issue.id, issue]));
  await noteIssues(ports, records, { found, gone: new Set() }, settings);
}

/** Every project that a space uses, by default, for one product or by a rule. */
export function projectsOf(settings: SettingsDocument): string[] {
  const overriding = [...Object.values(settings.products), ...settings.rules.map(({ then }) => then)];
  const overrides = overriding.flatMap(({ product, security }) => [product, security]);
  const spaces = [settings.spaces.product, settings.spaces.security, ...overrides];
  return [...new Set(spaces.flatMap((space) => space?.project?.id ?? []))];
}
