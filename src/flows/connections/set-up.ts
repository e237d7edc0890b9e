/** How far the set-up is, by what really happened: what a portal sent became issues, and what Jira says it shows. */
import type { Outcome } from '../../contract/activity';
import type { LinkRecord } from '../../contract/link-record';
import type { FirstFinding, SetUpMemory, SetUpOutputs } from '../../contract/set-up';
import { issuesThere } from '../../core/sync/issues';
import { linkKey } from '../../core/sync/link-key';
import type { Ports } from '../ports';
import { withGroups } from '../records/with-groups';

/** What gives a finding its first issue. */
const firstDeeds: readonly Outcome[] = ['created', 'adopted'];
const fewBatches = { units: 60, batches: 20 } as const;
/** Records of so many findings are looked at: those that are held up keep their whole finding. */
const looked = 10;
const noMemory: SetUpMemory = { panels: {} };

/** The first finding that got its issues is looked for until one is there, and then read by its key. */
export async function readSetUp(ports: Ports): Promise<SetUpOutputs['setUp.get']> {
  const memory = (await ports.setUp.read()) ?? noMemory;
  const found = await firstFinding(ports, memory.first);
  if (found && found.key !== memory.first)
    await ports.setUp.change((now = noMemory) => ({ ...now, first: found.key }));
  return {
    ...(found && { first: found.finding }),
    panels: Object.keys(memory.panels),
    closed: memory.closedAt !== undefined,
  };
}

/** Notes that Jira shows the panel on the issues of these projects. */
export async function notePanels(ports: Ports, projects: readonly string[]): Promise<void> {
  const shown = Object.fromEntries(projects.map((project) => [project, ports.now()]));
  await ports.setUp.change((now = noMemory) => ({ ...now, panels: { ...now.panels, ...shown } }));
}

/** Puts the list away; as long as no finding has its issues it stays. */
export async function closeSetUp(ports: Ports): Promise<boolean> {
  const { first } = await readSetUp(ports);
  if (!first) return false;
  const closedAt = ports.now();
  await ports.setUp.change((now = noMemory) => ({ ...now, closedAt }));
  return true;
}

interface Found {
  readonly key: string;
  readonly finding: FirstFinding;
}

async function firstFinding(ports: Ports, known: string | undefined): Promise<Found | undefined> {
  const remembered = known === undefined ? undefined : (await findingsOf(ports, [known]))[0];
  if (remembered) return remembered;
  for (const outcome of firstDeeds) {
    const { activities } = await ports.activity.page({ outcome }, fewBatches);
    const keys = activities.flatMap(({ connection, items }) =>
      items
        .filter((item) => item.outcome === outcome)
        .map(({ finding, product }) => linkKey(connection, { id: finding, product })),
    );
    // Newest first: the last of them is the first that was made.
    const found = await findingsOf(ports, [...new Set(keys)].reverse().slice(0, looked));
    if (found[0]) return found[0];
  }
  return undefined;
}

/** Those that have all their issues, confirmed. */
async function findingsOf(ports: Ports, keys: readonly string[]): Promise<Found[]> {
  const records = await withGroups(ports, await ports.links.getMany(keys));
  return keys.flatMap((key) => {
    const record = records.get(key);
    return record && isWhole(record) ? [{ key, finding: firstOf(record) }] : [];
  });
}

function isWhole(record: LinkRecord): boolean {
  return record.state === 'synced' && issuesThere(record).length > 0;
}

function firstOf(record: LinkRecord): FirstFinding {
  const issues = [record.issues.product, record.issues.security];
  return {
    id: record.findingId,
    title: record.facts.title,
    issues: issues.flatMap((issue) => (issue?.state === 'there' ? [issue.key] : [])),
  };
}
