import type { LinkRecord } from '../../contract/link-record';
import type { ReadPorts } from '../ports';

/** Whether the portal of a finding hears that people ask for a retest: where it does not, nobody would answer. */
export async function hearsRetests(
  ports: Pick<ReadPorts, 'outbox'>,
  { connection }: LinkRecord,
): Promise<boolean> {
  const hears = await ports.outbox.hears(connection);
  return hears !== undefined && (hears.events?.includes('finding.retest_requested') ?? true);
}
