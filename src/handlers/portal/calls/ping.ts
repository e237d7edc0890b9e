import { PingAnswer } from '../../../contract/portal-api';
import { pingExample } from '../openapi/examples';
import type { Route } from '../route';

/** Proves the credentials. */
export const ping: Route = {
  method: 'GET',
  path: '/v1/ping',
  summary: 'Prove the credentials',
  description: 'Changes nothing; names the connection and the version of the app.',
  answers: { 200: { description: 'The credentials are right.', schema: PingAnswer, example: pingExample } },
  act: ({ ports, connection: { key, name } }) =>
    Promise.resolve({
      status: 200,
      body: { ok: true, connection: key, name, version: ports.site.appVersion() },
    }),
};
