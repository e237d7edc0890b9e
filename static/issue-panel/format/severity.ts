import type { Severity } from '../../../src/contract/finding';
import type { Appearance } from './appearance';

/** How a severity looks. The word says it; the colour only helps. */
export interface SeverityLozenge {
  readonly word: string;
  readonly appearance: Appearance;
}

const lozenges: Readonly<Record<Severity, SeverityLozenge>> = {
  critical: { word: 'Critical', appearance: 'removed' },
  high: { word: 'High', appearance: 'removed' },
  medium: { word: 'Medium', appearance: 'moved' },
  low: { word: 'Low', appearance: 'inprogress' },
  info: { word: 'Info', appearance: 'default' },
};

/** The lozenge of a severity. */
export function severityLozenge(severity: Severity): SeverityLozenge {
  return lozenges[severity];
}
