/** The copy of a person's comment on the other issue of its finding: whether there is anything to do about it. */
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import { roles } from '../../contract/settings';
import type { Copy, PersonEntry } from '../../contract/stored/threads';
import { issuesThere, issueThere } from '../sync/issues';
import { mayBeThere, newCopy } from './thread';

/** The issue that a comment is to be copied to. */
export function otherIssue(record: LinkRecord, { role }: Pick<PersonEntry, 'role'>): IssueThere | undefined {
  const other = roles.find((one) => one !== role);
  return other && issueThere(record, other);
}

/**
 * The copies that there is something to do for; one that is wanted and not begun is among them. What must be taken back
 * is, wherever it stands; on an issue that is no longer the finding's nothing is written any more, and words that were
 * changed since are taken back there.
 */
export function copiesToWrite(entry: PersonEntry, record: LinkRecord, isMirrored: boolean): Copy[] {
  const isWanted = isMirrored && entry.mark !== undefined;
  if (!isWanted) return entry.copies.filter(mayBeThere);
  const target = otherIssue(record, entry);
  const own = new Set(issuesThere(record).map(({ id }) => id));
  const begun = entry.copies.filter((copy) => {
    const isBehind = copy.gone === undefined && copy.mark !== entry.mark;
    return isBehind && (own.has(copy.issue) || mayBeThere(copy));
  });
  const isCopied = target === undefined || entry.copies.some(({ issue }) => issue === target.id);
  return isCopied ? begun : [...begun, newCopy(target)];
}

/** The entry with these copies in the place of those of the same issues. */
export function withCopies(entry: PersonEntry, copies: readonly Copy[]): PersonEntry {
  const others = entry.copies.filter(({ issue }) => !copies.some((copy) => copy.issue === issue));
  return { ...entry, copies: [...others, ...copies] };
}

/** What the app itself took back may be written again, once the comment may leave again. */
export function settledCopies(entry: PersonEntry): PersonEntry {
  return entry.mark === undefined ? { ...entry, copies: entry.copies.filter(mayBeThere) } : entry;
}
