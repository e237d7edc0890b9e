/** Of the steps that are due at once, those that may be taken now: the worst findings first. */
import { type Severity, severityLevel } from '../../contract/finding';

export interface Waiting {
  readonly severity: Severity;
}

/** The worst first. */
export function worstFirst<T extends Waiting>(waiting: readonly T[]): T[] {
  return [...waiting].sort((a, b) => severityLevel(b.severity) - severityLevel(a.severity));
}

/** How many of the steps of each, in this order, may be taken of so many that are allowed. */
export function sharesOf(steps: readonly number[], allowed: number): number[] {
  let left = allowed;
  return steps.map((wanted) => {
    const share = Math.min(wanted, left);
    left -= share;
    return share;
  });
}
