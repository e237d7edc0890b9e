import type { IssueThere, LinkRecord, MadeIssue } from '../../contract/link-record';
import type { Closing, SettingsDocument } from '../../contract/settings';
import { issueThere } from './issues';

export type ClosingStep = 'close' | 'reopen' | 'nothing';

type WithIssues = Pick<LinkRecord, 'issues'>;

/** What a pair asks for: whether the security issue has to follow its product issues, by what is known of them. */
export function decidePair(record: WithIssues, { closing }: Pick<SettingsDocument, 'closing'>): ClosingStep {
  const pair = judged(record, closing);
  if (!pair) return 'nothing';
  const { product, security } = pair;
  const isDone = product.category === 'done';
  const fixed = enough([isDone && !isWontDo(product, closing), ...furtherOf(security)], closing);
  const securityDone = security.category === 'done';
  if (fixed && !securityDone && !closing.waitForRetest && !security.answered) return 'close';
  const isOpenAgain = !isSettled(pair, closing);
  if (isOpenAgain && securityDone && closing.reopenFollows && security.closedByProduct) return 'reopen';
  return 'nothing';
}

/** Two issues of which it is known where they are. */
interface Pair {
  readonly product: IssueThere;
  readonly security: IssueThere;
}

/** The pair, as far as the one follows the other at all. */
function judged(record: WithIssues, closing: Closing): Pair | undefined {
  const [product, security] = [issueThere(record, 'product'), issueThere(record, 'security')];
  const isKnown = product?.category !== undefined && security?.category !== undefined;
  return closing.enabled && isKnown ? { product, security } : undefined;
}

function isSettled({ product, security }: Pair, closing: Closing): boolean {
  return enough([product.category === 'done', ...furtherOf(security)], closing);
}

/**
 * Notes that a security issue is done while its product issues are. Whoever reopens it then wants it open: it is not
 * closed again before the product issues are open and done anew.
 */
export function noteAnswered(record: WithIssues, closing: Closing): void {
  const pair = judged(record, closing);
  // While a move is under way nobody knows yet.
  if (!pair || pair.security.moving !== undefined) return;
  const { security } = pair;
  if (!isSettled(pair, closing)) delete security.answered;
  else if (security.category === 'done') security.answered = true;
}

/** Whether only issues that are not the app's own keep the security issue open: Jira raises no event of theirs. */
export function waitsForOthers(record: WithIssues, closing: Closing): boolean {
  const pair = judged(record, closing);
  if (!pair || closing.waitForRetest) return false;
  const { product, security } = pair;
  if (security.category === 'done' || security.answered || furtherOf(security).length === 0) return false;
  const isFixed = product.category === 'done' && !isWontDo(product, closing);
  return isFixed ? closing.when === 'all' && furtherOf(security).includes(false) : closing.when === 'any';
}

function furtherOf({ further = [] }: IssueThere): boolean[] {
  return further.map(({ done }) => done);
}

function enough(done: readonly boolean[], { when }: Closing): boolean {
  return when === 'any' ? done.includes(true) : !done.includes(false);
}

/** A product issue closed as "won't do" is no reason to call the security issue fixed. */
export function isWontDo({ resolution }: MadeIssue, closing: Closing): boolean {
  return closing.wontDoResolutions.some(({ id }) => id !== undefined && id === resolution);
}
