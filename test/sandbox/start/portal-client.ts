/** A portal that calls the app over HTTP, signing as Standard Webhooks asks. */
import { randomUUID } from 'node:crypto';
import { signedHeaders } from '../signed-call';
import type { PortalAccess } from './state';

export interface PortalClient {
  get(path: string): Promise<unknown>;
  post(path: string, body: string): Promise<unknown>;
}

/** Calls that fail throw with the app's own words. */
export function portalClient({ baseUrl, secret }: PortalAccess): PortalClient {
  async function call(method: string, path: string, content: string, body?: string): Promise<unknown> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...signedHeaders(secret, { id: randomUUID(), timestamp, content }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${text}`);
    return JSON.parse(text) as unknown;
  }
  return {
    get: (path) => call('GET', path, `GET ${path}`),
    post: (path, body) => call('POST', path, body, body),
  };
}

/** A command for a shell with openssl and curl: it makes id, timestamp and signature when it runs. */
export function signedCommand({ baseUrl, secret }: PortalAccess): string {
  const finding = {
    id: 'DEMO-1',
    product: 'shop',
    title: 'Weak password hash',
    severity: 'high',
    status: 'verified',
  };
  return [
    `body='${JSON.stringify({ findings: [finding] })}'`,
    'id=$(openssl rand -hex 16); ts=$(date +%s)',
    `key=$(printf %s '${secret.replace('whsec_', '')}' | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')`,
    'sig=$(printf %s "$id.$ts.$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)',
    `curl -sS '${baseUrl}/v1/findings' -H 'content-type: application/json' -H "webhook-id: $id" \\`,
    '  -H "webhook-timestamp: $ts" -H "webhook-signature: v1,$sig" --data "$body"',
  ].join('\n');
}
