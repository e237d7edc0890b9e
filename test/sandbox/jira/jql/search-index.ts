import type { Clock } from '../../types';
import type { SiteOptions } from '../options';
import type { IssueRecord } from '../state/model';
import { addToSet, removeFromSet } from '../state/site-state';
import { indexedCopy, valuesAt } from './indexed-issue';
import type { IndexedIssue } from './indexed-issue';

interface Pending {
  readonly visibleAt: number;
  readonly issueId: string;
  readonly copy: IndexedIssue | null;
}

/** What search sees: copies of the issues, some time behind, with sets to start a query from. */
export interface SearchIndex {
  /** Notes that an issue was written; search sees it after the lag. */
  note(issue: IssueRecord): void;
  /** Notes that an issue is gone. */
  remove(issueId: string): void;
  /** Makes search overlook an issue until a time, as a real index does now and then. */
  hide(issueId: string, until: number): void;
  /** Builds everything anew, without lag; after a restore or when the declared properties change. */
  rebuild(issues: Iterable<IssueRecord>): void;
  /** The copies that search sees now. */
  visible(): ReadonlyMap<string, IndexedIssue>;
  inProject(projectId: string): ReadonlySet<string>;
  /** The issues whose declared property path holds this value. */
  withProperty(key: string, path: string, value: string): ReadonlySet<string>;
  /** The copy of one issue if search sees it now. */
  find(issueId: string): IndexedIssue | undefined;
}

const NOBODY: ReadonlySet<string> = new Set();

/** An index over nothing yet. */
export function createSearchIndex(options: SiteOptions, clock: Clock): SearchIndex {
  const copies = new Map<string, IndexedIssue>();
  const projects = new Map<string, Set<string>>();
  const properties = new Map<string, Set<string>>();
  const hidden = new Map<string, number>();
  let pending: Pending[] = [];

  function propertyKeys(copy: IndexedIssue): string[] {
    return options.propertyIndex.flatMap(({ propertyKey, values }) =>
      values.flatMap(({ path }) =>
        valuesAt(copy.properties[propertyKey], path).map((value) => entry(propertyKey, path, String(value))),
      ),
    );
  }

  function put(issueId: string, copy: IndexedIssue | null): void {
    const old = copies.get(issueId);
    if (old) {
      removeFromSet(projects, old.projectId, issueId);
      for (const key of propertyKeys(old)) removeFromSet(properties, key, issueId);
      copies.delete(issueId);
    }
    if (!copy) return;
    copies.set(issueId, copy);
    addToSet(projects, copy.projectId, issueId);
    for (const key of propertyKeys(copy)) addToSet(properties, key, issueId);
  }

  function sync(): void {
    const now = clock.now();
    const due = pending.findIndex((item) => item.visibleAt > now);
    const ready = due === -1 ? pending : pending.slice(0, due);
    if (ready.length === 0) return;
    pending = due === -1 ? [] : pending.slice(due);
    for (const item of ready) put(item.issueId, item.copy);
  }

  function schedule(issueId: string, copy: IndexedIssue | null): void {
    if (options.indexLagMs === 0 && pending.length === 0) put(issueId, copy);
    else pending.push({ visibleAt: clock.now() + options.indexLagMs, issueId, copy });
  }

  return {
    note(issue) {
      schedule(issue.id, indexedCopy(issue));
    },
    remove(issueId) {
      schedule(issueId, null);
    },
    hide(issueId, until) {
      hidden.set(issueId, until);
    },
    rebuild(issues) {
      for (const map of [copies, projects, properties]) map.clear();
      pending = [];
      for (const issue of issues) put(issue.id, indexedCopy(issue));
    },
    visible() {
      sync();
      return copies;
    },
    inProject(projectId) {
      sync();
      return projects.get(projectId) ?? NOBODY;
    },
    withProperty(key, path, value) {
      sync();
      return properties.get(entry(key, path, value)) ?? NOBODY;
    },
    find(issueId) {
      sync();
      return (hidden.get(issueId) ?? 0) > clock.now() ? undefined : copies.get(issueId);
    },
  };
}

function entry(key: string, path: string, value: string): string {
  return `${key}\u0000${path}\u0000${value}`;
}
