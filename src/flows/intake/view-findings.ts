/** Findings and comments as their records say that they stand. */
import type { LinkRecord } from '../../contract/link-record';
import { entryKey } from '../../core/comments/origin';
import { waysOf } from '../../core/comments/ways';
import { viewComment, type Viewed, viewFinding } from '../../core/portal/finding-view';
import { type FindingRef, linkKey, refText } from '../../core/sync/link-key';
import type { ReadPorts } from '../ports';
import { withGroups } from '../records/with-groups';
import { named, type Names } from './product-names';

/**
 * Each of what is asked for, in that order. `waiting`: what still lies in the inbox; `complete`: that is all of it. `read`:
 * the only ones whose records are read.
 */
export async function viewFindings(
  ports: ReadPorts,
  connection: string,
  asked: readonly FindingRef[],
  waiting: ReadonlySet<string>,
  {
    complete = true,
    read,
    names,
  }: { readonly complete?: boolean; readonly read?: ReadonlySet<string>; readonly names: Names },
): Promise<Viewed[]> {
  const keyOf = (finding: FindingRef) => linkKey(connection, finding);
  const wanted = asked.filter((finding) => read?.has(refText(connection, finding)) ?? true);
  const records = await ports.links.getMany(wanted.map(keyOf));
  const former = await ports.links.getMany(
    wanted.filter((one) => !records.has(keyOf(one))).flatMap((one) => names.before(one).map(keyOf)),
  );
  const site = await ports.site.url();
  const known = await withGroups(ports, new Map([...former, ...records]));
  const commentsOf = await readComments(ports, connection, wanted, [...known.values()]);
  return asked.map((finding) => {
    const keys = [finding, ...names.before(finding)].map(keyOf);
    const record = keys.map((key) => known.get(key)).find((one) => one !== undefined);
    const isWaiting = waiting.has(refText(connection, finding));
    if (finding.comment !== undefined)
      return viewComment(
        { ...named(connection, finding), comment: finding.comment },
        record,
        commentsOf(finding, record, isWaiting),
        site,
      );
    // Behind a long queue nobody can say that a finding was never sent.
    return viewFinding(named(connection, finding), record, isWaiting || (!complete && !record), site);
  });
}

/** How comments stand; of findings nothing is read for that. */
async function readComments(
  ports: ReadPorts,
  connection: string,
  wanted: readonly FindingRef[],
  records: readonly LinkRecord[],
) {
  const commented = wanted.filter(({ comment }) => comment !== undefined);
  const owner = commented.length > 0 ? await ports.connections.get(connection) : undefined;
  const threadOf = ({ findingId: id, product }: LinkRecord) => linkKey(connection, { id, product });
  const threads = await ports.threads.readMany(commented.length > 0 ? records.map(threadOf) : []);
  const isOff = owner !== undefined && waysOf(owner).toJira === 'off';
  return ({ id, comment = '' }: FindingRef, record: LinkRecord | undefined, isWaiting: boolean) => {
    const thread = record && threads.get(threadOf(record));
    return { entry: thread?.portal[entryKey(id, comment)], isWaiting, isOff };
  };
}
