import { json } from '../http/jira-error';
import { SCOPES } from '../http/route';
import type { Route } from '../http/route';
import { timestampOf } from '../views/timestamp';

/** What the site says of itself. */
export const serverInfoRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    scopes: SCOPES.none,
    handle: ({ world }) =>
      json(200, {
        baseUrl: world.options.baseUrl,
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100300,
        buildDate: '2026-07-21T00:00:00.000+0000',
        serverTime: timestampOf(world, world.clock.now()),
        scmInfo: 'sandbox',
        serverTitle: 'Jira',
      }),
  },
];
