/** What a scanner's report proves. */
import { z } from 'zod';

/** Why a report that is called complete proves nothing by what it lacks, by its own word. */
export const incompleteReasons = [
  'notSuccessful',
  'errorNotification',
  'exitCode',
  'noResults',
  'brokenResults',
  'failed',
  'notAllChecked',
  'noTool',
  'noScope',
] as const;
export const IncompleteReason = z.enum(incompleteReasons);
export type IncompleteReason = z.infer<typeof IncompleteReason>;
