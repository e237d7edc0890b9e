/** What the audit tells of a connection: how it is set, without anything that may be a secret. */
import type { SettingsChange } from '../../contract/api';
import type { Connection } from '../../contract/connection';
import type { Outbound } from '../../contract/stored/outbound';
import { waysOf } from '../comments/ways';
import { diffValues } from '../settings/settings-diff';

export interface Audited {
  readonly connection: Connection;
  readonly outbound: Outbound;
}

/** What differs between a connection before and after a deed. */
export function changesOf(before: Audited | undefined, after: Audited | undefined): SettingsChange[] {
  if (!before || !after) return [];
  const [old, now] = [plain(before), plain(after)];
  const parts = ['name', 'enabled', 'paused', 'outbound'] as const;
  const changes = parts.flatMap((part) => diffValues(old[part], now[part], part));
  const [from, to] = [before.outbound.url, after.outbound.url];
  // A path or a query may hold a key: only the host is told, and that the address is another one.
  return from === to
    ? changes
    : [...changes, { path: 'outbound.url', ...side('before', from), ...side('after', to) }];
}

function side(name: 'before' | 'after', url: string | undefined): Partial<SettingsChange> {
  return url === undefined ? {} : { [name]: `${new URL(url).origin}/…` };
}

function plain({ connection, outbound }: Audited) {
  const { name, enabled, paused, hears, events } = connection;
  const { toJira, fromJira, between, tag } = waysOf(connection);
  const { kind, ...credentials } = outbound.auth;
  return {
    name,
    enabled,
    paused,
    outbound: {
      mode: hears ?? 'off',
      events: events ?? 'all',
      comments: { toJira, fromJira, between, tag },
      auth: kind,
      ...('username' in credentials && { username: credentials.username }),
      ...('clientId' in credentials && { clientId: credentials.clientId }),
    },
  };
}
