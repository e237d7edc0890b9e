import { addToSet, emptyState } from './site-state';
import type { SiteState } from './site-state';

const TABLES = [
  'users',
  'groups',
  'statuses',
  'issueTypes',
  'priorities',
  'resolutions',
  'linkTypes',
  'workflows',
  'fields',
  'projects',
  'issues',
  'links',
  'tasks',
] as const;

/** A site as one JSON document: `JSON.stringify` it into a file and restore from it later. */
export interface SiteSnapshot {
  readonly format: 'jira-site';
  readonly version: 1;
  readonly nextIds: Readonly<Record<string, number>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** The whole state as a JSON document that shares the state's own records: copy it before anything changes. */
export function takeSnapshot(state: SiteState): SiteSnapshot {
  const tables: Record<string, unknown[]> = {};
  for (const table of TABLES) tables[table] = [...state[table].values()];
  return {
    format: 'jira-site',
    version: 1,
    nextIds: Object.fromEntries(state.nextIds),
    keys: Object.fromEntries(state.keys),
    tables,
  };
}

/** Rebuilds a state, its derived indexes included, from a snapshot that `takeSnapshot` wrote. */
export function restoreSnapshot(snapshot: SiteSnapshot): SiteState {
  const state = emptyState();
  for (const [kind, id] of Object.entries(snapshot.nextIds)) state.nextIds.set(kind, id);
  for (const [key, id] of Object.entries(snapshot.keys)) state.keys.set(key, id);
  for (const table of TABLES) {
    const records = structuredClone(snapshot.tables[table] ?? []) as Record<string, unknown>[];
    const target = state[table] as Map<string, unknown>;
    for (const record of records) target.set(String(record[table === 'users' ? 'accountId' : 'id']), record);
  }
  deriveIndexes(state);
  return state;
}

function deriveIndexes(state: SiteState): void {
  for (const issue of state.issues.values()) {
    const parent = issue.values['parent'];
    if (typeof parent === 'string') addToSet(state.children, parent, issue.id);
  }
  for (const link of state.links.values()) {
    addToSet(state.linksOf, link.sourceId, link.id);
    addToSet(state.linksOf, link.destinationId, link.id);
  }
}
