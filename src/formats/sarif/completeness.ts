import type { IncompleteReason } from '../../contract/report';
import type { Invocation } from './log';
import type { ReadRun } from './read-log';

/** Tools exit with 1 when they found something; what is beyond is a failure by the habit of all of them. */
const usualExitCodes: readonly unknown[] = [undefined, null, 0, 1];

/** Why a run proves nothing by what it lacks; undefined: by its own word it got through. */
export function incompletenessOf({ run, broken }: ReadRun): IncompleteReason | undefined {
  const invocations = (run.invocations ?? []).filter((invocation) => invocation !== undefined);
  if (invocations.some(isUnsuccessful)) return 'notSuccessful';
  if (invocations.some(reportsError)) return 'errorNotification';
  if (invocations.some(hasFailed)) return 'exitCode';
  if (!Array.isArray(run.results)) return 'noResults';
  return broken.length > 0 ? 'brokenResults' : undefined;
}

/** Whatever stands there but true is no success, also the word "true". */
function isUnsuccessful({ executionSuccessful }: Invocation): boolean {
  return executionSuccessful !== undefined && executionSuccessful !== true;
}

/** By the standard, level "error" means that the analysis halted or that its results are wrong or incomplete. */
function reportsError({
  toolExecutionNotifications = [],
  toolConfigurationNotifications = [],
}: Invocation): boolean {
  return [...toolExecutionNotifications, ...toolConfigurationNotifications].some((notification) =>
    /^(?:error|critical|fatal)$/i.test(notification?.level?.trim() ?? ''),
  );
}

function hasFailed({
  exitCode,
  exitCodeDescription = '',
  exitSignalName = '',
  processStartFailureMessage = '',
}: Invocation): boolean {
  const isFailure = /error|fail|invalid|config|abort|crash/i.test(exitCodeDescription);
  return (
    !usualExitCodes.includes(exitCode) ||
    (exitCode === 1 && isFailure) ||
    exitSignalName !== '' ||
    processStartFailureMessage !== ''
  );
}
