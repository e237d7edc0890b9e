/** Settings with a fix clock of seven days for high findings, a step before it ends and one after. */
import { Sla } from '../../../src/contract/sla';
import type { SettingsDocument } from '../../../src/contract/settings';
import { settingsOf } from '../builders';

const plain = {
  fix: { days: { high: 7, critical: 1 } },
  escalation: [
    { id: 'soon', days: -2, do: [{ kind: 'tell' as const }] },
    { id: 'late', days: 1, do: [{ kind: 'tell' as const }] },
  ],
};

/** These settings, with other clocks and steps put in. */
export function withClocks(more: Parameters<typeof Sla.parse>[0] = {}): SettingsDocument {
  return settingsOf({ sla: Sla.parse({ ...plain, ...(more as object) }) });
}
