import type { FindingInput } from '../contract/finding';
import type { FieldError } from '../contract/problem';
import type { IncompleteReason } from '../contract/report';
import type { Marks } from '../contract/stored/known-results';

/** A result that cannot become a finding, with its place in the document and what is wrong there. */
export interface RejectedResult {
  /** Position among all results of the document, from 0. */
  readonly index: number;
  readonly errors: readonly FieldError[];
}

/** A finding that still lacks its id. */
export type NamelessFinding = Omit<FindingInput, 'id'>;

/** One result as it was read: what it says, and what tells it from others. */
export interface ReadResult {
  /** Position among all results of the document, from 0. */
  readonly index: number;
  /** Position of its part among the parts of the reading. */
  readonly part: number;
  readonly finding: NamelessFinding;
  readonly marks: Marks;
}

/** What one tool says of one scope. */
export interface ReportPart {
  readonly tool: string;
  /** What the report itself says that it speaks for, such as a repository and a branch; empty if it says nothing. */
  readonly scope: string;
  /** Why absence from this part proves nothing; undefined: the tool got through. */
  readonly incomplete?: IncompleteReason;
}

/** What a report holds, or why it is none. Findings are shaped like findings and still have to be validated. */
export type ReportReading =
  | {
      readonly ok: true;
      readonly results: readonly ReadResult[];
      readonly parts: readonly ReportPart[];
      /** Results that are no finding by their own word (passed, informational). */
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
