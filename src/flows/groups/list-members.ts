/** The findings of a group, for whoever looks at one of them. */
import type { GroupRef } from '../../contract/group';
import type { GroupOutputs } from '../../contract/group-calls';
import { worstFirst } from '../../core/groups/fold';
import { groupKey } from '../../core/groups/group-ref';
import { isGroup } from '../../core/groups/regroup';
import type { ReadPorts } from '../ports';

const pageSize = 20;

interface Asked {
  readonly connection: string;
  readonly product: string;
  readonly group: GroupRef;
  readonly from: number;
}

/** One page of the members, the worst first; undefined where there is no such group. */
export async function listMembers(
  ports: ReadPorts,
  { connection, product, group, from }: Asked,
): Promise<GroupOutputs['groups.members'] | undefined> {
  const key = groupKey(connection, product, group);
  const record = (await ports.links.getMany([key])).get(key);
  if (!record || !isGroup(record)) return undefined;
  const { document } = await ports.settings.read();
  const sorted = worstFirst(record.group.members, document, ports.now());
  const to = from + pageSize;
  return {
    members: sorted
      .slice(from, to)
      .map(({ id, title, severity, status }) => ({ id, title, severity, status })),
    total: sorted.length,
    ...(to < sorted.length ? { next: to } : {}),
  };
}
