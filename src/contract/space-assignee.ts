/** Who gets the issues of a space whose finding names nobody. */
import { z } from 'zod';
import { Ref } from './ref';

export const assigneeSources = ['finding', 'componentLead', 'projectLead', 'list'] as const;
export const AssigneeSource = z.enum(assigneeSources);
export type AssigneeSource = z.infer<typeof AssigneeSource>;

/** `finding`: nobody else; `list`: people whom the findings are dealt out to, each finding always to the same. */
export const AssigneeChoice = z.object({ from: AssigneeSource, list: z.array(Ref).max(200).optional() });
export type AssigneeChoice = z.infer<typeof AssigneeChoice>;

export type SpaceAssignee = Ref | AssigneeChoice;

/** A person, or how one is found. Which of the two is told by `from`, so that an error names the very place. */
export const SpaceAssignee: z.ZodType<SpaceAssignee> = z
  .unknown()
  .transform((value, context): SpaceAssignee => {
    const schema: z.ZodType<SpaceAssignee> =
      typeof value === 'object' && value !== null && 'from' in value ? AssigneeChoice : Ref;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    context.issues.push(...(parsed.error.issues as z.core.$ZodRawIssue[]));
    return z.NEVER;
  });

/** The person that a space names; undefined where it says how one is found, or nothing. */
export function namedAssignee(assignee: SpaceAssignee | null | undefined): Ref | undefined {
  return assignee === null || assignee === undefined || 'from' in assignee ? undefined : assignee;
}

/** How a person is found; undefined where the space names one, or nothing. */
export function assigneeChoice(assignee: SpaceAssignee | null | undefined): AssigneeChoice | undefined {
  return assignee !== null && assignee !== undefined && 'from' in assignee ? assignee : undefined;
}
