/** Where the app is installed. */
import { asApp, getAppContext, route, webTrigger } from '@forge/api';
import { z } from 'zod';
import type { Site } from '../../flows/ports';
import type { Cache } from '../store/cache';

const dayMs = 24 * 60 * 60_000;
const ServerInfo = z.object({ baseUrl: z.string() });

/** The site of the current installation. */
export function createSite(cache: Cache): Site {
  return {
    async url() {
      const known = await cache.through('site-url', dayMs, 0, async () => {
        const answer = await asApp().requestJira(route`/rest/api/3/serverInfo`);
        if (!answer.ok) return { ok: false, failure: { kind: 'unknown', detail: 'no server info' } };
        return { ok: true, value: ServerInfo.parse(await answer.json()).baseUrl };
      });
      return known.ok ? known.value : '';
    },
    portalUrl: async () => (await webTrigger.getUrl('portal')).replace(/\/$/, ''),
    environment: () => getAppContext().environmentAri.environmentId,
    appVersion: () => getAppContext().appVersion,
  };
}
