import { json, type Answer } from '../http/answer';
import type { Exchange } from '../http/exchange';
import { dashboardPath } from '../pages/dashboard-page';
import type { PagesContext } from '../pages-context';

interface SubmitRequest {
  readonly token: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/**
 * What `view.submit` does: keeps what the edit view of a gadget hands over, and answers where to go on. Jira takes
 * whole positive minutes for `refresh`. Other views have nothing to submit.
 */
export function bridgeSubmit(context: PagesContext, exchange: Exchange): Answer {
  const { token, payload = {} } = JSON.parse(exchange.body) as SubmitRequest;
  const grant = context.tokens.read(token);
  if (!grant) return json({ error: 'The site was started anew. Reload the page.' }, 403);
  const { entryPoint, gadget } = grant.extension;
  if (grant.moduleType !== 'jira:dashboardGadget' || entryPoint !== 'edit')
    return json({ error: "this resource's view is not submittable." }, 400);
  const { refresh } = payload;
  if (refresh !== undefined && !(Number.isInteger(refresh) && Number(refresh) > 0))
    return json({ error: 'refresh must be a positive integer.' }, 400);
  context.dashboard.configure((gadget as { id: string }).id, payload);
  return json({ result: dashboardPath(context) });
}
