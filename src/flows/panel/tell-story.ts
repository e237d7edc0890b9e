/** The story of one finding: its record, and the activity of its connection that names it. */
import type { Story } from '../../contract/story';
import { type FindingRef, linkKey, refText } from '../../core/sync/link-key';
import {
  entriesOf,
  hasGaps,
  storyIssues,
  storyState,
  type Telling,
  waitingOf,
} from '../../core/activity/story';
import { dayMs } from '../../core/activity/totals';
import { lookupFindings } from '../intake/lookup-findings';
import type { ReadPorts } from '../ports';

const daysKept = 30;
/** A record is up to some 30 KB: what is read must fit the time of one call. */
const recordsRead = 1000;

type Told = Pick<Story, 'from' | 'complete' | 'gaps'> & { readonly tellings: Telling[] };

/** Undefined: nothing is known of such a finding. */
export async function tellStory(
  ports: ReadPorts,
  connection: string,
  asked: FindingRef,
): Promise<Story | undefined> {
  const { document } = await ports.settings.read();
  const finding = asked.id;
  const key = linkKey(connection, asked);
  const record = (await ports.links.getMany([key])).get(key);
  const [view] = await lookupFindings(ports, connection, [asked]);
  const { tellings, ...reach } = await readTellings(ports, connection, asked);
  const state = view?.state ?? 'unknown';
  if (state === 'unknown' && tellings.length === 0) return undefined;
  return {
    finding,
    state: storyState(state, record),
    ...(record ? { product: record.product, facts: record.facts } : {}),
    // While a newer snapshot waits, what hindered the older one says nothing any more.
    ...(record?.reason === undefined || state !== record.state ? {} : { reason: record.reason }),
    issues: storyIssues(record),
    waiting: record ? waitingOf(record, document) : [],
    entries: entriesOf(record, tellings),
    ...reach,
  };
}

async function readTellings(ports: ReadPorts, connection: string, asked: FindingRef): Promise<Told> {
  const since = ports.now() - daysKept * dayMs;
  const told = { tellings: [] as Telling[], from: since, complete: true, gaps: false };
  const wanted = refText(connection, asked);
  let read = 0;
  for await (const page of ports.activity.since(since)) {
    for (const activity of page.filter((one) => one.connection === connection)) {
      const items = activity.items.filter(
        ({ finding: id, product }) => refText(connection, { id, product }) === wanted,
      );
      told.tellings.push(...items.map((item) => ({ at: activity.at, item })));
      told.gaps ||= items.length === 0 && hasGaps(activity);
    }
    read += page.length;
    if (read >= recordsRead) return { ...told, from: page.at(-1)?.at ?? since, complete: false };
  }
  return told;
}
