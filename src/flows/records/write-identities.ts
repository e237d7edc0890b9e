/** The identities of issues are changed: 100 in one call that Jira carries out in its own time. */
import { Identity } from '../../contract/identity';
import type { LinkRecord, MadeIssue } from '../../contract/link-record';
import { mark } from '../../core/data/hash';
import type { JiraFailure } from '../../core/jira/failure';
import { issuesThere } from '../../core/sync/issues';
import { isLeased } from '../../core/sync/lease';
import { identityMark } from '../../core/sync/plan';
import type { Ports } from '../ports';
import { commit } from './commit';

/** Jira needs a moment for a bulk. */
const lookAgainSeconds = 15;
/** After so many bulks the issues that do not know it yet are told one by one. */
const bulks = 2;

interface Row {
  readonly key: string;
  readonly record: LinkRecord;
}

/** What an identity is to say, by what it says; undefined: it stays. */
export type Wish = (row: Row, identity: Identity) => Identity | undefined;

/** The same findings are to be looked at again, after so many bulks and in so many seconds. */
export interface Unfinished {
  readonly tried: number;
  readonly after: number;
}

/**
 * Undefined: the issues say what they are to say, as far as Jira lets them. At most 100 issues; safe to repeat: what an
 * issue says already is not written again. `tried`: how many bulks were sent for them.
 */
export async function writeIdentities(
  ports: Ports,
  rows: readonly Row[],
  wish: Wish,
  tried: number,
): Promise<Unfinished | undefined> {
  const ids = rows.flatMap(({ record }) => issuesThere(record).map(({ id }) => id));
  if (ids.length === 0) return undefined;
  const read = await ports.jira.fetchIssues(ids, { fields: [] });
  if (!read.ok) return { tried, after: secondsAfter(read.failure) };
  const identities = new Map(
    [...read.value].flatMap(([id, { identity }]) => {
      const known = Identity.safeParse(identity).data;
      return known ? [[id, known] as const] : [];
    }),
  );
  const wanted = rows.flatMap((row) =>
    issuesThere(row.record).flatMap(({ id }) => {
      const identity = identities.get(id);
      const wished = identity?.id === row.record.findingId ? wish(row, identity) : undefined;
      return wished ? [{ id, identity: wished }] : [];
    }),
  );
  if (wanted.length === 0) return noteWritten(ports, rows, identities);
  if (tried >= bulks) return writeOneByOne(ports, wanted, rows, identities, tried);
  const sent = await ports.jira.setIdentities(wanted);
  if (!sent.ok && sent.failure.kind === 'limited') return { tried, after: sent.failure.retryAfter };
  return { tried: tried + 1, after: lookAgainSeconds };
}

async function writeOneByOne(
  ports: Ports,
  wanted: readonly { readonly id: string; readonly identity: Identity }[],
  rows: readonly Row[],
  identities: ReadonlyMap<string, Identity>,
  tried: number,
): Promise<Unfinished | undefined> {
  const written = new Map(identities);
  for (const { id, identity } of wanted) {
    const edited = await ports.jira.editIssue(id, { identity });
    if (edited.ok) written.set(id, identity);
    else if (edited.failure.kind !== 'refused') return { tried, after: secondsAfter(edited.failure) };
  }
  return noteWritten(ports, rows, written);
}

function secondsAfter(failure: JiraFailure): number {
  return failure.kind === 'limited' ? failure.retryAfter : 60;
}

/** What the issues say is remembered as sent, so that the next snapshot need not send it again. */
async function noteWritten(
  ports: Ports,
  rows: readonly Row[],
  identities: ReadonlyMap<string, Identity>,
): Promise<undefined> {
  const changes = rows.flatMap(({ key, record }) => {
    if (isLeased(record, ports.now())) return [];
    const after = withMarks(record, identities);
    return after === record ? [] : [{ key, before: record, after }];
  });
  await commit(ports, changes);
  return undefined;
}

function withMarks(record: LinkRecord, identities: ReadonlyMap<string, Identity>): LinkRecord {
  const next = structuredClone(record);
  let changed = false;
  for (const issue of issuesThere(next)) changed = noteMark(issue, identities.get(issue.id)) || changed;
  return changed ? next : record;
}

function noteMark(issue: MadeIssue, identity: Identity | undefined): boolean {
  if (!identity) return false;
  const { claim: _, ...sent } = identity;
  const told = mark(sent);
  if (issue.sent[identityMark] === told) return false;
  issue.sent = { ...issue.sent, [identityMark]: told };
  return true;
}
