import type { JiraCaller } from '../types';
import type { Answer } from './http/answer';
import type { Exchange } from './http/exchange';
import type { PagesContext } from './pages-context';
import { peopleOf } from './people';
import { sessionOf } from './session';

/** A call to a web trigger: handed to the host exactly as it came, limits and refusals are the host's. */
export async function callHook({ host }: PagesContext, exchange: Exchange): Promise<Answer> {
  const { method, target, rawHeaders, body } = exchange;
  const answer = await host.webTrigger(target, { method, headers: pairs(rawHeaders), body });
  return { status: answer.status, headers: answer.headers, body: answer.body };
}

/** A call to Jira's REST API, as the account of the `authorization` header or of the page's cookie. */
export async function callRest(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const { method, target, headers, body } = exchange;
  const caller = callerOf(context, exchange);
  if (!caller)
    return { status: 401, headers: { 'www-authenticate': 'Basic realm="Jira sandbox"' }, body: '' };
  const request = { method, path: target, headers, ...(body === '' ? {} : { body }) };
  const answer = await context.site.handle(request, caller);
  return { status: answer.status, headers: { ...answer.headers }, body: answer.body };
}

/** Basic authentication takes an account id as the user name; the sandbox knows no passwords. */
function callerOf(context: PagesContext, exchange: Exchange): JiraCaller | undefined {
  const header = exchange.headers['authorization'];
  if (header === undefined) return { kind: 'user', accountId: sessionOf(context, exchange).user.accountId };
  const [scheme = '', credentials = ''] = header.split(' ');
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const decoded = Buffer.from(credentials, 'base64').toString();
  const accountId = decoded.slice(0, decoded.lastIndexOf(':'));
  const known = peopleOf(context.site).some((person) => person.accountId === accountId);
  return known ? { kind: 'user', accountId } : undefined;
}

function pairs(raw: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let index = 0; index < raw.length; index += 2) list.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return list;
}
