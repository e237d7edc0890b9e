/** Whose a Jira issue is: one small value an issue, under `issue:<id>`. It decides, whatever the issue says of itself. */
import { z } from 'zod';

export const IssuePointer = z.object({
  v: z.literal(1),
  /** Key of the link record that the issue belongs to. */
  record: z.string(),
  /** When it was written (ms): a claim that is young may be of a pass that is still at work. */
  at: z.number().int(),
});
export type IssuePointer = z.infer<typeof IssuePointer>;
