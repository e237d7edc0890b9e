/** Pointers from issues to their records: an entity, so that they are written only where they are free, or as they were. */
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { IssuePointer } from '../../contract/issue-pointer';
import { slices } from '../../core/data/lists';
import type { OwnedIssue, Pointers } from '../../flows/ports-pointers';
import { refusalOf } from './transactions';

const entityName = 'issue';
const operations = 25;
const rounds = 4;
const keyOf = (issueId: string) => `issue:${issueId}`;

/** The pointers of this installation. */
export function createPointers(now: () => number): Pointers {
  return {
    of,
    async take(issues) {
      const at = now();
      const done = await inGroups(issues, (rest) => taking(rest, at), isFreeFor);
      return new Set(done.map(({ id }) => id));
    },
    async takeOver(id, from, record) {
      const conditions = new Filter<IssuePointer>()
        .and('record', FilterConditions.equalTo(from.record))
        .and('at', FilterConditions.equalTo(from.at));
      const value: IssuePointer = { v: 1, record, at: now() };
      return !(await refusalOf(kvs.transact().set(keyOf(id), value, { entityName, conditions })));
    },
    async release(issues) {
      await inGroups(issues, releasing, isOwnOf);
    },
  };
}

async function of(issueIds: readonly string[]): Promise<Map<string, IssuePointer>> {
  const found = new Map<string, IssuePointer>();
  const ids = new Map(issueIds.map((id) => [keyOf(id), id]));
  for (const some of slices([...ids.keys()], operations)) {
    const answer = await kvs.batchGet<unknown>(some.map((key) => ({ key, entityName })));
    for (const { key, value } of answer.successfulKeys) {
      const id = ids.get(key);
      if (id !== undefined) found.set(id, IssuePointer.parse(value));
    }
    const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new Error(`Reading issue pointers failed: ${failed.error.code}`);
  }
  return found;
}

function isFreeFor({ record }: OwnedIssue, pointer: IssuePointer | undefined): boolean {
  return pointer === undefined || pointer.record === record;
}

function isOwnOf({ record }: OwnedIssue, pointer: IssuePointer | undefined): boolean {
  return pointer?.record === record;
}

/**
 * One pointer that may not be changed fails its whole transaction: it is left out, and the rest is tried again. Answers
 * the issues whose pointers were changed.
 * @throws what storage said when it refuses although all may be changed
 */
async function inGroups(
  issues: readonly OwnedIssue[],
  changeOf: (issues: readonly OwnedIssue[]) => { execute(): Promise<void> },
  may: (issue: OwnedIssue, pointer: IssuePointer | undefined) => boolean,
): Promise<OwnedIssue[]> {
  const done: OwnedIssue[] = [];
  for (const some of slices(issues, operations)) {
    let rest: readonly OwnedIssue[] = some;
    for (let round = 1; rest.length > 0; round += 1) {
      const refusal = await refusalOf(changeOf(rest));
      if (!refusal) break;
      const stored = await of(rest.map(({ id }) => id));
      const left = rest.filter((issue) => may(issue, stored.get(issue.id)));
      if (left.length === rest.length && round >= rounds) throw refusal;
      rest = left;
    }
    done.push(...rest);
  }
  return done;
}

function taking(issues: readonly OwnedIssue[], at: number) {
  const transaction = kvs.transact();
  for (const { id, record } of issues) {
    const conditions = new Filter<IssuePointer>()
      .or('record', FilterConditions.notExists())
      .or('record', FilterConditions.equalTo(record));
    const value: IssuePointer = { v: 1, record, at };
    transaction.set(keyOf(id), value, { entityName, conditions });
  }
  return transaction;
}

/** Makes an issue another record's, within a transaction that moves the record that it belongs to. */
export function movePointer(
  transaction: ReturnType<typeof kvs.transact>,
  issueId: string,
  from: string,
  to: string,
  at: number,
): void {
  const conditions = new Filter<IssuePointer>()
    .or('record', FilterConditions.notExists())
    .or('record', FilterConditions.equalTo(from));
  const value: IssuePointer = { v: 1, record: to, at };
  transaction.set(keyOf(issueId), value, { entityName, conditions });
}

function releasing(issues: readonly OwnedIssue[]) {
  const transaction = kvs.transact();
  for (const { id, record } of issues) {
    const conditions = new Filter<IssuePointer>().and('record', FilterConditions.equalTo(record));
    transaction.delete(keyOf(id), { entityName, conditions });
  }
  return transaction;
}
