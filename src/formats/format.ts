import type { FindingInput } from '../contract/finding';
import type { FieldError } from '../contract/problem';

/** A result that cannot become a finding, with its place in the document and what is wrong there. */
export interface RejectedResult {
  /** Position among all results of the document, from 0. */
  readonly index: number;
  readonly errors: readonly FieldError[];
}

/** What a report holds, or why it is none. Findings are shaped like findings and still have to be validated. */
export type ReportReading =
  | {
      readonly ok: true;
      readonly findings: readonly FindingInput[];
      /** Tools whose results this document holds completely: only for these may absence mean "gone". */
      readonly tools: readonly string[];
      /** Results that are no finding by their own word (passed, informational) or that repeat another one. */
      readonly skipped: number;
      readonly rejected: readonly RejectedResult[];
    }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** A report format that the portal API takes. `name` is the last segment of the report's address. */
export interface Format {
  readonly name: string;
  /** Reads a parsed JSON document. Throws nothing for any document. */
  read(document: unknown, options: { readonly product: string }): ReportReading;
}
