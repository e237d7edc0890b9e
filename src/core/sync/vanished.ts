/** Issues that Jira does not show any more: deleted, or only hidden from the app? */

export interface KnownIssue {
  readonly id: string;
  readonly project: string;
}

export interface Vanished {
  /** Issues that are missing where others of their project are shown: in a day they count as deleted. */
  readonly absent: ReadonlySet<string>;
  /** Issues that are missing with all others of their project: that says nothing about them. */
  readonly doubtful: ReadonlySet<string>;
  /** Projects of which the app sees none of the issues that it looked for: it may have lost a permission. */
  readonly hidden: ReadonlySet<string>;
  /** Projects of which it sees some. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Where other issues of the project are seen, a missing one is absent. Where none is, only a single one is, and only if
 * the app may still browse the project; that all are deleted at once is less likely than that all are hidden, unless
 * Jira said that the project is (`deleted`).
 */
export function judgeVanished(
  known: readonly KnownIssue[],
  found: ReadonlySet<string>,
  browsable: ReadonlySet<string>,
  deleted: ReadonlySet<string> = new Set(),
): Vanished {
  const seen = new Set(known.filter(({ id }) => found.has(id)).map(({ project }) => project));
  const missing = known.filter(({ id }) => !found.has(id));
  const isAlone = (issue: KnownIssue) =>
    missing.filter(({ project }) => project === issue.project).length === 1;
  const isAbsent = (issue: KnownIssue) =>
    seen.has(issue.project) || deleted.has(issue.project) || (isAlone(issue) && browsable.has(issue.project));
  const hidden = missing.filter((issue) => !isAbsent(issue));
  return {
    seen,
    absent: new Set(missing.filter(isAbsent).map(({ id }) => id)),
    doubtful: new Set(hidden.map(({ id }) => id)),
    hidden: new Set(hidden.map(({ project }) => project)),
  };
}

/** Projects for which it matters whether the app may still browse them. */
export function projectsInDoubt(known: readonly KnownIssue[], found: ReadonlySet<string>): string[] {
  const seen = new Set(known.filter(({ id }) => found.has(id)).map(({ project }) => project));
  return [...new Set(known.map(({ project }) => project))].filter((project) => !seen.has(project));
}
