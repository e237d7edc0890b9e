/** Error answers of the portal API: RFC 9457 problem details. They name the field and the fix, never a secret. */
import { z } from 'zod';

export const FieldError = z.object({
  path: z.string().describe('The field, for example findings.3.severity; empty for the whole.'),
  message: z.string().describe('What is wrong with it.'),
});
export type FieldError = z.infer<typeof FieldError>;

export const Problem = z.object({
  type: z.string().describe('What kind of problem it is.'),
  title: z.string().describe('The problem in a few words.'),
  status: z.number().int().describe('The HTTP status.'),
  detail: z.string().describe('What happened and what to do about it.'),
  errors: z.array(FieldError).optional().describe('The fields that do not fit.'),
});
export type Problem = z.infer<typeof Problem>;

/** So many errors are listed at most; of the rest is told how many there are. */
export const mostErrors = 50;
/** A key of the sender's may be as long as the body. */
const longestPath = 255;

/** Turns zod's issues into `path: message` pairs a caller can act on, for example `findings.3.severity`; at most 50. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const { issues } = error;
  const listed = issues.slice(0, mostErrors).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, longestPath),
    message: messageOf(issue),
  }));
  return withRest(listed, issues.length, mostErrors);
}

/** The first errors; where there are more than `most`, the last place tells how many are not listed. */
export function withRest(errors: readonly FieldError[], total: number, most: number): FieldError[] {
  if (total <= most) return [...errors];
  const listed = errors.slice(0, Math.max(1, most - 1));
  const more = total - listed.length;
  return [...listed, { path: '', message: `and ${String(more)} more ${more === 1 ? 'error' : 'errors'}` }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.expected === 'int') return 'must be a whole number';
  return /received (undefined|null)$/.test(issue.message)
    ? 'is required'
    : `must be of type ${issue.expected}`;
}
