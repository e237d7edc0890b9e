import type { SandboxClock } from '../clock';
import { json, proxyError } from './answers';
import type { ForgeCall } from './calls';
import { installGlobals } from './globals';
import type { Manifest } from './manifest';

/** Answers calls to other hosts in place of the network. */
export type EgressHandler = (url: URL, init: RequestInit) => Promise<Response>;

/** The addresses outside that an admin allowed, by group. */
export type EgressGroups = Record<string, string[]>;

/** Calls to other hosts: only where the manifest or an admin allows the address. */
export interface Egress {
  readonly groups: Readonly<EgressGroups>;
  /** What the dialog does when the admin agrees. @throws when the manifest does not ask for it or a limit is reached. */
  approve(group: string, address: string): void;
  /** Takes back one address, or the whole group. */
  revoke(group: string, address?: string): void;
  /** The `external` part of the app's permissions as the app can read it. */
  external(): object;
  fetch(call: ForgeCall): Promise<Response>;
}

const MAX_GROUPS = 10;
const MAX_DOMAINS = 10;

/** `handler` stands for the network; without one, addresses of this machine are really called and no other. */
export function createEgress(
  manifest: Manifest,
  clock: SandboxClock,
  restored: EgressGroups = {},
  handler: EgressHandler = loopback,
): Egress {
  const groups: EgressGroups = structuredClone(restored);
  const external = manifest.permissions?.external;
  const declared = (external?.fetch?.backend ?? []).flatMap((entry) =>
    typeof entry === 'string' ? entry : (entry.address ?? []),
  );
  const allowed = (): string[] => [...declared, ...Object.values(groups).flat()];
  return {
    groups,
    approve(group, address) {
      if (external?.configurable?.enabled !== true)
        throw new Error('permissions.external.configurable.enabled is not true in the manifest.');
      if (!(group in groups) && Object.keys(groups).length >= MAX_GROUPS)
        throw new Error(`At most ${String(MAX_GROUPS)} egress groups are allowed.`);
      const known = (groups[group] ??= []);
      if (known.includes(address)) return;
      if (known.length >= MAX_DOMAINS)
        throw new Error(`At most ${String(MAX_DOMAINS)} addresses are allowed in an egress group.`);
      known.push(address);
    },
    revoke(group, address) {
      const rest = address === undefined ? [] : (groups[group] ?? []).filter((known) => known !== address);
      if (rest.length > 0) groups[group] = rest;
      else Reflect.deleteProperty(groups, group);
    },
    external: () => ({ ...external, fetch: { ...external?.fetch, backend: allowed() } }),
    async fetch(call) {
      const url = new URL(call.path);
      if (!allowed().some((address) => covers(address, url))) return refused();
      const letGo = clock.hold();
      try {
        return await handler(url, call.init);
      } finally {
        letGo();
      }
    },
  };
}

/** An address is `*`, a host, a host with a leading `*.`, or an origin; paths do not count for calls from the back end. */
function covers(address: string, url: URL): boolean {
  if (address === '*') return true;
  const [protocol, rest] = address.includes('://') ? address.split('://', 2) : ['https', address];
  const host = (rest ?? '').split('/')[0] ?? '';
  if (url.protocol !== `${protocol ?? ''}:`) return false;
  return host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host;
}

function refused(): Response {
  const { status, headers } = proxyError(403, 'REQUEST_EGRESS_ALLOWLIST_ERR');
  return new Response('REQUEST_EGRESS_ALLOWLIST_ERR', { status, headers: { ...headers } });
}

/** Really calls addresses of this machine, and no other. */
export async function loopback(url: URL, init: RequestInit): Promise<Response> {
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) {
    const { status, headers, body } = json(502, { message: `The sandbox does not call ${url.host}` });
    return new Response(body, { status, headers: { ...headers } });
  }
  return installGlobals().nativeFetch(url, init);
}
