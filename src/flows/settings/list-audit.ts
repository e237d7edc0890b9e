/** Who changed what, newest first: the versions of the settings, and what was done to connections. */
import { z } from 'zod';
import type { AdminOutputs, AuditEntry, SettingsVersions } from '../../contract/api';
import { type SectionName, sectionNames, sectionSchemas } from '../../contract/settings';
import { BadCursor } from '../../core/data/bad-cursor';
import { diffValues } from '../../core/settings/settings-diff';
import type { NumberedDeed, Ports } from '../ports';
import { emptyOf } from './empty-section';

const auditPage = 20;
const connections = 'connections';
const sources = [...sectionNames, connections] as const;
type Source = (typeof sources)[number];

/** Where the next page begins: the newest version, or the newest deed, that is not told yet, by source. */
const Positions = z.partialRecord(z.enum(sources), z.number().int());
type Positions = z.infer<typeof Positions>;

/** An entry that may come next, and the position after it. */
interface Candidate {
  readonly entry: AuditEntry;
  readonly then: number;
}

/** One page, of one section, of connections, or of all. @throws BadCursor when the cursor is none of ours */
export async function listAudit(
  ports: Ports,
  of: Source | undefined,
  cursor: string | undefined,
): Promise<AdminOutputs['audit.list']> {
  const { versions } = await ports.settings.read();
  const wanted = of === undefined ? sources : [of];
  const positions = cursor === undefined ? firstOf(versions, wanted) : readCursor(cursor);
  const deeds = wanted.includes(connections) ? await deedsFrom(ports, positions) : [];
  const next = new Map<Source, Candidate>();
  const entries: AuditEntry[] = [];
  while (entries.length < auditPage) {
    for (const source of wanted.filter((one) => !next.has(one))) {
      const candidate =
        source === connections ? deedOf(deeds, positions) : await versionOf(ports, source, positions);
      if (candidate) next.set(source, candidate);
    }
    const newest = [...next].sort(([, a], [, b]) => b.entry.at - a.entry.at)[0];
    if (!newest) return { entries };
    const [source, { entry, then }] = newest;
    entries.push(entry);
    next.delete(source);
    positions[source] = then;
  }
  const isOver = Object.values(positions).every((position) => position < 1);
  return { entries, ...(isOver ? {} : { next: JSON.stringify(positions) }) };
}

/** Where connections begin, their deeds tell. */
function firstOf(versions: SettingsVersions, wanted: readonly Source[]): Positions {
  return Object.fromEntries(
    wanted.map((one) => [one, one === connections ? Number.MAX_SAFE_INTEGER : versions[one]]),
  );
}

function readCursor(cursor: string): Positions {
  try {
    return Positions.parse(JSON.parse(cursor));
  } catch {
    throw new BadCursor();
  }
}

async function deedsFrom(ports: Ports, positions: Positions): Promise<NumberedDeed[]> {
  const from = positions[connections] ?? 0;
  const deeds = from < 1 ? [] : await ports.deeds.page(from, auditPage);
  positions[connections] = deeds[0]?.n ?? 0;
  return deeds;
}

function deedOf(deeds: readonly NumberedDeed[], positions: Positions): Candidate | undefined {
  const from = positions[connections] ?? 0;
  const at = deeds.findIndex(({ n }) => n <= from);
  const found = deeds[at];
  // Older ones than were read are told on the next page, which has begun by then.
  const isLast = at === deeds.length - 1 && deeds.length < auditPage;
  return found && { entry: found.deed, then: isLast ? 0 : found.n - 1 };
}

/** The newest version of a section at or below its position. */
async function versionOf(
  ports: Ports,
  section: SectionName,
  positions: Positions,
): Promise<Candidate | undefined> {
  const version = positions[section] ?? 0;
  const saved = version < 1 ? undefined : await ports.settings.version(section, version);
  if (!saved) return undefined;
  const before = version === 1 ? undefined : await ports.settings.version(section, version - 1);
  const changes = diffValues(shaped(section, before?.value), shaped(section, saved.value), section);
  return { entry: { section, version, at: saved.at, by: saved.by, changes }, then: version - 1 };
}

/** Older versions lack what was added since: that is no change of anybody's. */
export function shaped(section: SectionName, value: unknown): unknown {
  const parsed = sectionSchemas[section].safeParse(value ?? emptyOf(section));
  return parsed.success ? parsed.data : value;
}
