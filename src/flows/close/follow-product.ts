/** The security issue follows the product issue: closed when it is done, reopened when it is not done after all. */
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { type Consequence } from '../../core/failure';
import { decideClosing } from '../../core/closing';
import type { Target } from '../../core/workflow';
import { closingComment, reopeningComment } from '../../mappings/closing-comment';
import type { Ports } from '../ports';
import { moveLinked, readBoth } from '../move/move-linked';

export type FollowedProduct =
  | { readonly kind: 'nothing' | 'closed' | 'reopened' }
  | { readonly kind: 'failed'; readonly problem: Consequence };

/**
 * Brings the security issue after the product issue, whose state `record` holds; changes `record` as it goes.
 * The confirming read covers both issues, so that an event that came too late is undone instead of believed:
 * move, confirm, comment are three calls.
 */
export async function followProduct(
  ports: Ports,
  record: LinkRecord,
  settings: SettingsDocument,
): Promise<FollowedProduct> {
  const { product, security } = record.issues;
  if (!product || !security) return { kind: 'nothing' };
  const step = decideClosing(product, security, settings.closing);
  if (step === 'nothing') return { kind: 'nothing' };
  const moved = await moveLinked(
    ports,
    security,
    targetOf(step, settings),
    step === 'close' ? 'resolved' : 'open',
    settings,
  );
  const problem = moved ?? (await readBoth(ports, record));
  if (problem) return { kind: 'failed', problem };
  security.closedByProduct = step === 'close';
  const after = decideClosing(product, security, settings.closing);
  if (after !== 'nothing')
    return after === step ? notMoved(security.key ?? '') : followProduct(ports, record, settings);
  const comment = step === 'close' ? closingComment(product.key ?? '') : reopeningComment(product.key ?? '');
  const said = settings.closing.comment ? await ports.jira.addComment(security.id ?? '', comment) : undefined;
  if (said && !said.ok) await ports.causes.note(`comment|${step}`, { code: 'commentFailed' }, ports.now());
  return { kind: step === 'close' ? 'closed' : 'reopened' };
}

function targetOf(step: 'close' | 'reopen', settings: SettingsDocument): Target {
  if (step === 'reopen') return { statuses: [], orAnyOf: ['new', 'indeterminate'] };
  const chosen = settings.closing.status?.id ?? settings.spaces.security.resolvedStatus?.id;
  return { statuses: chosen === undefined ? [] : [chosen], orAnyOf: ['done'], butNoRejection: true };
}

function notMoved(key: string): FollowedProduct {
  const reason = { code: 'notMoved', key } as const;
  return { kind: 'failed', problem: { kind: 'held', cause: `moved-back|${key}`, reason } };
}
