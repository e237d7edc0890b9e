/** The way to one portal: signed, with its credentials; a token is fetched where it needs one. */
import type { EventsBody, ToldEvent } from '../../contract/outbox';
import type { Outbound, OutboundSecrets } from '../../contract/stored/outbound';
import { tokenOf } from '../../core/portal/given-token';
import { sha256 } from '../../core/data/hash';
import { sign } from '../../core/portal/signature';
import { withoutSecrets } from '../../core/portal/without-secrets';
import type { Ports } from '../ports';
import type { PostAnswer, PostRequest } from '../ports-outbound';

/** A body on its way: what was sent, and what came back. */
export interface Sending {
  readonly request: PostRequest;
  readonly answer: PostAnswer;
}

export interface Push {
  readonly connection: string;
  /** Sends events; the same events have the same `webhook-id` each time. */
  send(events: readonly ToldEvent[], next: number): Promise<Sending>;
}

/** Undefined: there is no address to send to. */
export async function openPush(ports: Ports, connection: string): Promise<Push | undefined> {
  const outbound = await ports.outbounds.get(connection);
  const { url } = outbound;
  let secrets = await ports.outbounds.secrets(connection);
  if (url === undefined) return undefined;

  async function credentials(isFresh: boolean): Promise<PostAnswer | Record<string, string>> {
    const { auth } = outbound;
    if (auth.kind !== 'oauth') return headersOf(outbound, secrets);
    if (!isFresh && secrets.access && secrets.access.until > ports.now()) return bearer(secrets.access.token);
    const answer = await ports.outside.post(tokenRequest(auth, secrets.auth ?? ''));
    const access = tokenOf(answer.status, answer.body, ports.now());
    if (!access)
      return {
        ...answer,
        status: answer.status >= 400 ? answer.status : 0,
        noToken: true,
        text: noToken(shown(answer, secretsIn(outbound, secrets))),
      };
    secrets = { ...secrets, access };
    await ports.outbounds.putSecrets(connection, secrets);
    return bearer(access.token);
  }

  async function post(body: EventsBody, isFresh: boolean): Promise<Sending> {
    const content = JSON.stringify(body);
    const id = sha256(`${connection} ${body.events.map((event) => event.id).join(' ')}`).slice(0, 32);
    const headers = {
      'content-type': 'application/json',
      ...signed(outbound, secrets, { id, content }, ports.now()),
    };
    const request = { url: url ?? '', headers, body: content };
    const given = await credentials(isFresh);
    const answer = isAnswer(given)
      ? given
      : await ports.outside.post({ ...request, headers: { ...headers, ...given } });
    return { request, answer: shown(answer, secretsIn(outbound, secrets)) };
  }

  return {
    connection,
    async send(events, next) {
      const body = { events: [...events], next };
      const sending = await post(body, false);
      // A token may end before its time.
      const { status, noToken: isWithout } = sending.answer;
      const isOver = status === 401 && !isWithout && outbound.auth.kind === 'oauth';
      return isOver ? post(body, true) : sending;
    },
  };
}

/** A portal that answers with what it was sent must not make storage keep and the page show credentials. */
function shown({ body, text, ...answer }: PostAnswer, secrets: readonly string[]): PostAnswer {
  if (text === undefined) return answer;
  // Of the whole, for a text that was cut may end within a secret.
  const whole = body?.startsWith(text) === true ? body : text;
  return { ...answer, text: withoutSecrets(whole, secrets).slice(0, text.length) };
}

function secretsIn({ auth }: Outbound, secrets: OutboundSecrets): string[] {
  const { auth: own, access, signing, previous } = secrets;
  const user = auth.kind === 'basic' ? auth.username : auth.kind === 'oauth' ? auth.clientId : undefined;
  const pair = own !== undefined && user !== undefined ? base64(`${user}:${own}`) : undefined;
  return [own, pair, access?.token, signing, previous].filter((one) => one !== undefined);
}

function isAnswer(given: PostAnswer | Record<string, string>): given is PostAnswer {
  return typeof given['status'] === 'number';
}

/** With both secrets while a rotation lets them overlap. */
function signed(
  { previousUntil = 0 }: Outbound,
  { signing = '', previous }: OutboundSecrets,
  { id, content }: { readonly id: string; readonly content: string },
  now: number,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const secrets = previous !== undefined && previousUntil > now ? [signing, previous] : [signing];
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => sign(secret, { id, timestamp, content })).join(' '),
  };
}

function headersOf({ auth }: Outbound, { auth: secret = '' }: OutboundSecrets): Record<string, string> {
  if (auth.kind === 'basic') return { authorization: `Basic ${base64(`${auth.username}:${secret}`)}` };
  return auth.kind === 'bearer' ? bearer(secret) : {};
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

type OAuth = Extract<Outbound['auth'], { kind: 'oauth' }>;

/** RFC 6749, sections 2.3.1 and 4.4.2. */
function tokenRequest({ tokenUrl, clientId, scope }: OAuth, secret: string): PostRequest {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(scope === undefined ? {} : { scope }),
  });
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`;
  return {
    url: tokenUrl,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      authorization: `Basic ${base64(pair)}`,
    },
    body: form.toString(),
  };
}

function noToken({ status, text }: PostAnswer): string {
  return `No access token was given (${String(status)}): ${text ?? ''}`.slice(0, 500);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
