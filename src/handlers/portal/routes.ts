/** The portal API: every call of it, once. The API description is made from this table. */
import { postComments } from './calls/comments';
import { getEvents, getFindings } from './calls/events';
import { getFormats } from './calls/formats';
import { deleteFindings, postFindings } from './calls/findings';
import { getReceipt, lookup } from './calls/lookup';
import { ping } from './calls/ping';
import { postRename } from './calls/rename';
import { postReport } from './calls/report';
import { token } from './calls/token';
import { apiDescriber } from './openapi/describe-api';
import type { Route } from './route';

let described: ReturnType<typeof apiDescriber> | undefined;

/** Made when it is first asked for: most processes never are, and loading the app must stay fast. */
function describe(): ReturnType<typeof apiDescriber> {
  described ??= apiDescriber(routes);
  return described;
}

const openApi: Route = {
  open: true,
  method: 'GET',
  path: '/v1/openapi.json',
  summary: 'This description',
  answers: { 200: { description: 'This API as an OpenAPI 3.1 document.' } },
  act: async ({ ports, request }) => ({
    status: 200,
    body: describe()({
      version: ports.site.appVersion(),
      address: await ports.site.portalUrl(),
      connection: request.connection,
    }),
  }),
};

/** In the order of the description. */
export const routes: readonly Route[] = [
  ping,
  postFindings,
  deleteFindings,
  postComments,
  postReport,
  postRename,
  getFormats,
  lookup,
  getReceipt,
  getEvents,
  getFindings,
  token,
  openApi,
];
