/** What the app says in its own comments of where they come from: found by it, one is never written twice. */
import { sha256 } from '../data/hash';

/** The property of a comment that says it. */
export const originKey = 'security-finding-comment';
/** Service projects show a comment to their customers unless this property says that it is internal. */
export const internalKey = 'sd.public.comment';

/** A comment of the portal, or one of a person in Jira. */
export type Source = { readonly kind: 'portal' | 'jira'; readonly id: string };

/** Names a comment of a finding; it tells nothing of it. */
export function originOf(findingId: string, { kind, id }: Source): string {
  return sha256(JSON.stringify([findingId, kind, id])).slice(0, 32);
}

/** The place of a portal's comment in its thread: ids come from outside. */
export function entryKey(findingId: string, commentId: string): string {
  return sha256(JSON.stringify([findingId, commentId])).slice(0, 20);
}
