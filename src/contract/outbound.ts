/** How a connection's portal hears of Jira: what an admin sets, and how delivering goes. */
import { z } from 'zod';
import type { CommentWays } from './comment';
import { EventType } from './outbox';

export const hearingModes = ['off', 'pull', 'push'] as const;
export const HearingMode = z.enum(hearingModes);
export type HearingMode = z.infer<typeof HearingMode>;

const longest = 2_000;
const Word = z.string().min(1, 'is required').max(longest);

/** An address that events or token requests may be sent to: https, and a name instead of numbers. */
export const OutboundUrl = z
  .string()
  .trim()
  .min(1, 'is required')
  .max(longest)
  .refine(isOutboundUrl, {
    error: 'must be an https address with a host name, without user, password and fragment',
    params: { message: { code: 'badAddress' } },
  });

function isOutboundUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.hash !== '')
    return false;
  // Numbers in whatever form have become an address with dots here; names of the inner net have no dot or a reserved end.
  return (
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/.test(url.hostname) &&
    !isInner(url.hostname)
  );
}

/** Names that are never of the open net (RFC 6761, RFC 8375, and `internal`, which is reserved for inner nets). */
function isInner(host: string): boolean {
  return /\.(localhost|local|internal|home\.arpa|invalid|onion)$/.test(host);
}

/** Credentials that go with each push besides its signature. Secrets among them are kept apart and never shown. */
export const OutboundAuth = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('basic'), username: Word, password: Word }),
  z.object({ kind: z.literal('bearer'), token: Word }),
  z.object({
    kind: z.literal('oauth'),
    tokenUrl: OutboundUrl,
    clientId: Word,
    clientSecret: Word,
    scope: Word.optional(),
  }),
]);
export type OutboundAuth = z.infer<typeof OutboundAuth>;

/** The same without its secrets. */
export const ShownAuth = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('basic'), username: z.string() }),
  z.object({ kind: z.literal('bearer') }),
  z.object({
    kind: z.literal('oauth'),
    tokenUrl: z.string(),
    clientId: z.string(),
    scope: z.string().optional(),
  }),
]);
export type ShownAuth = z.infer<typeof ShownAuth>;

/** What a portal answered, or why there is no answer. */
export const PushAnswer = z.object({
  /** The HTTP status; 0: there was no answer. */
  status: z.number().int(),
  /** The beginning of what it said, or what went wrong. */
  text: z.string().optional(),
});
export type PushAnswer = z.infer<typeof PushAnswer>;

/**
 * Why pushing does not go on. `unapproved`: no Atlassian admin approved the address, or one took it back. `gone`: the
 * portal answered 410. `failing`: it is tried again later.
 */
export const PushTrouble = z.enum(['unapproved', 'gone', 'failing']);
export type PushTrouble = z.infer<typeof PushTrouble>;

/** An event that the portal keeps refusing while it takes others: it is left out until somebody sends it again. */
export const ParkedEvent = z.object({
  n: z.number().int(),
  id: z.string(),
  type: EventType,
  /** When it happened (ms). */
  at: z.number().int(),
  answer: PushAnswer,
});
export type ParkedEvent = z.infer<typeof ParkedEvent>;

/** A test event as it went out, without credentials, and what came back after so many milliseconds. */
export interface PushTested {
  readonly at: number;
  readonly request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly answer: PushAnswer;
  readonly ms: number;
  /** The platform did not let it out. */
  readonly unapproved?: true;
}

/** How hearing stands, as the admin sees it. Times in ms. */
export interface OutboundView {
  readonly mode: HearingMode;
  readonly url?: string;
  readonly auth: ShownAuth;
  readonly events?: readonly EventType[];
  readonly comments: CommentWays;
  /** Whether the app may send to the address now, as far as Atlassian's administration says. */
  readonly approved: boolean;
  /** The addresses that an admin has to approve, and the group that they belong to. */
  readonly egress: { readonly group: string; readonly origins: readonly string[] };
  readonly waiting: number;
  readonly parked: readonly ParkedEvent[];
  readonly delivered?: { readonly at: number; readonly n: number };
  readonly lastError?: PushAnswer & {
    readonly at: number;
    readonly trouble: PushTrouble;
    /** When it is tried again, if it is by itself. */
    readonly nextAt?: number;
  };
  /** Until when the signing secret before the newest is used too. */
  readonly previousUntil?: number;
}
