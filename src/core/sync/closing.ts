import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import type { Closing, SettingsDocument } from '../../contract/settings';

export type ClosingStep = 'close' | 'reopen' | 'nothing';

/** Whether the security issue has to follow its product issues, by what is known of them. */
export function decideClosing(product: LinkedIssue, security: LinkedIssue, closing: Closing): ClosingStep {
  if (!isJudged(product, security, closing)) return 'nothing';
  const isDone = product.category === 'done';
  const fixed = enough([isDone && !isWontDo(product, closing), ...furtherOf(security)], closing);
  const securityDone = security.category === 'done';
  if (fixed && !securityDone && !closing.waitForRetest && !security.answered) return 'close';
  const isOpenAgain = !isSettled(product, security, closing);
  if (isOpenAgain && securityDone && closing.reopenFollows && security.closedByProduct) return 'reopen';
  return 'nothing';
}

function isSettled(product: LinkedIssue, security: LinkedIssue, closing: Closing): boolean {
  return enough([product.category === 'done', ...furtherOf(security)], closing);
}

/** What a pair asks for, by what is known of it. */
export function decidePair(
  { issues: { product, security } }: LinkRecord,
  { closing }: Pick<SettingsDocument, 'closing'>,
): ClosingStep {
  return product && security ? decideClosing(product, security, closing) : 'nothing';
}

/**
 * Notes that a security issue is done while its product issues are. Whoever reopens it then wants it open: it is not
 * closed again before the product issues are open and done anew.
 */
export function noteAnswered(
  { issues: { product, security } }: Pick<LinkRecord, 'issues'>,
  closing: Closing,
): void {
  if (!product || !security || !isJudged(product, security, closing)) return;
  // While a move is under way nobody knows yet.
  if (security.moving !== undefined) return;
  if (!isSettled(product, security, closing)) delete security.answered;
  else if (security.category === 'done') security.answered = true;
}

/** Whether only issues that are not the app's own keep the security issue open: Jira raises no event of theirs. */
export function waitsForOthers(product: LinkedIssue, security: LinkedIssue, closing: Closing): boolean {
  if (!isJudged(product, security, closing) || closing.waitForRetest) return false;
  if (security.category === 'done' || security.answered || furtherOf(security).length === 0) return false;
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
export function isWontDo({ resolution }: LinkedIssue, closing: Closing): boolean {
  return closing.wontDoResolutions.some(({ id }) => id !== undefined && id === resolution);
}
