/** The rows of a status mapping, and what is wrong with them. */
import { type Lifecycle, builtInStatuses, lifecycles } from '#contract/finding';
import type { Space, Statuses } from '#contract/settings';

export interface StatusRow {
  /** Its name in the calls of portals. */
  readonly status: string;
  readonly lifecycle: Lifecycle;
  /** Only for statuses that an admin added. */
  readonly label?: string;
}

/** All finding statuses, grouped by lifecycle; the admin's own stand last in their group. */
export function statusRows(own: Statuses['own']): { lifecycle: Lifecycle; rows: StatusRow[] }[] {
  const builtIn = Object.entries(builtInStatuses).map(([status, lifecycle]) => ({ status, lifecycle }));
  const added = Object.entries(own).flatMap(([status, value]) =>
    value === undefined ? [] : [{ status, lifecycle: value.lifecycle, label: value.label }],
  );
  const all: StatusRow[] = [...builtIn, ...added];
  return lifecycles.map((lifecycle) => ({
    lifecycle,
    rows: all.filter((row) => row.lifecycle === lifecycle),
  }));
}

/**
 * Statuses that map back ambiguously: for each finding status the Jira status that also stands for others, when
 * moving an issue there in Jira would have to tell the portal which of them is meant.
 */
export function ambiguities(mapping: Space['statuses']): ReadonlyMap<string, Ambiguity> {
  const back = Object.entries(mapping).flatMap(([status, value]) =>
    value === undefined || value.direction === 'to_jira' ? [] : [{ status, jira: value.jira }],
  );
  return new Map(
    back.flatMap(({ status, jira }): [string, Ambiguity][] => {
      for (const ref of jira) {
        const others = back.filter(
          (row) => row.status !== status && row.jira.some(({ id }) => id === ref.id),
        );
        if (others.length > 0) {
          return [[status, { jira: ref.name ?? ref.id ?? '', others: others.map((row) => row.status) }]];
        }
      }
      return [];
    }),
  );
}

export interface Ambiguity {
  /** Name of the Jira status. */
  readonly jira: string;
  /** The other finding statuses it stands for. */
  readonly others: readonly string[];
}
