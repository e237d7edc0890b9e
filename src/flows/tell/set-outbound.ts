/** How a connection's portal hears, as an admin sets it. */
import type { Connection } from '../../contract/connection';
import type { CommentWays } from '../../contract/comment';
import { waysAfter } from '../../core/comments/ways';
import type { HearingMode, OutboundAuth, ShownAuth } from '../../contract/outbound';
import type { EventType } from '../../contract/outbox';
import type { Outbound, OutboundSecrets } from '../../contract/stored/outbound';
import { secretPrefix } from '../../core/portal/signature';
import { standingConnection } from '../connections/manage-connections';
import type { NewRandom } from '../connections/new-credentials';
import type { Ports } from '../ports';

/** After a rotation pushes are signed with both secrets for another day. */
const overlapMs = 24 * 60 * 60_000;

/** What is left out stays as it is. */
export interface OutboundWish {
  readonly mode: HearingMode;
  readonly url?: string | undefined;
  readonly events?: readonly EventType[] | undefined;
  readonly auth?: OutboundAuth | undefined;
  readonly comments?: Partial<CommentWays> | undefined;
  readonly rotate?: boolean | undefined;
}

/** `secret`: the new signing secret, shown once. */
export type OutboundSet =
  { readonly ok: true; readonly secret?: string } | { readonly ok: false; readonly why: 'missing' | 'noUrl' };

/** Recording begins with what happens from now on; switched on again, who read before learns of the gap. */
export async function setOutbound(
  ports: Ports,
  key: string,
  wish: OutboundWish,
  random: NewRandom,
): Promise<OutboundSet> {
  const connection = await standingConnection(ports, key);
  if (!connection) return { ok: false, why: 'missing' };
  const before = await ports.outbounds.get(key);
  const url = wish.url ?? before.url;
  if (wish.mode === 'push' && url === undefined) return { ok: false, why: 'noUrl' };
  const secret = await putSecrets(ports, key, wish, random);
  await ports.outbounds.put(key, outboundAfter(before, wish, ports.now(), secret.rotated));
  await putConnection(ports, connection, wish);
  return { ok: true, ...(secret.shown === undefined ? {} : { secret: secret.shown }) };
}

async function putSecrets(
  ports: Ports,
  key: string,
  { mode, auth, rotate }: OutboundWish,
  random: NewRandom,
) {
  const before = await ports.outbounds.secrets(key);
  const isNew = rotate === true || (mode === 'push' && before.signing === undefined);
  const fresh = isNew ? `${secretPrefix}${random()}` : undefined;
  const secrets: OutboundSecrets = {
    ...before,
    ...(fresh === undefined ? {} : { signing: fresh, previous: before.signing }),
    ...(auth ? { auth: secretOf(auth), access: undefined } : {}),
  };
  if (isNew || auth) await ports.outbounds.putSecrets(key, secrets);
  return { shown: fresh, rotated: isNew && before.signing !== undefined };
}

function outboundAfter(before: Outbound, wish: OutboundWish, now: number, isRotated: boolean): Outbound {
  return {
    ...before,
    ...(wish.url === undefined ? {} : { url: wish.url }),
    ...(wish.auth ? { auth: shownAuth(wish.auth) } : {}),
    ...(isRotated ? { previousUntil: now + overlapMs } : {}),
  };
}

function secretOf(auth: OutboundAuth): string | undefined {
  switch (auth.kind) {
    case 'none':
      return undefined;
    case 'basic':
      return auth.password;
    case 'bearer':
      return auth.token;
    case 'oauth':
      return auth.clientSecret;
  }
}

function shownAuth(auth: OutboundAuth): ShownAuth {
  switch (auth.kind) {
    case 'none':
    case 'bearer':
      return { kind: auth.kind };
    case 'basic':
      return { kind: 'basic', username: auth.username };
    case 'oauth': {
      const { clientSecret: _secret, ...shown } = auth;
      return shown;
    }
  }
}

/** The connection names the mode last: only then anything is recorded. */
async function putConnection(
  ports: Ports,
  connection: Connection,
  { mode, events = connection.events, comments }: OutboundWish,
): Promise<void> {
  const { key, hears: before } = connection;
  const hears = mode === 'off' ? undefined : mode;
  if (hears !== undefined && before === undefined) await ports.outbox.beginAnew(key);
  if (hears === 'push') await startDelivering(ports, key, before);
  await ports.connections.put({
    ...connection,
    hears,
    events: events ? [...events] : undefined,
    comments: waysAfter(connection, hears, comments, ports.now()),
  });
  if (hears === 'push') await ports.bells.ringPush(key);
}

/** From what the portal read itself, or from now on. What stood in the way is tried anew. */
async function startDelivering(ports: Ports, key: string, before: Connection['hears']): Promise<void> {
  const { next, oldest } = await ports.outbox.reach(key);
  const read = (await ports.outbox.receipts(key)).at(-1)?.n ?? oldest - 1;
  const from = before === undefined ? next - 1 : Math.max(read, oldest - 1);
  await ports.outbounds.change(key, ({ trouble: _over, ...delivery }) => ({
    ...delivery,
    n: before === 'push' ? delivery.n : from,
  }));
}
