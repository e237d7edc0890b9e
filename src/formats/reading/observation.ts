/** What a tool says of one result, in the words of findings but not yet within their bounds. */
import type { BuiltInStatus, FindingInput } from '../../contract/finding';
import type { Rating } from './cvss';

/** Where a result was found, as the tool writes it. */
export interface Place {
  /** A path inside the repository or image: see `filePath`. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly url?: string | undefined;
  readonly package?: Package | undefined;
  /** A cloud resource, a workload, a function or a host. */
  readonly resource?: string | undefined;
  /** With its tag. */
  readonly image?: string | undefined;
  readonly branch?: string | undefined;
  /** What the whole report is about, where that is neither image nor folder; without its version. */
  readonly whole?: string | undefined;
}

export interface Package {
  readonly name: string;
  readonly version?: string | undefined;
  /** The package URL. */
  readonly purl?: string | undefined;
}

export interface Observation {
  /** Position of the part of the report that it belongs to. */
  readonly part: number;
  /** What the tool itself calls stable: name and value, the most trusted first. */
  readonly prints?: readonly (readonly [name: string, value: string | undefined])[];
  readonly rule: string;
  /** Other names of the same rule. */
  readonly oldRules?: readonly string[];
  readonly place: Place;
  /** Further texts that tell results of one rule and place apart. */
  readonly telling?: {
    readonly partial?: string | undefined;
    readonly code?: string | undefined;
    readonly message?: string | undefined;
  };
  /** The report itself says that it is no longer there. */
  readonly gone?: boolean;

  readonly headline: string;
  /** The tool's own word for the severity; without one that is known, the score decides. */
  readonly severity?: string | undefined;
  readonly status?: BuiltInStatus | undefined;
  readonly kind?: FindingInput['kind'];
  /** Markdown. */
  readonly description?: readonly string[];
  /** Markdown. */
  readonly remediation?: readonly string[];
  /** The result in the tool's own interface. */
  readonly url?: string | undefined;
  /** Texts that name CVE ids, and CWE ids, among others. */
  readonly cve?: readonly (string | undefined)[];
  readonly cwe?: readonly (string | undefined)[];
  readonly ratings?: readonly Rating[];
  readonly epss?: number | undefined;
  readonly kev?: boolean | undefined;
  readonly assets?: readonly (string | undefined)[];
  readonly tags?: readonly (string | undefined)[];
  readonly firstSeen?: string | number | undefined;
  readonly acceptedUntil?: string | undefined;
  readonly attributes?: Readonly<Record<string, string | readonly string[] | undefined>>;
}
