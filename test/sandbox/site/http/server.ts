import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text, type Answer } from './answer';
import { BodyTooLarge, readExchange } from './exchange';
import type { Handler } from './routes';

/** A running web server of the sandbox. */
export interface RunningServer {
  readonly origin: string;
  readonly port: number;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** How a handler's failure becomes a page. */
export type OnFailure = (error: unknown) => Answer;

/**
 * Listens on 127.0.0.1 (port 0: a free one) and answers with `handle`. The origin names `host`, so that two servers
 * of one machine can be different sites to a browser.
 */
export async function startServer(
  handle: Handler,
  { port = 0, host, onFailure }: { port?: number; host: string; onFailure: OnFailure },
): Promise<RunningServer> {
  const origin = (): string => `http://${host}:${String(portOf(server))}`;
  const server = createServer((request, response) => {
    void respond(request, response, { handle, onFailure, origin: origin() });
  });
  await listen(server, port);
  return {
    origin: origin(),
    port: portOf(server),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, onFailure, origin }: { handle: Handler; onFailure: OnFailure; origin: string },
): Promise<void> {
  const answer = await answered(request, handle, onFailure, origin);
  for (const [name, value] of Object.entries(answer.headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.statusCode = answer.status;
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

async function answered(
  request: IncomingMessage,
  handle: Handler,
  onFailure: OnFailure,
  origin: string,
): Promise<Answer> {
  try {
    return await handle(await readExchange(request, origin));
  } catch (error) {
    if (error instanceof BodyTooLarge) return text(error.message, 413);
    return onFailure(error);
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
