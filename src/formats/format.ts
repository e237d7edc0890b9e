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

/** A report as it was sent. */
export interface Source {
  readonly text: string;
  /** What the text is as JSON; undefined: it is none. */
  readonly document: unknown;
}

/** What the reader of a report is told beside it. */
export interface ReadOptions {
  readonly product: string;
}

/** A report format that the portal API takes. */
export interface Format {
  /** The last segment of the report's address. */
  readonly name: string;
  readonly title: string;
  /** What a report that is called complete speaks for, and when it proves nothing; for people, in English. */
  readonly complete: string;
  /** What a report of this format is recognised by; for people, in English. */
  readonly signs: string;
  /** Media types beside JSON in which it may come: then `read` also takes what is no JSON document. */
  readonly media?: readonly string[];
  /** Whether the report looks like one of this format. Throws nothing, and looks at a few values only. */
  recognises(source: Source): boolean;
  /** Throws nothing for any source. */
  read(source: Source, options: ReadOptions): ReportReading;
}
