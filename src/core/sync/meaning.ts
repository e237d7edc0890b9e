/** What a status in Jira means to the portal. */
import type { Closing, Role, SettingsDocument, Space } from '../../contract/settings';
import type { StatusCategory } from '../jira/workflow';
import { lifecycleOf } from './lifecycle';

/** Where an issue is, as far as that says something of its finding. */
export interface Place {
  readonly status?: string | undefined;
  readonly category?: StatusCategory | undefined;
  readonly resolution?: string | undefined;
}

/** An issue of a finding, where it was before and where it is now. `before` undefined: it says nothing new. */
export interface Standing {
  readonly role: Role;
  readonly space: Space;
  readonly before: Place | undefined;
  readonly now: Place;
}

/** `has`: what the portal sent or was told last; `lastOpen`: the last of these that was open. */
export interface Known {
  readonly has: string;
  readonly lastOpen: string;
}

type Meanings = Pick<SettingsDocument, 'statuses' | 'closing'>;

interface Word {
  readonly status: string;
  /** No list names the Jira status: its category speaks, and only when it crosses done. */
  readonly byCategory: boolean;
}

/**
 * The status of a finding that its issues came to mean by what was seen of them; undefined: nothing new. `issues` are
 * those that are there.
 */
export function meaningOf(
  issues: readonly Standing[],
  known: Known,
  settings: SettingsDocument,
): string | undefined {
  const security = issues.filter(({ role }) => role === 'security');
  const inOrder = [...security, ...issues.filter(({ role }) => role !== 'security')];
  switch (settings.statuses.speaks) {
    case 'security':
      return saidBy(inOrder.slice(0, 1), known, settings);
    case 'either':
      return saidBy(inOrder, known, settings);
    case 'both':
      return issues.length < 2 ? saidBy(inOrder, known, settings) : saidByAll(inOrder, known, settings);
  }
}

/** What the first says that has something new to say. */
function saidBy(issues: readonly Standing[], known: Known, settings: SettingsDocument): string | undefined {
  const [first] = issues.flatMap((issue) => {
    const word = hasMoved(issue) ? wordOf(issue, known, settings) : undefined;
    return word && (!word.byCategory || hasCrossed(issue)) ? [word.status] : [];
  });
  return first;
}

/** What all agree on. Where they do not, a finding is open again as soon as one of them says so. */
function saidByAll(
  issues: readonly Standing[],
  known: Known,
  settings: SettingsDocument,
): string | undefined {
  const words = issues.map((issue) => wordOf(issue, known, settings));
  const [first] = words;
  const agree = first !== undefined && words.every((word) => word?.status === first.status);
  if (agree) {
    const isNew = words.some((word) => word?.byCategory === false) ? hasMoved : hasCrossed;
    return issues.some(isNew) ? first.status : undefined;
  }
  const news = saidBy(issues, known, settings);
  const opens = news !== undefined && lifecycleOf(news, settings) === 'open';
  return opens && lifecycleOf(known.has, settings) !== 'open' ? news : undefined;
}

function hasMoved({ before, now }: Standing): boolean {
  return before !== undefined && (before.status !== now.status || before.resolution !== now.resolution);
}

function hasCrossed({ before, now }: Standing): boolean {
  return before !== undefined && (before.category === 'done') !== (now.category === 'done');
}

/** What an issue says by its place alone; undefined: nothing, as where "won't do" has no meaning of its own. */
function wordOf({ role, space, now }: Standing, known: Known, settings: Meanings): Word | undefined {
  const isDone = now.category === 'done';
  if (isDone) {
    const own = settings.statuses.resolutions.find(({ resolution }) => isSame(resolution.id, now.resolution));
    if (own) return { status: own.status, byCategory: false };
    if (settings.closing.wontDoResolutions.some(({ id }) => isSame(id, now.resolution))) return undefined;
  }
  const named = namedBy(space, now);
  if (named.length > 0) return { status: chosenFrom(named, isDone, known, settings), byCategory: false };
  if (isDone && awaitsRetest(role, settings.closing)) return undefined;
  return { status: isDone ? 'resolved' : known.lastOpen, byCategory: true };
}

function isSame(id: string | undefined, other: string | undefined): boolean {
  return id !== undefined && id === other;
}

/** The fix that a product issue reports is not believed before the retest. */
function awaitsRetest(role: Role, { enabled, waitForRetest }: Closing): boolean {
  return role === 'product' && enabled && waitForRetest;
}

/**
 * The finding statuses whose lists name the Jira status. Where no list does, the statuses that are set for resolved and
 * rejected stand for theirs; without the first any done status may mean resolved.
 */
function namedBy({ statuses, resolvedStatus, rejectedStatus }: Space, { status }: Place): string[] {
  const listed = Object.entries(statuses).flatMap(([name, mapping]) =>
    mapping && mapping.direction !== 'to_jira' && mapping.jira.some(({ id }) => isSame(id, status))
      ? [name]
      : [],
  );
  if (listed.length > 0 || !resolvedStatus) return listed;
  const set = [
    ['resolved', resolvedStatus],
    ['rejected', rejectedStatus],
  ] as const;
  return set.flatMap(([name, ref]) =>
    isSame(ref?.id, status) && !statuses[name]?.jira.length ? [name] : [],
  );
}

/** Of several the one that the finding has, else the first that fits the category. */
function chosenFrom(named: readonly string[], isDone: boolean, { has }: Known, settings: Meanings): string {
  if (named.includes(has)) return has;
  const lifecycle = (status: string) => lifecycleOf(status, settings);
  const fitting = named.find((status) => lifecycle(status) === (isDone ? 'resolved' : 'open'));
  const closing = named.find((status) => isDone && lifecycle(status) !== 'open');
  return fitting ?? closing ?? named[0] ?? has;
}
