/** What can go wrong between the app and Jira, and what follows from it. */

/** A call that Jira refused: nothing happened. `fields` are Jira's texts by field id. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly messages: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  /** The answer as it came, for calls whose refusals have a shape of their own. */
  readonly body?: unknown;
}

/** 429: nothing happened. `retryAfter` in seconds, as Jira said or as its reason suggests. `own`: the app held back by itself. */
export interface Limited {
  readonly kind: 'limited';
  readonly retryAfter: number;
  readonly reason: string;
  readonly own?: true;
}

/** A time-out or a 5xx: the call may or may not have been carried out. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly detail: string;
}

export type JiraFailure = Refused | Limited | Unknown;
export type JiraResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: JiraFailure };

/** What becomes of a finding after a failure. */
export type Consequence =
  | { readonly kind: 'later'; readonly after: number; readonly reason: string }
  | { readonly kind: 'held'; readonly cause: string; readonly reason: string };

const unknownRetrySeconds = 60;

/** Limits and doubt are tried again; a refusal is parked, one cause per field or message and place. */
export function consequenceOf(failure: JiraFailure, what: string): Consequence {
  switch (failure.kind) {
    case 'limited':
      return {
        kind: 'later',
        after: failure.retryAfter,
        reason: failure.own ? failure.reason : `Jira limits the rate (${failure.reason}).`,
      };
    case 'unknown':
      return {
        kind: 'later',
        after: unknownRetrySeconds,
        reason: `Jira did not answer clearly: ${failure.detail}`,
      };
    case 'refused':
      return { kind: 'held', cause: causeOf(failure, what), reason: `${what}: ${textOf(failure)}` };
  }
}

/** Jira's own words, fields first. */
export function textOf(failure: Refused): string {
  const texts = [
    ...Object.entries(failure.fields).map(([field, text]) => `${field}: ${text}`),
    ...failure.messages,
  ];
  return texts.length > 0 ? texts.join(' ') : `Jira answered ${String(failure.status)}.`;
}

function causeOf(failure: Refused, what: string): string {
  const fields = Object.keys(failure.fields).sort();
  return [what, String(failure.status), ...(fields.length > 0 ? fields : failure.messages)]
    .join('|')
    .slice(0, 400);
}
