/** The screen that a cause is about; undefined: it is about something else. Such causes name `<project>/<issue type>`. */
export function screenOfCause(cause: string): { projectId: string; issueTypeId: string } | undefined {
  const [, projectId, issueTypeId] = /^[a-z-]+\|(\d+)\/(\d+)(?:\||$)/.exec(cause) ?? [];
  return projectId !== undefined && issueTypeId !== undefined ? { projectId, issueTypeId } : undefined;
}
