import type { ForgeHost } from '../../forge/host';
import type { StoredRecord } from '../../forge/kvs/space';

/** One table of the sandbox page. */
export interface InspectTable {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** What lies in the host's queue and storage now. Of secrets only the names are shown. */
export function inspect(host: ForgeHost): readonly InspectTable[] {
  const storage = host.kvs.snapshot();
  const waiting = host.tasks.map(({ kind, dueAt, lane, data }) => ({
    kind,
    due: instant(dueAt),
    lane: lane?.key,
    data,
  }));
  return [
    { title: 'Queue, events and schedules that wait', rows: waiting },
    ...Object.entries(storage.entities).map(([name, records]) => ({
      title: `Entity ${name}`,
      rows: records.map(row),
    })),
    { title: 'Values', rows: storage.values.map(row) },
    {
      title: 'Secrets',
      rows: storage.secrets.map(({ key, updatedAt }) => ({
        key,
        changed: instant(updatedAt),
        value: 'not shown',
      })),
    },
    { title: 'Addresses outside that an administrator allowed', rows: egressRows(host) },
  ];
}

function row({ key, value, updatedAt, expireAt }: StoredRecord): Readonly<Record<string, unknown>> {
  return {
    key,
    changed: instant(updatedAt),
    ...(expireAt === undefined ? {} : { expires: instant(expireAt) }),
    value,
  };
}

function egressRows({ egress }: ForgeHost): InspectTable['rows'] {
  return Object.entries(egress.groups).flatMap(([group, addresses]) =>
    addresses.map((address) => ({ group, address })),
  );
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
