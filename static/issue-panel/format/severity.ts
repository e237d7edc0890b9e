import type { Severity } from '../../../src/contract/finding';
import type { Texts } from '../texts/language';
import type { Appearance } from './appearance';

/** How a severity looks. The word says it; the colour only helps. */
export interface SeverityLozenge {
  readonly word: string;
  readonly appearance: Appearance;
}

const appearances: Readonly<Record<Severity, Appearance>> = {
  critical: 'removed',
  high: 'removed',
  medium: 'moved',
  low: 'inprogress',
  info: 'default',
};

/** The lozenge of a severity. */
export function severityLozenge(severity: Severity, texts: Texts): SeverityLozenge {
  return { word: texts.severity[severity], appearance: appearances[severity] };
}
