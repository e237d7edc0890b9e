/** What activity tells of one finding. */
import type { Story } from '../../contract/story';
import { hasGaps, type Telling } from '../../core/activity/story';
import { type FindingRef, refText } from '../../core/sync/link-key';
import type { ReadPorts } from '../ports';

const page = { units: 60, batches: 20 };

export type Told = Pick<Story, 'from' | 'complete' | 'gaps'> & { readonly tellings: Telling[] };

/**
 * Newest first, until so many storage units are read. By its product, if that is known: the others' activity is then not
 * read at all.
 */
export async function readTellings(
  ports: Pick<ReadPorts, 'activity'>,
  connection: string,
  asked: FindingRef,
  product: string | undefined,
  mostUnits: number,
): Promise<Told> {
  const tellings: Telling[] = [];
  const wanted = refText(connection, asked);
  let [gaps, units] = [false, 0];
  let cursor: string | undefined;
  for (;;) {
    const read = await ports.activity.page({ product }, page, cursor);
    for (const activity of read.activities.filter((one) => one.connection === connection)) {
      const items = activity.items.filter((item) => refText(connection, refOf(item)) === wanted);
      tellings.push(...items.map((item) => ({ at: activity.at, item })));
      gaps ||= items.length === 0 && hasGaps(activity);
    }
    units += read.units;
    cursor = read.next;
    if (cursor === undefined || units >= mostUnits)
      return { tellings, gaps, from: read.from, complete: cursor === undefined };
  }
}

function refOf({ finding, product }: Telling['item']): FindingRef {
  return { id: finding, product };
}
