/** The security issue follows the product issue: closed when it is done, reopened when it is not done after all. */
import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { type ClosingStep, decideClosing, stepMadeSince, waitsForOthers } from '../../core/sync/closing';
import { wasLeftBehind } from '../../core/sync/lease';
import { moveAfterProduct } from '../../core/sync/wanted-moves';
import { type Errand, isFree, type Pass } from '../records/errand';
import { moveAndConfirm, notMoved, readPairs as readPlaces } from '../move/move-errands';
import { sayWhy } from './say-why';

/** How often issues that people linked are looked at while the security issue waits for them. */
const othersMs = 60 * 60_000;

const outcomes = { close: 'closed', reopen: 'reopened' } as const;

/**
 * Reads the pairs of these errands: whatever decides over closing is read here. A pass that died may have moved the
 * security issue and not have said so: its lease is still in the record.
 */
export async function readPairs(pass: Pass, errands: readonly Errand[]): Promise<void> {
  const died = errands
    .filter(({ record }) => wasLeftBehind(record))
    .map(({ record }) => ({ record, stood: record.issues.security?.category }));
  await readPlaces(pass, errands);
  for (const { record, stood } of died) noteUnsaid(pass, record, stood);
}

function noteUnsaid({ ports, settings }: Pass, record: LinkRecord, stood: LinkedIssue['category']): void {
  const { security } = record.issues;
  const step = security ? stepMadeSince(stood, security, settings.closing) : 'nothing';
  if (!security || step === 'nothing') return;
  security.closedByProduct = step === 'close';
  // What is about to be undone is not explained: only the last word is.
  if (!settings.closing.comment || decidePair(record, settings) !== 'nothing') return;
  security.owes = outcomes[step];
  record.todo = { ...record.todo, comment: ports.now() };
}

/** What a pair asks for, by what is known of it. */
export function decidePair(
  { issues: { product, security } }: LinkRecord,
  settings: SettingsDocument,
): ClosingStep {
  return product && security ? decideClosing(product, security, settings.closing) : 'nothing';
}

/**
 * Brings security issues after their product issues, as the records hold them. The confirming read covers the whole
 * pair, so that an event that came too late is undone instead of believed: move, confirm, comment are three calls.
 */
export async function followProducts(pass: Pass, errands: readonly Errand[]): Promise<void> {
  const { settings } = pass;
  const wanted = new Map(errands.map((errand) => [errand, decidePair(errand.record, settings)]));
  const steps = await moveAndConfirm(pass, errands, (errand) => {
    const step = wanted.get(errand) ?? 'nothing';
    const { security } = errand.record.issues;
    return step === 'nothing' || !security ? [] : [moveAfterProduct(step, security, settings)];
  });
  const turned: Errand[] = [];
  for (const { errand, move } of steps) {
    const step = wanted.get(errand);
    if (step === undefined || step === 'nothing') continue;
    move.issue.closedByProduct = step === 'close';
    const after = decidePair(errand.record, settings);
    if (after === step) errand.problem = notMoved(move.issue.key ?? '', move.issue.key ?? '');
    else if (after !== 'nothing') turned.push(errand);
    else if (!move.issue.gone) {
      errand.outcome = outcomes[step];
      if (settings.closing.comment) move.issue.owes = errand.outcome;
    }
  }
  for (const errand of errands) if (isFree(errand)) waitForOthers(pass, errand);
  await sayWhy(
    pass,
    steps.filter(({ errand }) => errand.outcome !== undefined),
  );
  if (turned.length > 0) await followProducts(pass, turned);
}

/** Jira tells nothing of issues that are not the app's own: the pair is looked at again. */
function waitForOthers({ ports, settings }: Pass, errand: Errand): void {
  const { product, security } = errand.record.issues;
  if (product && security && waitsForOthers(product, security, settings.closing))
    errand.notBefore = ports.now() + othersMs;
}
