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
import { lookupFindings } from '../intake/lookup-findings';
import type { ReadPorts } from '../ports';

/** What is read must fit the time of one call. */
const mostUnits = 100;

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
  const { tellings, ...reach } = await readTellings(
    ports,
    connection,
    asked,
    record?.product ?? asked.product,
  );
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

/** By its product, if that is known: the others' activity is then not read at all. */
async function readTellings(
  ports: ReadPorts,
  connection: string,
  asked: FindingRef,
  product: string | undefined,
): Promise<Told> {
  const tellings: Telling[] = [];
  const wanted = refText(connection, asked);
  let [gaps, units] = [false, 0];
  let cursor: string | undefined;
  for (;;) {
    const page = await ports.activity.page({ product }, cursor);
    for (const activity of page.activities.filter((one) => one.connection === connection)) {
      const items = activity.items.filter((item) => refText(connection, refOf(item)) === wanted);
      tellings.push(...items.map((item) => ({ at: activity.at, item })));
      gaps ||= items.length === 0 && hasGaps(activity);
    }
    units += page.units;
    cursor = page.next;
    if (cursor === undefined || units >= mostUnits)
      return { tellings, gaps, from: page.from, complete: cursor === undefined };
  }
}

function refOf({ finding, product }: Telling['item']): FindingRef {
  return { id: finding, product };
}
