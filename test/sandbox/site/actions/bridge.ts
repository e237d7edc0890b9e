import { json, type Answer } from '../http/answer';
import type { Exchange } from '../http/exchange';
import type { PagesContext } from '../pages-context';
import { sessionOf } from '../session';

interface InvokeRequest {
  readonly token: string;
  readonly functionKey: string;
  readonly payload?: unknown;
}

interface ProductRequest {
  readonly product: string;
  readonly restPath: string;
  readonly fetchRequestInit: {
    readonly method?: string;
    readonly headers?: readonly (readonly [string, string])[];
    readonly body?: string | null;
  };
}

/** Runs a resolver for a page of the app, as the person who looks and for what the frame was opened for. */
export async function bridgeInvoke(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const { token, functionKey, payload } = JSON.parse(exchange.body) as InvokeRequest;
  const grant = context.tokens.read(token);
  if (!grant) return refused(403, 'The site was started anew. Reload the page.');
  const { accountId } = sessionOf(context, exchange).user;
  const caller = { accountId, extension: grant.extension };
  try {
    const result = await context.host.invokeResolver(
      grant.moduleType,
      grant.moduleKey,
      functionKey,
      payload,
      caller,
    );
    return json({ result });
  } catch (error) {
    // The host throws with the words that a page of the platform sees.
    return json({ error: error instanceof Error ? error.message : String(error) });
  }
}

/** Calls Jira for a page of the app, always as the person who looks. */
export async function bridgeProduct(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const { product, restPath, fetchRequestInit: init } = JSON.parse(exchange.body) as ProductRequest;
  if (product !== 'jira') return refused(400, `There is no ${product} on this site.`);
  if (!restPath.startsWith('/')) return refused(400, 'The path must start with a slash.');
  const { accountId } = sessionOf(context, exchange).user;
  const headers = Object.fromEntries(
    (init.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const call = { method: (init.method ?? 'GET').toUpperCase(), path: restPath, headers };
  const body = typeof init.body === 'string' && init.body !== '' ? { body: init.body } : {};
  const answer = await context.host.requestJira(accountId, { ...call, ...body });
  return json({
    body: answer.body,
    headers: answer.headers,
    status: answer.status,
    statusText: '',
    isAttachment: false,
  });
}

function refused(status: number, error: string): Answer {
  return json({ error }, status);
}
