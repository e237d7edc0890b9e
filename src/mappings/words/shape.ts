/** What every language of issues has words for. */
import type { BuiltInStatus, Kind, Severity } from '../../contract/finding';

export interface IssueWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly statuses: Readonly<Record<BuiltInStatus, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly yes: string;
  readonly no: string;
  /** Of a share in hundredths, with a decimal point. */
  readonly percent: (hundredths: string) => string;
  /** Where a text was cut: words of the link to the rest. */
  readonly readTheRest: string;
  /** Lines above and below what the app keeps up to date, where people write around it. */
  readonly blockBegins: string;
  readonly blockEnds: string;
  /** `key`: of the product issue. */
  readonly closedBecause: (key: string) => string;
  readonly reopenedBecause: (key: string) => string;
  /** In the place of a key. */
  readonly anotherIssue: string;
  /** `until`: a date; undefined where the portal named none. */
  readonly acceptanceEnded: (until: string | undefined) => string;
  readonly stillReported: string;
  /** Before the text of a comment that the app writes for somebody. `who`: a name, and where they wrote it. */
  readonly wrote: (who: string) => string;
  readonly groupEmptied: string;
  /** The list of the findings that share an issue. */
  readonly members: {
    readonly title: (count: number) => string;
    readonly worst: (shown: number, count: number) => string;
    readonly columns: { readonly [Column in 'finding' | 'severity' | 'title' | 'where']: string };
  };
}
