/** What can go wrong between the app and Jira, and what follows from it. */
import type { Reason } from '../../contract/messages/message';
import type { Doing } from '../../contract/messages/terms';

/** A call that Jira refused: nothing happened. `fields` are Jira's texts by field id. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly messages: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  /** The answer as it came, for calls whose refusals have a shape of their own. */
  readonly body?: unknown;
  /** Jira showed a comment to the customers of a service project although it was to be internal; it was taken back. */
  readonly isShownToCustomers?: true;
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
  /** What Jira answered; absent: it did not. */
  readonly status?: number;
  /** Jira answered so when it was asked for this one issue alone. */
  readonly alone?: true;
}

export type JiraFailure = Refused | Limited | Unknown;
export type JiraResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: JiraFailure };

/** Whether Jira said no. A limit and a missing answer say nothing about what was asked. */
export function isRefusal(failure: JiraFailure): failure is Refused {
  return failure.kind === 'refused';
}

/** What becomes of a finding after a failure. */
export type Consequence =
  | {
      readonly kind: 'later';
      readonly after: number;
      readonly reason: Reason;
      /** It may be a matter of this one issue, and not of Jira. */
      readonly alone?: true;
    }
  | { readonly kind: 'held'; readonly cause: string; readonly reason: Reason };

const unknownRetrySeconds = 60;

/** Limits and doubt are tried again; a refusal is parked, one cause per field or message and place. */
export function consequenceOf(failure: JiraFailure, doing: Doing, place?: string): Consequence {
  switch (failure.kind) {
    case 'limited':
      return limited(failure);
    case 'unknown':
      return {
        kind: 'later',
        after: unknownRetrySeconds,
        reason: { code: 'unclearAnswer', detail: failure.detail },
        ...(failure.alone ? { alone: true } : {}),
      };
    case 'refused':
      if (failure.isShownToCustomers)
        return { kind: 'held', cause: `${doing}|shown-to-customers`, reason: { code: 'commentShown' } };
      return { kind: 'held', cause: causeOf(failure, doing, place), reason: refused(failure, doing, place) };
  }
}

/** What follows from a limit: as long a wait as Jira asks for. */
export function limited({ retryAfter, reason, own }: Limited): Consequence {
  const why: Reason = own ? { code: 'budgetSpent' } : { code: 'rateLimited', limit: reason };
  return { kind: 'later', after: retryAfter, reason: why };
}

function refused(failure: Refused, doing: Doing, place: string | undefined): Reason {
  const at = place === undefined ? {} : { place };
  const said = textOf(failure);
  return said === undefined
    ? { code: 'refusedSilently', doing, ...at, status: failure.status }
    : { code: 'refused', doing, ...at, said };
}

/** Jira's own words, fields first; undefined where Jira said nothing. */
export function textOf(failure: Refused): string | undefined {
  const texts = [
    ...Object.entries(failure.fields).map(([field, text]) => `${field}: ${text}`),
    ...failure.messages,
  ];
  return texts.length > 0 ? texts.join(' ') : undefined;
}

function causeOf(failure: Refused, doing: Doing, place = ''): string {
  const fields = Object.keys(failure.fields).sort();
  return [doing, place, String(failure.status), ...(fields.length > 0 ? fields : failure.messages)]
    .join('|')
    .slice(0, 400);
}
