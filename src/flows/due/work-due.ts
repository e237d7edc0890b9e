/** Todos whose time has come. Each record is leased, worked on, and saved; a lost race is left to the next round. */
import type { LinkRecord, Todo } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import type { Consequence } from '../../core/failure';
import { slices } from '../../core/lists';
import { dueTodos, without } from '../../core/todos';
import { settleClaims } from '../apply/settle-claims';
import { followProduct } from '../close/follow-product';
import { readBoth } from '../move/move-linked';
import type { Ports } from '../ports';
import { closeGone } from './close-gone';
import { deleteRejected } from './delete-rejected';
import type { Due } from './due';
import { parkTodo } from './park-todo';
import { reopenExpired } from './reopen-expired';

const batch = 100;
const leaseMs = 5 * 60_000;

/** One pass over what is due; answers how many records it worked on. */
export async function workDue(ports: Ports): Promise<number> {
  const now = ports.now();
  const found = await ports.links.due(now, batch);
  const free = found.filter(
    ({ record }) => (record.leaseUntil ?? 0) <= now && dueTodos(record.todo, now).length > 0,
  );
  const leased = await lease(ports, free, now + leaseMs);
  if (leased.length === 0) return 0;
  const { document: settings } = await ports.settings.read();
  const certain = await withoutDoubt(ports, leased, now);
  await deleteRejected(
    ports,
    certain.filter(({ record }) => isNext(record, 'delete', now)),
    settings,
  );
  for (const { record } of certain)
    if (!isNext(record, 'delete', now)) await work(ports, record, settings, now);
  await save(ports, leased);
  return leased.length;
}

function isNext(record: LinkRecord, todo: Todo, now: number): boolean {
  return dueTodos(record.todo, now)[0] === todo;
}

async function lease(ports: Ports, due: readonly Due[], leaseUntil: number): Promise<Due[]> {
  const changes = due.map(({ key, record }) => ({
    key,
    expected: record.version,
    record: { ...record, version: record.version + 1, leaseUntil },
  }));
  const saved = await ports.links.saveMany(changes);
  return changes
    .filter(({ key }) => saved.has(key))
    .map(({ key, record }) => ({ key, record: structuredClone(record) }));
}

async function work(
  ports: Ports,
  record: LinkRecord,
  settings: SettingsDocument,
  now: number,
): Promise<void> {
  for (const todo of dueTodos(record.todo, now)) {
    const problem = await actions[todo](ports, record, settings);
    if (problem) return parkTodo(ports, record, todo, problem);
    record.todo = without(record.todo, todo);
    if (todo === 'close' || record.parked === todo) settle(record);
  }
}

function settle(record: LinkRecord): void {
  const issues = Object.values(record.issues);
  const state = issues.length === 0 ? 'skipped' : issues.every(({ gone }) => gone) ? 'deleted' : 'synced';
  Object.assign(record, { state, cause: undefined, reason: undefined, parked: undefined, held: undefined });
}

/** An issue that may or may not exist is looked for first: it might be the very one to close. */
async function withoutDoubt(ports: Ports, leased: readonly Due[], now: number): Promise<Due[]> {
  const certain: Due[] = [];
  for (const due of leased) {
    const problems: Consequence[] = [];
    await settleClaims(ports, [{ record: due.record, outcomes: new Set(), problems }]);
    const [todo] = dueTodos(due.record.todo, now);
    if (problems[0] && todo) await parkTodo(ports, due.record, todo, problems[0]);
    else certain.push(due);
  }
  return certain;
}

type Action = (
  ports: Ports,
  record: LinkRecord,
  settings: SettingsDocument,
) => Promise<Consequence | undefined>;

const actions: Readonly<Record<Todo, Action>> = {
  follow: async (ports, record, settings) => {
    const unread = await readBoth(ports, record);
    const followed = unread ? undefined : await followProduct(ports, record, settings);
    return unread ?? (followed?.kind === 'failed' ? followed.problem : undefined);
  },
  close: closeGone,
  reopen: reopenExpired,
  delete: () => Promise.resolve(undefined),
};

async function save(ports: Ports, leased: readonly Due[]): Promise<void> {
  const changes = leased.map(({ key, record: { leaseUntil: _free, ...record } }) => ({
    key,
    expected: record.version,
    record: { ...record, version: record.version + 1 },
  }));
  for (const some of slices(changes, batch)) await ports.links.saveMany(some);
}
