/** What the parts of the sandbox say to each other: the Forge host, the Jira stand-in and the site's pages. */

/** Milliseconds since the epoch. Real in `npm start`, virtual in tests. */
export interface Clock {
  now(): number;
}

/** Who calls Jira: the app's own account (bounded by its scopes) or a person of the site. */
export type JiraCaller =
  | { readonly kind: 'app'; readonly scopes: ReadonlySet<string> }
  | { readonly kind: 'user'; readonly accountId: string };

/** One HTTP call as Jira sees it. `path` carries the query string; header names are lower case. */
export interface JiraRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface JiraAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for an answer without a body. */
  readonly body: string;
}

/** A product event as Jira raises it, before the Forge host filters and delivers it. */
export interface ProductEvent {
  /** For example `avi:jira:updated:issue`. */
  readonly name: string;
  /** The payload an app receives, without `eventType` and `selfGenerated`, which the host adds. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The account that caused it. */
  readonly accountId: string;
  /** The numeric issue id whose properties a filter may test. */
  readonly issueId?: string;
  readonly at: number;
}

/** What the Forge host needs of a Jira site. The stand-in implements it. */
export interface JiraSite {
  readonly baseUrl: string;
  /** The account of the installed app, as Jira shows it in `creator`. */
  readonly appAccountId: string;
  handle(request: JiraRequest, caller: JiraCaller): Promise<JiraAnswer>;
  onEvent(listener: (event: ProductEvent) => void): void;
  /** Values of an issue property as the event filter sees them (possibly seconds old). */
  propertyForFilter(issueId: string, propertyKey: string): unknown;
}

/** One recorded call, in the form that the contract check reads (one JSON document a line). */
export interface RecordedCall {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status?: number;
  readonly response?: unknown;
  readonly responseHeaders?: Readonly<Record<string, string>>;
}
