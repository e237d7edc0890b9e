import type { LinkedIssue } from '../../contract/link-record';
import type { Closing } from '../../contract/settings';

export type ClosingStep = 'close' | 'reopen' | 'nothing';

/** Whether the security issue has to follow its product issues, by what is known of them. */
export function decideClosing(product: LinkedIssue, security: LinkedIssue, closing: Closing): ClosingStep {
  if (!isJudged(product, security, closing)) return 'nothing';
  const isDone = product.category === 'done';
  const settled = enough([isDone, ...furtherOf(security)], closing);
  const fixed = enough([isDone && !isWontDo(product, closing), ...furtherOf(security)], closing);
  const securityDone = security.category === 'done';
  if (fixed && !securityDone && !closing.waitForRetest) return 'close';
  if (!settled && securityDone && closing.reopenFollows && security.closedByProduct === true) return 'reopen';
  return 'nothing';
}

/**
 * The step that a pass made and did not live to write down: the security issue stood at `stood`, and nobody else was
 * heard of. It counts whatever the product issue did since.
 */
export function stepMadeSince(
  stood: LinkedIssue['category'],
  security: LinkedIssue,
  { enabled, waitForRetest }: Closing,
): ClosingStep {
  const isDone = security.category === 'done';
  if (!enabled || stood === undefined || (stood === 'done') === isDone) return 'nothing';
  if (isDone) return waitForRetest ? 'nothing' : 'close';
  return security.closedByProduct ? 'reopen' : 'nothing';
}

/** Whether only issues that are not the app's own keep the security issue open: Jira raises no event of theirs. */
export function waitsForOthers(product: LinkedIssue, security: LinkedIssue, closing: Closing): boolean {
  if (!isJudged(product, security, closing) || closing.waitForRetest) return false;
  if (security.category === 'done' || furtherOf(security).length === 0) return false;
  const isFixed = product.category === 'done' && !isWontDo(product, closing);
  return isFixed ? closing.when === 'all' && furtherOf(security).includes(false) : closing.when === 'any';
}

function isJudged(product: LinkedIssue, security: LinkedIssue, closing: Closing): boolean {
  if (!closing.enabled || security.id === undefined || security.gone || product.gone) return false;
  return product.category !== undefined && security.category !== undefined;
}

function furtherOf(security: LinkedIssue): boolean[] {
  return (security.further ?? []).map(({ done }) => done);
}

function enough(done: readonly boolean[], { when }: Closing): boolean {
  return when === 'any' ? done.includes(true) : !done.includes(false);
}

/** A product issue closed as "won't do" is no reason to call the security issue fixed. */
function isWontDo(product: LinkedIssue, closing: Closing): boolean {
  return closing.wontDoResolutions.some((ref) => ref.id !== undefined && ref.id === product.resolution);
}
