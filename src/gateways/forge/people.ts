/** Atlassian's personal data API, and what the app remembers of it. */
import { privacy } from '@forge/api';
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { People } from '../../flows/ports';

const refreshedKey = 'people-refreshed';
const Refreshed = z.record(z.string(), z.number());
const foundPrefix = 'cache:assignee:';

/** The people of this installation. */
export function createPeople(): People {
  return {
    async report(accounts) {
      const stored = accounts.map(({ id, at }) => ({
        accountId: id,
        updatedAt: new Date(at).toISOString(),
      }));
      const told = await privacy.reportPersonalData(stored).catch((answer: unknown) => {
        throw answer instanceof Response
          ? new Error(`reporting personal data: ${String(answer.status)}`)
          : answer;
      });
      return new Map(told.map(({ accountId, status }) => [accountId, status]));
    },
    refreshed: async () => new Map(Object.entries(Refreshed.parse((await kvs.get(refreshedKey)) ?? {}))),
    noteRefreshed: (refreshed) => kvs.set(refreshedKey, Object.fromEntries(refreshed)),
    async forgetFound() {
      for (;;) {
        const query = kvs.query().where('key', WhereConditions.beginsWith(foundPrefix)).limit(25);
        const { results } = await query.getMany();
        for (const { key } of results) await kvs.delete(key);
        if (results.length < 25) return;
      }
    },
  };
}
