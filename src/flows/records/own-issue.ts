/** Whose an issue is. The pointer of the issue decides, never what the issue or a query says. */
import type { LinkRecord } from '../../contract/link-record';
import { isLeased } from '../../core/sync/lease';
import { namesIssue } from '../../core/sync/pointers';
import type { Ports, ReadPorts } from '../ports';

/** Longer than any pass lives: a claim that its record does not name by then was left behind. */
const claimMs = 15 * 60_000;

/** The records that these issues belong to, by issue id. */
export async function recordsOfIssues(
  ports: Pick<ReadPorts, 'links' | 'pointers'>,
  issueIds: readonly string[],
): Promise<Map<string, { readonly key: string; readonly record: LinkRecord }>> {
  const pointers = await ports.pointers.of([...new Set(issueIds)]);
  const records = await ports.links.getMany([...pointers.values()].map(({ record }) => record));
  return new Map(
    [...pointers].flatMap(([id, { record: key }]) => {
      const record = records.get(key);
      return record && namesIssue(record, id) ? [[id, { key, record }] as const] : [];
    }),
  );
}

/** `by`: the record that names the issue as its own; undefined: another one is just taking it. */
export type Owned = { readonly isOwn: true } | { readonly isOwn: false; readonly by: LinkRecord | undefined };

/**
 * Takes an existing issue for a record, before the record names it. What a pass that died took for this record is its
 * own; what one took for another record that never came to name it is free again after a while.
 * @param yields whether a record that names the issue gives it up
 */
export async function ownIssue(
  ports: Pick<Ports, 'links' | 'pointers' | 'now'>,
  issueId: string,
  key: string,
  yields: (owner: LinkRecord) => boolean = () => false,
): Promise<Owned> {
  const taken = await ports.pointers.take([{ id: issueId, record: key }]);
  const known = taken.has(issueId) ? undefined : (await ports.pointers.of([issueId])).get(issueId);
  if (!known) return taken.has(issueId) ? { isOwn: true } : { isOwn: false, by: undefined };
  const owner = (await ports.links.getMany([known.record])).get(known.record);
  if (owner && namesIssue(owner, issueId)) {
    if (!yields(owner)) return { isOwn: false, by: owner };
  } else if (known.at + claimMs > ports.now() || (owner && isLeased(owner, ports.now())))
    return { isOwn: false, by: undefined };
  const isOwn = await ports.pointers.takeOver(issueId, known, key);
  return isOwn ? { isOwn } : { isOwn, by: undefined };
}
