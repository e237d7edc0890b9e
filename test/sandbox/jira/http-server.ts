import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { JiraAnswer, JiraCaller, JiraRequest, JiraSite } from '../types';

/** A site that listens on a local port. */
export interface SiteServer {
  /** For example `http://127.0.0.1:51234`. */
  readonly url: string;
  close(): Promise<void>;
}

/** How a site is put on a port. */
export interface SiteServerOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** The scopes of a caller who signs in as the app. */
  readonly appScopes?: ReadonlySet<string>;
  /** Hears of every call and its answer. */
  readonly onCall?: (request: JiraRequest, answer: JiraAnswer) => void;
}

/** Serves a site's REST API over HTTP. The user name of Basic authentication is the account id. */
export async function startSiteServer(site: JiraSite, options: SiteServerOptions = {}): Promise<SiteServer> {
  const server = createServer((incoming, outgoing) => {
    respond(site, options, incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function respond(
  site: JiraSite,
  { appScopes, onCall }: SiteServerOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await readRequest(incoming);
  const accountId = accountOf(incoming.headers.authorization);
  const caller: JiraCaller =
    accountId === site.appAccountId && appScopes
      ? { kind: 'app', scopes: appScopes }
      : { kind: 'user', accountId: accountId ?? '' };
  const answer = await site.handle(request, caller);
  onCall?.(request, answer);
  outgoing.writeHead(answer.status, { ...answer.headers }).end(answer.body);
}

async function readRequest(incoming: IncomingMessage): Promise<JiraRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const body = Buffer.concat(chunks).toString('utf8');
  const base = { method: incoming.method ?? 'GET', path: incoming.url ?? '/', headers };
  return body === '' ? base : { ...base, body };
}

/** The user name of Basic authentication; account ids may hold colons, so the last one ends it. */
function accountOf(header: string | undefined): string | undefined {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const end = text.lastIndexOf(':');
  return end === -1 ? text : text.slice(0, end);
}
