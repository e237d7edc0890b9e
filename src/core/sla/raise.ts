/** Priorities as steps raise them; Jira lists those of a project from the highest down. */

/** The id of the priority that an issue gets; undefined: it stays as it is, for no step lowers it. */
export function raised(
  current: string | undefined,
  listed: readonly string[],
  to: string | undefined,
): string | undefined {
  // Without a priority there is none to raise by one.
  if (to === undefined && current === undefined) return undefined;
  const at = current === undefined ? listed.length : listed.indexOf(current);
  const wanted = to === undefined ? at - 1 : listed.indexOf(to);
  // What is not listed stands before the first: nothing is there, and nothing is above it.
  return wanted < at ? listed[wanted] : undefined;
}
