/** Signs that people worked on an issue: their comments, work logs, attachments, or any change by their hand. */
export interface Traces {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Account ids of those who changed the issue. */
  readonly changedBy: readonly string[];
}

/** Whether anybody but this account left something on the issue. */
export function workedOnBy({ fields, changedBy }: Traces, self: string): boolean {
  const comments = listOf(fields.comment, 'comments').filter((comment) => authorOf(comment) !== self);
  const worklogs = listOf(fields.worklog, 'worklogs');
  const attachments = Array.isArray(fields.attachment) ? fields.attachment : [];
  return (
    comments.length + worklogs.length + attachments.length > 0 || changedBy.some((author) => author !== self)
  );
}

function listOf(value: unknown, name: string): unknown[] {
  const list: unknown =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return Array.isArray(list) ? (list as unknown[]) : [];
}

function authorOf(comment: unknown): unknown {
  const author: unknown =
    typeof comment === 'object' && comment !== null && 'author' in comment ? comment.author : undefined;
  return typeof author === 'object' && author !== null && 'accountId' in author
    ? author.accountId
    : undefined;
}
