/** What became of findings: by their ids, or by the receipt of a request. */
import { LookupAnswer, ReceiptAnswer } from '../../../contract/portal-api';
import { lookupFindings, readReceipt } from '../../../flows/intake/lookup-findings';
import { problem } from '../answer';
import { checkIds } from '../check-ids';
import { IdsBody, idsDescription } from '../openapi/bodies';
import { lookupExample, receiptExample } from '../openapi/examples';
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
  description: 'Receipts are kept for seven days. `done` says that nothing of the request is pending.',
  params: {
    receipt: { description: 'From the answer that accepted the findings.', example: receiptExample.receipt },
  },
  answers: {
    200: { description: 'The state of each finding.', schema: ReceiptAnswer, example: receiptExample },
  },
  act: async ({ ports, connection, params }) => {
    const name = params.receipt ?? '';
    const receipt = isReceipt.test(name) ? await readReceipt(ports, connection.key, name) : undefined;
    return receipt
      ? { status: 200, body: receipt }
      : problem(404, 'There is no such receipt; receipts are kept for seven days.');
  },
};
