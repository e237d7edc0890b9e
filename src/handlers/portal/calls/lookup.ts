/** What became of findings: by their ids, or by the receipt of a request. */
import { limits, LookupAnswer, ReceiptAnswer } from '../../../contract/portal-api';
import { lookupFindings } from '../../../flows/intake/lookup-findings';
import { readReceipt } from '../../../flows/intake/read-receipt';
import { problem } from '../answer';
import { checkIds } from '../check-ids';
import { IdsBody, idsDescription } from '../openapi/bodies';
import { lookupExample, receiptExample } from '../openapi/examples';
import type { PortalRequest } from '../request';
import type { Route } from '../route';

/** The state and the issues of findings. */
export const lookup: Route = {
  method: 'POST',
  path: '/v1/findings/lookup',
  summary: 'Ask for the state of findings',
  description:
    'pending: waiting to be worked off. synced: the issues are as the finding asks. skipped: it becomes no issue, with the reason. held: something stands in the way and an admin sees it, with the reason. deleted: its issues were deleted. unknown: never sent by this connection.',
  request: {
    description: idsDescription,
    schema: IdsBody,
    example: { ids: ['F-1', 'F-2'] },
  },
  answers: {
    200: { description: 'In the order asked.', schema: LookupAnswer, example: lookupExample },
  },
  act: async ({ ports, connection, json }) => {
    const body = checkIds(connection, json);
    if (!body.ok) return body.answer;
    const { ids, product } = body.value;
    const asked = ids.map((id) => ({ id, product }));
    return { status: 200, body: await lookupFindings(ports, connection.key, asked) };
  },
};

/** Storage keys do not take every character that an address may hold. */
const isReceipt = /^[a-z0-9]{1,64}$/;

/** The outcome of each finding of one request. */
export const getReceipt: Route = {
  method: 'GET',
  path: '/v1/receipts/{receipt}',
  summary: 'Ask what became of a request',
  description: `Receipts are kept for seven days. Of more than ${String(limits.receiptPage)} findings it tells a page at a time; \`next\` says where the next one begins. \`done\` says that none of the request's findings wait to be worked off, and none on this page is pending. Of comments it tells one by one how each stands, with the issues of its finding.`,
  params: {
    receipt: { description: 'From the answer that accepted the findings.', example: receiptExample.receipt },
  },
  texts: { after: 'Where the page begins: the `next` of the page before.' },
  answers: {
    200: { description: 'The state of each finding.', schema: ReceiptAnswer, example: receiptExample },
  },
  act: async ({ ports, connection, params, request }) => {
    const from = readPlace(request);
    if (from === undefined)
      return problem(422, 'The page could not be found; see errors.', { errors: [noPlace] });
    const name = params.receipt ?? '';
    const page = { from, records: limits.receiptPage };
    const receipt = isReceipt.test(name) ? await readReceipt(ports, connection.key, name, page) : undefined;
    return receipt
      ? { status: 200, body: receipt.answer }
      : problem(404, 'There is no such receipt; receipts are kept for seven days.');
  },
};

const noPlace = {
  path: 'after',
  message: 'must be the next of the page before; leave it out for the first page',
};

/** Undefined: it is no number of ours. */
function readPlace(request: PortalRequest): number | undefined {
  const [value = '0', ...more] = request.query('after');
  return more.length === 0 && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}
