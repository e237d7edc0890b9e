import type { Severity } from '#contract/finding';
import { severityAppearance } from '../../shared/severity-appearance';
import type { Texts } from '../texts/language';
import type { Appearance } from './appearance';

/** How a severity looks. The word says it; the colour only helps. */
export interface SeverityLozenge {
  readonly word: string;
  readonly appearance: Appearance;
}

/** The lozenge of a severity. */
export function severityLozenge(severity: Severity, texts: Texts): SeverityLozenge {
  return { word: texts.severity[severity], appearance: severityAppearance[severity] };
}
