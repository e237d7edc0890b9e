/** Issues of rejected findings, once their grace is over. Nothing that people worked on is deleted. */
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import {
  type ExistingIssue,
  existingIssues,
  mayStillDelete,
  sparedFor,
  traceFields,
} from '../../core/deleting';
import { consequenceOf } from '../../core/failure';
import { without } from '../../core/todos';
import type { FetchedIssue, Ports } from '../ports';
import type { Due } from './due';
import { parkTodo } from './park-todo';

const hourMs = 60 * 60_000;

/** Deletes up to the cap of this hour; what is above it waits for the next hour. One read for all, one call each. */
export async function deleteRejected(
  ports: Ports,
  due: readonly Due[],
  settings: SettingsDocument,
): Promise<void> {
  const ids = due.flatMap(({ record }) => deletable(record).map(({ id }) => id));
  if (due.length === 0) return;
  const self = await ports.jira.self();
  const read =
    ids.length > 0 ? await ports.jira.fetchIssues(ids, { fields: traceFields, changelog: true }) : undefined;
  for (const { record } of due) {
    const failure = !self.ok ? self.failure : read && !read.ok ? read.failure : undefined;
    if (failure) await parkTodo(ports, record, 'delete', consequenceOf(failure, 'reading'));
    else
      await deleteOne(ports, record, read?.ok ? read.value : new Map(), self.ok ? self.value : '', settings);
  }
}

function deletable(record: LinkRecord): ExistingIssue[] {
  return existingIssues(record).filter(({ issue }) => !issue.adopted);
}

async function deleteOne(
  ports: Ports,
  record: LinkRecord,
  read: ReadonlyMap<string, FetchedIssue>,
  self: string,
  settings: SettingsDocument,
): Promise<void> {
  if (!mayStillDelete(record, settings)) {
    record.todo = { ...without(record.todo, 'delete'), close: ports.now() };
    return;
  }
  const hour = `deleted:${String(Math.floor(ports.now() / hourMs))}`;
  for (const { id, issue } of deletable(record)) {
    const fetched = read.get(id);
    if (fetched && sparedFor(issue, fetched, settings.deleting, self) !== undefined) {
      record.todo = { ...record.todo, close: ports.now() };
      continue;
    }
    if (fetched && (await ports.counters.read(hour)) >= settings.deleting.hourlyCap) {
      record.todo = { ...record.todo, delete: (Math.floor(ports.now() / hourMs) + 1) * hourMs };
      return;
    }
    const deleted = fetched ? await ports.jira.deleteIssue(id) : undefined;
    if (deleted && !deleted.ok && !(deleted.failure.kind === 'refused' && deleted.failure.status === 404))
      return parkTodo(ports, record, 'delete', consequenceOf(deleted.failure, 'deleting'));
    if (fetched) await ports.counters.add(hour, 1);
    issue.gone = true;
  }
  record.todo = without(record.todo, 'delete');
  if (Object.values(record.issues).every(({ gone }) => gone))
    Object.assign(record, { state: 'deleted', cause: undefined, reason: undefined });
}
