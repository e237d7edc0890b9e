/** What causes hold up, as far as a page's call may read: of many causes each gets its share of the reading. */
import type { LinkRecord } from '../../contract/link-record';
import type { ReadPorts } from '../ports';

/** Records keep their whole finding while they are held: they are read with care. */
const mostUnits = 120;
/** Before any is read: what one costs, in units. */
const usualUnits = 0.3;
const fewest = 2;
const mostRows = 100;

export interface HeldFindings {
  readonly records: readonly LinkRecord[];
  /** There may be more of them. */
  readonly more: boolean;
}

/** The findings that each of these causes holds up, in their order. */
export async function heldByCause(
  ports: Pick<ReadPorts, 'links'>,
  causes: readonly string[],
): Promise<HeldFindings[]> {
  let left = mostUnits;
  const seen = { rows: 1, units: usualUnits };
  const held: HeldFindings[] = [];
  for (const [index, cause] of causes.entries()) {
    const share = Math.max(1, left / (causes.length - index));
    const read =
      left > 0 ? await readShare(ports, cause, share, seen) : { records: [], more: true, units: 0 };
    left -= read.units;
    held.push({ records: read.records, more: read.more });
  }
  return held;
}

async function readShare(
  ports: Pick<ReadPorts, 'links'>,
  cause: string,
  share: number,
  seen: { rows: number; units: number },
): Promise<HeldFindings & { readonly units: number }> {
  const records: LinkRecord[] = [];
  let units = 0;
  let cursor: string | undefined;
  do {
    const fitting = Math.floor((share - units) / (seen.units / seen.rows));
    const page = await ports.links.heldPage(cause, cursor, Math.min(mostRows, Math.max(fewest, fitting)));
    records.push(...page.records.flatMap(({ record }) => (record.state === 'held' ? [record] : [])));
    seen.rows += page.records.length;
    seen.units += page.units;
    units += page.units;
    cursor = page.next;
  } while (cursor !== undefined && units < share);
  return { records, more: cursor !== undefined, units };
}
