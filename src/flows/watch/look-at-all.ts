/**
 * The slow pass over everything: it walks over the link records, so that it also finds what search cannot, issues that
 * are gone or shown again. Safe at any time, also twice at once.
 */
import type { Connection } from '../../contract/connection';
import type { LinkRecord } from '../../contract/link-record';
import { roles, type SettingsDocument } from '../../contract/settings';
import { readOf } from '../../core/jira/issue';
import { allToldIds } from '../../core/sync/seen';
import type { KnownIssue } from '../../core/sync/vanished';
import { issuesMade } from '../../core/sync/issues';
import { judgeVanished, projectsInDoubt } from '../../core/sync/vanished';
import { contestants } from '../../core/sync/rivals';
import { commentField, findUnheard, listens } from './find-unheard';
import { noteIssues } from './note-issues';
import type { Ports } from '../ports';
import { reportHidden } from './report-hidden';

/** Each issue costs a point. */
const mostIssues = 2000;

/** A further part of all records: goes on where the last pass ended, and at the end begins anew. Answers how many issues. */
export async function lookAtNext(ports: Ports): Promise<number> {
  const { document: settings } = await ports.settings.read();
  const connections = new Map((await ports.connections.list()).map((one) => [one.key, one]));
  const hearing = new Set([...connections.values()].flatMap(({ key, hears }) => (hears ? [key] : [])));
  const listening = new Map([...connections].filter(([, one]) => listens(one)));
  let cursor = (await ports.marks.read())?.cursor;
  let seen = 0;
  do {
    const page = await ports.links.walk(cursor);
    const ours = page.records.filter(({ record }) => connections.has(record.connection));
    const looked = await lookAt(ports, ours, settings, { hearing, listening });
    // What was not seen is looked at first by the next pass.
    if (looked === undefined) return seen;
    seen += looked;
    cursor = page.next;
    await ports.marks.write(cursor === undefined ? {} : { cursor });
  } while (cursor !== undefined && seen < mostIssues);
  return seen;
}

/** Answers how many issues it looked for; undefined when Jira did not answer. */
async function lookAt(
  ports: Ports,
  rows: readonly { key: string; record: LinkRecord }[],
  settings: SettingsDocument,
  { hearing, listening }: { hearing: ReadonlySet<string>; listening: ReadonlyMap<string, Connection> },
): Promise<number | undefined> {
  const asked = rows.flatMap(({ record }) => issuesOf(record));
  if (asked.length === 0) return 0;
  const isHeard = rows.some(({ record }) => hearing.has(record.connection));
  const isTalked = rows.some(({ record }) => listening.has(record.connection));
  const fetched = await ports.jira.fetchIssues(
    asked.map(({ id }) => id),
    { fields: ['issuelinks', ...(isHeard ? allToldIds(settings) : []), ...(isTalked ? [commentField] : [])] },
  );
  if (!fetched.ok) return undefined;
  const known = asked.filter(({ id }) => readOf(fetched, id).ok);
  const found = new Set(fetched.value.keys());
  const browsable = await browsableOf(ports, projectsInDoubt(known, found));
  const deleted = found.size < known.length ? (await ports.health.read())?.deleted : undefined;
  const vanished = browsable && judgeVanished(known, found, browsable, new Set(deleted));
  if (!vanished) return undefined;
  const records = rows.map(({ key, record }) => [key, record] as const);
  const unheard = await findUnheard(ports, records, fetched.value, listening);
  await noteIssues(ports, records, { found: fetched.value, ...vanished, hearing, unheard }, settings);
  await reportHidden(ports, vanished, settings);
  return asked.length;
}

/** Also those that are only thought gone, for what is seen again is kept in step again; and rivals. */
function issuesOf(record: LinkRecord): KnownIssue[] {
  const own = issuesMade(record).filter(
    ({ state, missingSince }) => state === 'there' || missingSince !== undefined,
  );
  return [...own, ...roles.flatMap((role) => contestants(record, role))];
}

/** Undefined when Jira does not tell. */
async function browsableOf(
  ports: Ports,
  projects: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  const browsable = new Set<string>();
  for (const project of projects.filter((one) => one !== '')) {
    const held = await ports.catalogue.permissions(project, ['BROWSE_PROJECTS']);
    if (!held.ok) return undefined;
    if (held.value.has('BROWSE_PROJECTS')) browsable.add(project);
  }
  return browsable;
}
