/** What a snapshot leaves to be done later, without another snapshot. */
import type { Finding, Lifecycle } from '../../contract/finding';
import type { LinkRecord, Todo } from '../../contract/link-record';
import type { Deleting, SettingsDocument } from '../../contract/settings';

const dayMs = 86_400_000;

export type Todos = Partial<Record<Todo, number>>;

/** Beyond all time: what waits for an issue of its finding to come. */
export const whenIssueComes = Date.UTC(9999, 11, 31);

/** Those that no snapshot changes. */
const staying = ['follow', 'comment', 'talk', 'listen', 'part', 'fold'] as const;

/** The todos of a finding after this snapshot; outstanding ones that it does not change stay, the others are decided anew. */
export function todosOf(
  finding: Finding,
  lifecycle: Lifecycle,
  before: LinkRecord | undefined,
  settings: SettingsDocument,
  now: number,
): Todos {
  const outstanding = (todo: Todo) => before?.todo?.[todo] ?? (before?.parked === todo ? now : undefined);
  const left = staying.flatMap((todo) => {
    const at = outstanding(todo);
    return at === undefined ? [] : [[todo, at] as const];
  });
  const ends = lifecycle === 'accepted' ? endOfDay(finding.acceptedUntil) : undefined;
  const deletes =
    lifecycle === 'rejected' && settings.deleting.enabled
      ? deleteAt(before, settings.deleting, now)
      : undefined;
  return {
    ...Object.fromEntries(left),
    ...(ends === undefined ? {} : { reopen: ends }),
    ...(deletes === undefined ? {} : { delete: deletes }),
  };
}

/** The end of the day in UTC. */
export function endOfDay(day: string | undefined): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`) + dayMs;
}

/**
 * When a finding that is sent as rejected loses its issues: the grace runs from the first time on, repeats do not
 * prolong it.
 */
export function deleteAt(before: LinkRecord | undefined, { graceDays }: Deleting, now: number): number {
  const running = before?.forgotten ? undefined : before?.todo?.delete;
  return running ?? now + graceDays * dayMs;
}

/** Those that are due, oldest first. */
export function dueTodos(todo: Todos | undefined, now: number): Todo[] {
  return Object.entries(todo ?? {})
    .filter(([, at]) => at <= now)
    .sort(([, a], [, b]) => a - b)
    .map(([name]) => name as Todo);
}

/** The todos without one of them. */
export function without(todo: Todos | undefined, done: Todo): Todos {
  return Object.fromEntries(Object.entries(todo ?? {}).filter(([name]) => name !== done));
}
