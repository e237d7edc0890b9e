import type { LinkedIssue } from '../contract/link-record';
import type { Closing } from '../contract/settings';

export type ClosingStep = 'close' | 'reopen' | 'nothing';

/** Whether the security issue has to follow the product issue, by what is known of both. */
export function decideClosing(product: LinkedIssue, security: LinkedIssue, closing: Closing): ClosingStep {
  if (!closing.enabled || security.id === undefined || security.gone || product.gone) return 'nothing';
  if (product.category === undefined || security.category === undefined) return 'nothing';
  const productDone = product.category === 'done';
  const securityDone = security.category === 'done';
  if (productDone && !securityDone && !closing.waitForRetest && !isWontDo(product, closing)) return 'close';
  if (!productDone && securityDone && closing.reopenFollows && security.closedByProduct === true)
    return 'reopen';
  return 'nothing';
}

/** A product issue closed as "won't do" is no reason to call the security issue fixed. */
function isWontDo(product: LinkedIssue, closing: Closing): boolean {
  return closing.wontDoResolutions.some((ref) => ref.id !== undefined && ref.id === product.resolution);
}
