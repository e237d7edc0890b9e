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
import { describeApi } from './openapi/describe-api';
import type { Route } from './route';

const openApi: Route = {
  open: true,
  method: 'GET',
  path: '/v1/openapi.json',
  summary: 'This description',
  answers: { 200: { description: 'This API as an OpenAPI 3.1 document.' } },
  act: async ({ ports, request }) => ({
    status: 200,
    body: describeApi(routes, {
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
