import type { Severity } from '../../../src/contract/finding';
import type { Appearance } from './appearance';

/** How a severity looks. The word says it; the colour only helps. */
export interface SeverityLozenge {
  readonly word: string;
  readonly appearance: Appearance;
  readonly isBold: boolean;
}

const lozenges: Readonly<Record<Severity, SeverityLozenge>> = {
  critical: { word: 'Critical', appearance: 'removed', isBold: true },
  high: { word: 'High', appearance: 'removed', isBold: false },
  medium: { word: 'Medium', appearance: 'moved', isBold: false },
  low: { word: 'Low', appearance: 'inprogress', isBold: false },
  info: { word: 'Info', appearance: 'default', isBold: false },
};

/** The lozenge of a severity. */
export function severityLozenge(severity: Severity): SeverityLozenge {
  return lozenges[severity];
}
