import type { CallTarget } from '../faults';
import type { JiraAnswer } from '../types';
import { json } from './answers';
import { carryOut, toCall, type CallSetting, type ForgeCall, type Service } from './calls';
import type { Egress } from './egress';
import { runOutside } from './globals';
import type { Accounts } from './accounts';
import type { Dispatch } from './invocation';
import type { Kvs } from './kvs/service';
import { scopesOf, type Manifest } from './manifest';
import type { WebTriggerUrls } from './web-trigger-urls';

/** The parts of the platform that calls go to. */
export interface Services {
  readonly jira: (call: ForgeCall) => Promise<JiraAnswer>;
  readonly kvs: Kvs;
  readonly egress: Egress;
  readonly urls: WebTriggerUrls;
  readonly queues: (call: ForgeCall) => JiraAnswer;
  readonly accounts: Accounts;
}

/** Sends each platform call to the part that answers it. The stand-ins run outside the invocation. */
export function createDispatch(setting: CallSetting, manifest: Manifest, services: Services): Dispatch {
  const mayStore = scopesOf(manifest).has('storage:app');
  const route = (call: ForgeCall): [CallTarget, Service] => {
    const { type, remote } = call.meta;
    if (type === 'egress') return ['egress', (it) => services.egress.fetch(it)];
    if (type === 'kvs')
      return [
        'kvs',
        (it) => Promise.resolve(mayStore ? services.kvs.handle(it.path, it.body ?? '') : NO_STORAGE),
      ];
    if (remote === 'stargate') return ['queue', (it) => Promise.resolve(stargate(services, it))];
    return ['jira', services.jira];
  };
  return (invocation, meta, path, init) =>
    runOutside(async () => {
      const call = toCall(invocation, meta, path, init);
      const [target, service] = route(call);
      return carryOut(setting, target, call, service);
    });
}

const NO_STORAGE = json(403, { code: 'FORBIDDEN', message: 'The scope storage:app is missing.' });

function stargate({ urls, queues, accounts }: Services, call: ForgeCall): JiraAnswer {
  if (call.path === '/graphql') return urls.graphql(call.body ?? '');
  if (call.path.startsWith('/webhook/queue/')) return queues(call);
  if (call.path === '/app/report-accounts') return accounts.handle(call);
  return json(501, { message: `The sandbox does not know ${call.path}` });
}
