import type { HearingMode, OutboundView } from '../../contract/outbound';
import type { Delivery, Outbound } from '../../contract/stored/outbound';
import type { CommentWays } from '../../contract/comment';
import type { Connection } from '../../contract/connection';
import { waysOf } from '../../core/comments/ways';
import { standingConnection } from '../connections/manage-connections';
import type { Ports } from '../ports';

/** How a connection's portal hears, and how far. Undefined: there is no such connection. */
export async function viewOutbound(ports: Ports, key: string): Promise<OutboundView | undefined> {
  const connection = await standingConnection(ports, key);
  if (!connection) return undefined;
  const outbound = await ports.outbounds.get(key);
  const mode: HearingMode = connection.hears ?? 'off';
  const delivery = await ports.outbounds.delivery(key);
  const { url, auth, previousUntil } = outbound;
  const delivered = mode === 'pull' ? (await ports.outbox.receipts(key)).at(-1) : delivery.delivered;
  const error = mode === 'pull' ? undefined : errorOf(delivery);
  return {
    mode,
    ...(url === undefined ? {} : { url }),
    auth,
    ...(connection.events ? { events: connection.events } : {}),
    comments: shownWays(connection),
    approved: originsOf(outbound).every((origin) => ports.outside.isApproved(origin)),
    egress: { group: egressGroup(key), origins: originsOf(outbound) },
    waiting: await waitingOf(ports, key, mode, mode === 'pull' ? delivered?.n : delivery.n),
    parked: delivery.parked,
    ...(delivered ? { delivered } : {}),
    ...(error ? { lastError: error } : {}),
    ...(previousUntil !== undefined && previousUntil > ports.now() ? { previousUntil } : {}),
  };
}

function shownWays(connection: Connection): CommentWays {
  const { toJira, fromJira, between, tag } = waysOf(connection);
  return { toJira, fromJira, between, tag };
}

async function waitingOf(
  ports: Ports,
  key: string,
  mode: HearingMode,
  heard: number | undefined,
): Promise<number> {
  if (mode === 'off') return 0;
  const { next, oldest } = await ports.outbox.reach(key);
  return Math.max(0, next - 1 - Math.max(heard ?? 0, oldest - 1));
}

function errorOf({ trouble }: Delivery): OutboundView['lastError'] {
  if (!trouble) return undefined;
  const { kind, at, nextAt, answer } = trouble;
  return { ...answer, at, trouble: kind, ...(nextAt === undefined ? {} : { nextAt }) };
}

/** The group of addresses that an admin of Atlassian approves for a connection. */
function egressGroup(key: string): string {
  return `portal-${key}`;
}

/** The addresses that a connection sends to: where events go, and where tokens come from. */
export function originsOf({ url, auth }: Outbound): string[] {
  const urls = [url, auth.kind === 'oauth' ? auth.tokenUrl : undefined];
  return [...new Set(urls.flatMap((one) => (one === undefined ? [] : [new URL(one).origin])))];
}
