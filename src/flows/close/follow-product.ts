/** The security issue follows the product issue: closed when it is done, reopened when it is not done after all. */
import { noteMoved } from '../../core/sync/begun';
import { type ClosingStep, decidePair, waitsForOthers } from '../../core/sync/closing';
import type { SettingsDocument } from '../../contract/settings';
import { movesOfPair } from '../../core/sync/wanted-moves';
import { did, type Errand, isFree, type Pass } from '../records/errand';
import { moveAndConfirm, notMoved, toldIn } from '../move/move-errands';
import { sayWhy } from './say-why';

/** How often issues that people linked are looked at while the security issue waits for them. */
const othersMs = 60 * 60_000;

const outcomes = { close: 'closed', reopen: 'reopened' } as const;

/**
 * Brings security issues after their product issues, as the records hold them. The confirming read covers the whole
 * pair, so that an event that came too late is undone instead of believed: move, confirm, comment are three calls.
 */
export async function followProducts(pass: Pass, errands: readonly Errand[]): Promise<void> {
  const { settings } = pass;
  const wanted = new Map(errands.map((errand) => [errand, wantedBy(errand, settings)]));
  const steps = await moveAndConfirm(pass, errands, ({ record, hidden }) =>
    hidden.size > 0 ? [] : movesOfPair(record, settings),
  );
  const turned: Errand[] = [];
  for (const { errand, move } of steps) {
    const step = wanted.get(errand);
    if (step === undefined || step === 'nothing') continue;
    const isMade = (move.issue.category === 'done') === (step === 'close');
    if (isMade) noteMoved(move.issue, outcomes[step], settings);
    const after = decidePair(errand.record, settings);
    if (after === step) errand.problem = notMoved(move.issue.key, move.issue.key);
    else if (after !== 'nothing') turned.push(errand);
    else if (isMade) did(errand, outcomes[step], move.issue, 'app');
    // What is about to be undone is not explained: only the last word is.
    if (errand.deed === undefined) delete move.issue.owes;
  }
  for (const errand of errands) if (isFree(errand)) waitForOthers(pass, errand);
  await sayWhy(pass, steps.filter(({ errand }) => errand.deed !== undefined).map(toldIn));
  if (turned.length > 0) await followProducts(pass, turned);
}

/** While one issue of a pair is hidden, the other does not follow it: nobody knows where it is. */
function wantedBy({ record, hidden }: Errand, settings: SettingsDocument): ClosingStep {
  return hidden.size > 0 ? 'nothing' : decidePair(record, settings);
}

/** Jira tells nothing of issues that are not the app's own: the pair is looked at again. */
function waitForOthers({ ports, settings }: Pass, errand: Errand): void {
  if (waitsForOthers(errand.record, settings.closing)) errand.notBefore = ports.now() + othersMs;
}
