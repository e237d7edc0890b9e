/** A group as its issue tells of it, after the app's storage was lost. */
import type { Group, GroupMember, GroupRef } from '../../contract/group';
import type { Identity } from '../../contract/identity';
import type { LinkRecord } from '../../contract/link-record';
import { bareRecord } from '../sync/bare-record';
import { groupKey, groupName } from './group-ref';

/** The group that an identity names; undefined: it names a finding. */
export function groupOfIdentity(identity: Identity): GroupRef | undefined {
  const { id, members, by, part } = identity;
  if (members === undefined) return undefined;
  const end = groupName({ id: '', part });
  return {
    id: id.endsWith(end) ? id.slice(0, id.length - end.length) : id,
    ...(by && { by }),
    ...(part !== undefined && { part }),
  };
}

/** Its findings, of which nothing else is known: they count as the group does until the portal sends them again. */
export function rebuiltGroup(ref: GroupRef, identity: Identity, known: Group | undefined): Group {
  const { severity, status, kind, members = '' } = identity;
  const ids = members.split('\n').filter((id) => id !== '');
  const had = new Set(known?.members.map(({ id }) => id));
  const fresh = ids
    .filter((id) => !had.has(id))
    .map((id): GroupMember => ({ id, title: id, severity, status, kind, creates: [] }));
  return { ...ref, ...known, members: [...(known?.members ?? []), ...fresh] };
}

/** The records of the findings of a rebuilt group. What the portal sends next is newer. */
export function rebuiltMembers({ connection, product, group }: LinkRecord): LinkRecord[] {
  if (!group) return [];
  const { id, by, part, members } = group;
  const memberOf = { id, ...(by && { by }), ...(part !== undefined && { part }) };
  return members.map(({ id: gone, severity, status, kind }) => {
    const bare = bareRecord(connection, { gone, product, why: 'absent', seenAt: 0 });
    const facts = { ...bare.facts, severity, status, kind };
    return { ...bare, state: 'synced', facts, memberOf };
  });
}

/** Storage key of the record that an identity speaks of, where it is a group's. */
export function groupKeyOf(connection: string, identity: Identity): string | undefined {
  const ref = groupOfIdentity(identity);
  return ref && groupKey(connection, identity.product, ref);
}
