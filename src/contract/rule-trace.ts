/** How rules came to their decision about one finding, condition by condition. */
import type { Comparison } from './rules';

export interface ConditionTrace extends Comparison {
  /** Where it lies in the rule's condition, for example `all.0.not`. */
  readonly path: string;
  readonly holds: boolean;
  /** What the finding has there, shortened; empty: nothing. */
  readonly values: readonly string[];
}

export interface RuleTrace {
  readonly rule: string;
  readonly name: string;
  /** `closed`: its condition holds, but the finding is not open and the rule names neither its lifecycle nor its status. */
  readonly verdict: 'takes' | 'no' | 'off' | 'closed';
  /** At most 50. */
  readonly conditions: readonly ConditionTrace[];
}
