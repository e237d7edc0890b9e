import type { LinkRecord } from '../../contract/link-record';
import { asMember } from '../../core/groups/as-member';
import { keyOfGroup } from '../../core/groups/group-ref';
import type { ReadPorts } from '../ports';

/** The records with what members have of their groups. Where none is a member, nothing is read. */
export async function withGroups(
  ports: Pick<ReadPorts, 'links'>,
  records: ReadonlyMap<string, LinkRecord>,
): Promise<Map<string, LinkRecord>> {
  const keys = new Set([...records.values()].flatMap((record) => keyOfGroup(record) ?? []));
  if (keys.size === 0) return new Map(records);
  const groups = await ports.links.getMany([...keys]);
  return new Map(
    [...records].map(([key, record]) => {
      const of = keyOfGroup(record);
      return [key, of === undefined ? record : asMember(record, groups.get(of))];
    }),
  );
}
