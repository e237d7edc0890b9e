import type { CallFunction } from './functions';
import type { Identity } from './identity';
import { moduleOf, type Manifest } from './manifest';

/** Who sits in front of the page, and where on the site the page is shown. */
export interface ResolverCaller {
  readonly accountId: string;
  readonly extension?: Readonly<Record<string, unknown>>;
}

export interface ResolverSetting {
  readonly manifest: Manifest;
  readonly identity: Identity;
  readonly siteUrl: string;
  readonly callFunction: CallFunction;
}

export interface ResolverRequest {
  readonly moduleType: string;
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload: unknown;
  readonly caller: ResolverCaller;
}

const MAX_REQUEST_BYTES = 500 * 1024;
const MAX_RESPONSE_BYTES = 5 * 1024 * 1024;
const TIMEOUT_SECONDS = 25;

/** What `invoke` of a page does. @throws with the words that the page would see. */
export async function callResolver(setting: ResolverSetting, request: ResolverRequest): Promise<unknown> {
  const { moduleType, moduleKey, functionKey, payload, caller } = request;
  const module = moduleOf(setting.manifest, moduleType, moduleKey);
  const handler = module.resolver?.function ?? module.function;
  if (handler === undefined) throw new Error(`${moduleType} ${moduleKey} has no resolver.`);
  if (size(payload) > MAX_REQUEST_BYTES) throw invocationError('Request payload size limit exceeded');
  const call = {
    functionKey: handler,
    moduleKey,
    moduleType,
    timeoutSeconds: TIMEOUT_SECONDS,
    accountId: caller.accountId,
  };
  const outcome = await setting.callFunction(call, {
    call: { functionKey, payload },
    context: contextOf(setting, request),
  });
  if (outcome.type === 'failed') throw invocationError(outcome.error.message);
  if (size(outcome.value) > MAX_RESPONSE_BYTES) throw invocationError('Response payload size limit exceeded');
  return outcome.value;
}

function contextOf(
  { identity, siteUrl }: ResolverSetting,
  { moduleType, moduleKey, caller }: ResolverRequest,
): object {
  const { appId, environmentId, cloudId } = identity;
  return {
    cloudId,
    siteUrl,
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`,
    moduleKey,
    environmentId,
    environmentType: 'DEVELOPMENT',
    extension: { type: moduleType, ...caller.extension },
  };
}

function size(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

function invocationError(message: string): Error {
  return new Error(`There was an error invoking the function - ${message}`);
}
