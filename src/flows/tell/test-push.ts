import type { PushTested } from '../../contract/outbound';
import { standingConnection } from '../connections/manage-connections';
import type { Ports } from '../ports';
import { openPush } from './open-push';

/** What is shown in place of credentials. */
const hidden = '…';

/**
 * Sends one event of the type `test` now, whatever waits. Undefined: there is no such connection; `noUrl`: it has no
 * address to send to.
 */
export async function testPush(ports: Ports, key: string): Promise<PushTested | 'noUrl' | undefined> {
  if (!(await standingConnection(ports, key))) return undefined;
  const push = await openPush(ports, key);
  if (!push) return 'noUrl';
  const { n } = await ports.outbounds.delivery(key);
  const begun = ports.now();
  const at = new Date(begun).toISOString();
  const { request, answer } = await push.send([{ id: ports.newId(), n, type: 'test', at, data: {} }], n);
  const { status, text } = answer;
  // The signature tells whoever knows the secret that the request is genuine, and may be shown.
  const { authorization, ...headers } = { ...request.headers };
  return {
    at: begun,
    request: {
      url: request.url,
      headers: authorization === undefined ? headers : { ...headers, authorization: hidden },
      body: request.body,
    },
    answer: { status, ...(text === undefined ? {} : { text }) },
    ms: ports.now() - begun,
    ...(answer.unapproved ? { unapproved: true } : {}),
  };
}
