/** The story of one finding: its record, and the activity of its connection that names it. */
import type { Story } from '../../contract/story';
import { type FindingRef, linkKey } from '../../core/sync/link-key';
import { entriesOf, storyIssues, storyState, waitingOf } from '../../core/activity/story';
import { lookupFindings } from '../intake/lookup-findings';
import type { ReadPorts } from '../ports';
import { withGroups } from '../records/with-groups';
import { readTellings } from './read-tellings';

/** What is read must fit the time of one call. */
const mostUnits = 100;

/** Undefined: nothing is known of such a finding. */
export async function tellStory(
  ports: ReadPorts,
  connection: string,
  asked: FindingRef,
): Promise<Story | undefined> {
  const { document } = await ports.settings.read();
  const finding = asked.id;
  const key = linkKey(connection, asked);
  const record = (await withGroups(ports, await ports.links.getMany([key]))).get(key);
  const [view] = await lookupFindings(ports, connection, [asked]);
  const { tellings, ...reach } = await readTellings(
    ports,
    connection,
    asked,
    record?.product ?? asked.product,
    mostUnits,
  );
  const state = view?.state ?? 'unknown';
  if (state === 'unknown' && tellings.length === 0) return undefined;
  return {
    finding,
    state: storyState(state, record),
    ...(record ? { product: record.product, facts: record.facts } : {}),
    ...(record?.memberOf ? { group: record.memberOf } : {}),
    // While a newer snapshot waits, what hindered the older one says nothing any more.
    ...(record?.reason === undefined || state !== record.state ? {} : { reason: record.reason }),
    issues: storyIssues(record),
    waiting: record ? waitingOf(record, document) : [],
    entries: entriesOf(record, tellings),
    ...reach,
  };
}
