/** What a scanner's report proves. */
import { z } from 'zod';

/** Why a report that is called complete resolves nothing; the text is what the portal is told. */
export const incompleteReasons = {
  notSuccessful: 'the tool does not say that its run succeeded (executionSuccessful is not true)',
  errorNotification: 'the tool reported an error during its run (a notification of level error)',
  exitCode: 'the tool ended with an exit code or signal that means failure',
  noResults: 'a run has no list of results, which means that the tool could not look',
  brokenResults: 'some of its results could not be read',
} as const;
export const IncompleteReason = z.enum(Object.keys(incompleteReasons) as [keyof typeof incompleteReasons]);
export type IncompleteReason = keyof typeof incompleteReasons;
