/** What was accepted and is not worked off yet, counted in findings. */
import type { WaitingFindings } from '../../contract/activity';
import type { PendingChunk } from '../../contract/inbox';
import { groupBy } from '../data/lists';

/** By connection; one of which only comments wait is left out. `isCut`: there are more marks than these. */
export function waitingFindings(marks: readonly PendingChunk[], isCut: boolean): WaitingFindings[] {
  return [...groupBy(marks, ({ connection }) => connection)].flatMap(([connection, some]) => {
    const counts = some.map(({ only, findings }) => only?.length ?? findings);
    const findings = counts.reduce<number>((sum, count = 0) => sum + count, 0);
    const isLess = isCut || counts.includes(undefined);
    if (findings === 0 && !isLess) return [];
    return [{ connection, findings, ...(isLess && { more: true }) }];
  });
}
