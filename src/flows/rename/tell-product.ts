/** The issues of a renamed product learn its new name: 100 in one call that Jira carries out in its own time. */
import { Identity } from '../../contract/identity';
import type { LinkRecord, MadeIssue } from '../../contract/link-record';
import { mark } from '../../core/data/hash';
import { isLeased } from '../../core/sync/lease';
import { issuesThere } from '../../core/sync/issues';
import { identityMark } from '../../core/sync/plan';
import type { JiraFailure } from '../../core/jira/failure';
import type { Ports } from '../ports';
import { commit } from '../records/commit';
import type { Row } from './move-findings';

/** Jira needs a moment for a bulk. */
const lookAgainSeconds = 15;
/** After so many bulks the issues that do not know it yet are told one by one. */
const bulks = 2;

/** Seconds until the same findings are to be looked at again; undefined: their issues know, as far as Jira lets them. */
export async function tellProduct(
  ports: Ports,
  rows: readonly Row[],
  tried: number,
): Promise<number | undefined> {
  const ids = rows.flatMap(({ record }) => issuesThere(record).map(({ id }) => id));
  if (ids.length === 0) return undefined;
  const read = await ports.jira.fetchIssues(ids, { fields: [] });
  if (!read.ok) return after(read.failure);
  const identities = new Map(
    [...read.value].flatMap(([id, { identity }]) => {
      const known = Identity.safeParse(identity).data;
      return known ? [[id, known] as const] : [];
    }),
  );
  const wanted = rows.flatMap(({ record }) =>
    issuesThere(record).flatMap(({ id }) => {
      const identity = identities.get(id);
      if (identity?.id !== record.findingId || identity.product === record.product) return [];
      return [{ id, identity: { ...identity, product: record.product } }];
    }),
  );
  if (wanted.length === 0) return noteTold(ports, rows, identities);
  if (tried >= bulks) return tellOneByOne(ports, wanted, rows, identities);
  const sent = await ports.jira.setIdentities(wanted);
  if (!sent.ok && sent.failure.kind === 'limited') return sent.failure.retryAfter;
  return lookAgainSeconds;
}

async function tellOneByOne(
  ports: Ports,
  wanted: readonly { readonly id: string; readonly identity: Identity }[],
  rows: readonly Row[],
  identities: ReadonlyMap<string, Identity>,
): Promise<number | undefined> {
  const told = new Map(identities);
  for (const { id, identity } of wanted) {
    const edited = await ports.jira.editIssue(id, { identity });
    if (edited.ok) told.set(id, identity);
    else if (edited.failure.kind !== 'refused') return after(edited.failure);
  }
  return noteTold(ports, rows, told);
}

function after(failure: JiraFailure): number {
  return failure.kind === 'limited' ? failure.retryAfter : 60;
}

/** What was last sent is remembered with the new name, so that the next snapshot need not send it again. */
async function noteTold(
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
