/** What can go wrong between the app and Jira, and what follows from it. */
import type { Reason } from '../../contract/messages/message';
import type { Doing } from '../../contract/messages/terms';
import { ownValue } from '../data/own-value';

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

/**
 * 429: nothing happened. `retryAfter` in seconds, as Jira said or as its reason suggests. `own`: the app held back by
 * itself. `conflict`: a 409, since somebody else changes the same. `answered`: to this very call; else it was not sent.
 */
export interface Limited {
  readonly kind: 'limited';
  readonly retryAfter: number;
  readonly reason: string;
  readonly own?: true;
  readonly conflict?: true;
  readonly answered?: true;
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
      /** A limit of the rate, which is mostly a matter of calls in general. */
      readonly limited?: true;
    }
  | {
      readonly kind: 'held';
      readonly cause: string;
      readonly reason: Reason;
      /** Jira's words may hide why: the project (id) and what the app was at there. */
      readonly refusal?: { readonly project: string; readonly doing: Doing };
    };

const unknownRetrySeconds = 60;

/** What people call a field of Jira, by its id. */
type NameOf = (field: string) => string;

const systemNames: Readonly<Record<string, string>> = {
  summary: 'Summary',
  description: 'Description',
  priority: 'Priority',
  labels: 'Labels',
  components: 'Components',
  assignee: 'Assignee',
  duedate: 'Due date',
  security: 'Security level',
  parent: 'Parent',
  resolution: 'Resolution',
  comment: 'Comment',
};
const usualName: NameOf = (field) => ownValue(systemNames, field) ?? field;

/** Limits and doubt are tried again; a refusal is parked, one cause per field or message and place. */
export function consequenceOf(
  failure: JiraFailure,
  doing: Doing,
  place?: string,
  nameOf: NameOf = usualName,
): Consequence {
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
      return (
        known(failure, place) ?? {
          kind: 'held',
          cause: causeOf(failure, doing, place),
          reason: refused(failure, doing, place, nameOf),
        }
      );
  }
}

/** Whether a limit may be about what this very call holds: a quota never is, nor what the app itself holds back. */
export function mayBeOfCall({ answered, reason }: Limited): boolean {
  return answered === true && !reason.includes('quota');
}

/** What follows from a limit: as long a wait as Jira asks for. */
export function limited({ retryAfter, reason, own }: Limited): Consequence {
  const why: Reason = own ? { code: 'budgetSpent' } : { code: 'rateLimited', limit: reason };
  return { kind: 'later', after: retryAfter, reason: why };
}

/** Texts of Jira that say what the app can say better; each by the field or words that Jira uses for it. */
function known({ status, fields, messages }: Refused, place: string | undefined): Consequence | undefined {
  if (place === undefined) return undefined;
  if (/archived/i.test(fields['project'] ?? ''))
    return {
      kind: 'held',
      cause: `project-gone|${place}`,
      reason: { code: 'spaceArchived', project: place },
    };
  const isGone =
    /valid project/i.test(fields['project'] ?? '') ||
    (status === 404 && messages.some((text) => /no project could be found/i.test(text)));
  if (isGone)
    return { kind: 'held', cause: `project-gone|${place}`, reason: { code: 'projectGone', project: place } };
  const isTypeGone =
    /issue ?type/i.test(fields['issuetype'] ?? '') ||
    (status === 404 && messages.some((text) => /issue type does not exist/i.test(text)));
  if (isTypeGone)
    return { kind: 'held', cause: `type-gone|${place}`, reason: { code: 'typeGone', project: place } };
  return undefined;
}

const lacksPermission = /(not|n't) have (the )?permission|cannot create issues in this project/i;

/** Whether Jira says that the app lacks a permission, and nothing else. */
function isAboutPermission({ status, fields, messages }: Refused): boolean {
  const texts = [...Object.values(fields), ...messages];
  return texts.length === 0 ? status === 403 : texts.every((text) => lacksPermission.test(text));
}

function refused(failure: Refused, doing: Doing, place: string | undefined, nameOf: NameOf): Reason {
  const at = place === undefined ? {} : { place };
  if (isAboutPermission(failure)) return { code: 'notAllowed', doing, ...at };
  const said = textOf(failure, nameOf);
  return said === undefined
    ? { code: 'refusedSilently', doing, ...at, status: failure.status }
    : { code: 'refused', doing, ...at, said };
}

/** Jira's own words, fields first; undefined where Jira said nothing. */
export function textOf(failure: Refused, nameOf: NameOf = usualName): string | undefined {
  const texts = [
    ...Object.entries(failure.fields).map(([field, text]) => `${nameOf(field)}: ${text}`),
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
