/** What an admin enters about how a portal hears, before it is saved. */
import type { AdminInput } from '#contract/api';
import type { CommentWays } from '#contract/comment';
import { type EventType, eventTypes } from '#contract/outbox';
import type { HearingMode, OutboundAuth, OutboundView } from '#contract/outbound';

export const authKinds = [
  'none',
  'basic',
  'bearer',
  'oauth',
] as const satisfies readonly OutboundAuth['kind'][];

/** Texts as they are typed. `touched`: credentials were changed, so they are sent. */
export interface HearsDraft {
  readonly mode: HearingMode;
  readonly url: string;
  readonly kind: OutboundAuth['kind'];
  readonly touched: boolean;
  readonly username: string;
  readonly secret: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly scope: string;
  readonly events: readonly EventType[];
  readonly comments: CommentWays;
}

/** The draft that changes nothing. Secrets are never shown again. */
export function draftOf({ mode, url = '', auth, events, comments }: OutboundView): HearsDraft {
  return {
    mode,
    url,
    kind: auth.kind,
    touched: false,
    username: auth.kind === 'basic' ? auth.username : '',
    secret: '',
    tokenUrl: auth.kind === 'oauth' ? auth.tokenUrl : '',
    clientId: auth.kind === 'oauth' ? auth.clientId : '',
    scope: auth.kind === 'oauth' ? (auth.scope ?? '') : '',
    events: events ?? eventTypes,
    comments,
  };
}

/** What is sent: credentials only where they were changed. */
export function wishOf(connection: string, draft: HearsDraft): AdminInput<'connections.setOutbound'> {
  const { mode, url, touched, events, comments } = draft;
  const wish = { connection, mode, events: [...events], comments };
  if (mode !== 'push') return wish;
  return { ...wish, url: url.trim(), ...(touched ? { auth: authOf(draft) } : {}) };
}

function authOf({ kind, username, secret, tokenUrl, clientId, scope }: HearsDraft): OutboundAuth {
  switch (kind) {
    case 'none':
      return { kind };
    case 'basic':
      return { kind, username, password: secret };
    case 'bearer':
      return { kind, token: secret };
    case 'oauth':
      return {
        kind,
        tokenUrl: tokenUrl.trim(),
        clientId,
        clientSecret: secret,
        ...(scope === '' ? {} : { scope }),
      };
  }
}
