import { json, type Answer } from '../http/answer';
import type { Exchange } from '../http/exchange';
import type { PagesContext } from '../pages-context';
import { sessionOf } from '../session';

interface EgressGroup {
  readonly key: string;
  readonly description: string;
  readonly configured: readonly { readonly domain: string; readonly type: readonly string[] }[];
}

interface EgressRequest {
  readonly command: 'egressGet' | 'egressSet' | 'egressDeleteDomain' | 'egressDeleteGroup';
  readonly data: {
    readonly keys?: readonly string[];
    readonly egresses?: readonly EgressGroup[];
    readonly key?: string;
    readonly domain?: string;
  };
}

/**
 * Addresses outside that an administrator manages for the app. The dialog was shown before `egressSet` arrives here;
 * whoever is no administrator changes nothing.
 */
export function bridgeEgress(context: PagesContext, exchange: Exchange): Answer {
  const { command, data } = JSON.parse(exchange.body) as EgressRequest;
  if (command === 'egressGet') return json({ result: { results: groups(context, data.keys) } });
  if (!sessionOf(context, exchange).user.admin)
    return json({ error: 'Only an administrator can change this.' }, 403);
  try {
    return json({ result: change(context, command, data) });
  } catch (error) {
    return json({ error: error instanceof Error ? error.message : String(error) }, 400);
  }
}

function change(
  context: PagesContext,
  command: EgressRequest['command'],
  data: EgressRequest['data'],
): unknown {
  const { egress } = context.host;
  if (command === 'egressSet') {
    const wanted = data.egresses ?? [];
    for (const group of wanted) approve(context, group);
    return {
      results: groups(
        context,
        wanted.map((group) => group.key),
      ),
    };
  }
  egress.revoke(data.key ?? '', command === 'egressDeleteDomain' ? data.domain : undefined);
  return {};
}

function approve({ host }: PagesContext, { key, configured }: EgressGroup): void {
  for (const { domain, type } of configured) {
    if (!type.includes('FETCH_BACKEND_SIDE'))
      throw new Error('The sandbox only knows the type FETCH_BACKEND_SIDE.');
    host.egress.approve(key, domain);
  }
}

function groups({ host }: PagesContext, keys: readonly string[] | undefined): readonly EgressGroup[] {
  return Object.entries(host.egress.groups)
    .filter(([key]) => keys === undefined || keys.includes(key))
    .map(([key, domains]) => ({
      key,
      description: '',
      configured: domains.map((domain) => ({ domain, type: ['FETCH_BACKEND_SIDE'] })),
    }));
}
