import type { Recorder } from '../recorder';
import type { JiraAnswer, JiraCaller, JiraRequest, JiraSite } from '../types';
import { json, proxyError } from './answers';
import type { ForgeCall } from './calls';
import { mayImpersonate, scopesOf, type Manifest } from './manifest';

/** Passes calls of the app on to Jira as the app or as a person. */
export function createJiraService(
  manifest: Manifest,
  jira: JiraSite,
  recorder: Recorder,
): (call: ForgeCall) => Promise<JiraAnswer> {
  const scopes = scopesOf(manifest);
  const impersonates = mayImpersonate(manifest);
  return async (call) => {
    if (call.meta.remote !== 'jira')
      return json(404, { message: `No ${call.meta.remote ?? 'such service'} on this site` });
    const caller = callerOf(call, scopes, impersonates);
    if (!caller) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
    return askJira(jira, recorder, requestOf(call), caller);
  };
}

/** Asks Jira and has the call recorded. */
export async function askJira(
  jira: JiraSite,
  recorder: Recorder,
  request: JiraRequest,
  caller: JiraCaller,
): Promise<JiraAnswer> {
  const answer = await jira.handle(request, caller);
  recorder.record(request, answer);
  return answer;
}

/** As the app, or in someone's name, but that only while that person uses the app, or where the manifest allows impersonation. */
function callerOf(
  call: ForgeCall,
  scopes: ReadonlySet<string>,
  impersonates: boolean,
): JiraCaller | undefined {
  if (call.meta.provider === 'app') return { kind: 'app', scopes };
  if (call.meta.provider !== 'user') return undefined;
  const { accountId: present, consents = true } = call.invocation.spec;
  if (!consents) return undefined;
  const wanted = call.meta.accountId ?? present;
  if (wanted === undefined || (wanted !== present && !impersonates)) return undefined;
  return { kind: 'user', accountId: wanted };
}

function requestOf({ method, path, headers, body }: ForgeCall): JiraRequest {
  const typed =
    body === undefined || 'content-type' in headers
      ? headers
      : { ...headers, 'content-type': 'application/json' };
  return { method, path, headers: typed, ...(body === undefined ? {} : { body }) };
}
