import type {
  FieldRecord,
  GroupRecord,
  IssueRecord,
  IssueTypeRecord,
  LinkRecord,
  LinkTypeRecord,
  PriorityRecord,
  ProjectRecord,
  ResolutionRecord,
  StatusRecord,
  TaskRecord,
  UserRecord,
  WorkflowRecord,
} from './model';

/** Everything the site remembers: records by id, and the indexes derived from them. */
export interface SiteState {
  readonly nextIds: Map<string, number>;
  readonly users: Map<string, UserRecord>;
  readonly groups: Map<string, GroupRecord>;
  readonly statuses: Map<string, StatusRecord>;
  readonly issueTypes: Map<string, IssueTypeRecord>;
  readonly priorities: Map<string, PriorityRecord>;
  readonly resolutions: Map<string, ResolutionRecord>;
  readonly linkTypes: Map<string, LinkTypeRecord>;
  readonly workflows: Map<string, WorkflowRecord>;
  readonly fields: Map<string, FieldRecord>;
  readonly projects: Map<string, ProjectRecord>;
  readonly issues: Map<string, IssueRecord>;
  readonly links: Map<string, LinkRecord>;
  readonly tasks: Map<string, TaskRecord>;
  /** Upper-case issue key, present or historical, to issue id. */
  readonly keys: Map<string, string>;
  /** Derived: parent id to the ids of its children. */
  readonly children: Map<string, Set<string>>;
  /** Derived: issue id to the ids of its links. */
  readonly linksOf: Map<string, Set<string>>;
}

/** A site without anything in it. */
export function emptyState(): SiteState {
  return {
    nextIds: new Map(),
    users: new Map(),
    groups: new Map(),
    statuses: new Map(),
    issueTypes: new Map(),
    priorities: new Map(),
    resolutions: new Map(),
    linkTypes: new Map(),
    workflows: new Map(),
    fields: new Map(),
    projects: new Map(),
    issues: new Map(),
    links: new Map(),
    tasks: new Map(),
    keys: new Map(),
    children: new Map(),
    linksOf: new Map(),
  };
}

/** The next numeric id of a kind of thing, as Jira writes it: a string from 10000 on. */
export function nextId(state: SiteState, kind: string, first = 10000): string {
  const id = state.nextIds.get(kind) ?? first;
  state.nextIds.set(kind, id + 1);
  return String(id);
}

/** Adds a value to the set under a key, making the set when it is the first. */
export function addToSet(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

/** Removes a value from the set under a key, and the set when it is the last. */
export function removeFromSet(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (!set?.delete(value)) return;
  if (set.size === 0) sets.delete(key);
}
