/** Findings in, as JSON, and deletions. */
import { plainMeaning } from '../../../core/portal/plain-meaning';
import { limits, PostFindings } from '../../../contract/portal-api';
import { acceptFindings, sortFindings } from '../../../flows/intake/accept-findings';
import { forgetFindings } from '../../../flows/intake/forget-findings';
import { isInboxFull } from '../../../flows/intake/pending-chunks';
import { type PortalAnswer, problem } from '../answer';
import { checkBody } from '../check-body';
import { checkIds } from '../check-ids';
import { findingExample } from '../openapi/examples';
import { FindingsBody, IdsBody, idsDescription } from '../openapi/bodies';
import type { Call, Route } from '../route';
import { accepted, inboxFull } from './accepted';

/** Full snapshots of findings, new or known. */
export const postFindings: Route = {
  method: 'POST',
  path: '/v1/findings',
  summary: 'Send findings',
  description:
    'Each finding is a full snapshot: sending it again with changes updates its issues, sending it unchanged does nothing. Findings are checked one by one, so one that is not valid does not refuse the rest. Unknown keys are ignored; null means not given. The `id` is unique within the connection; another product under a known id moves the finding there, and in one request an id may not stand for two products. Only where the connection was made so, ids are unique within each product.',
  request: {
    description: `At most ${String(limits.findings)} findings and ${String(limits.bodyBytes)} bytes.`,
    schema: FindingsBody,
    example: { findings: [findingExample] },
  },
  answers: accepted,
  act: async (call) => {
    const body = checkBody(PostFindings, call.json);
    return body.ok ? accept(call, body.value.findings) : body.answer;
  },
};

/** Findings that the portal deleted. */
export const deleteFindings: Route = {
  method: 'POST',
  path: '/v1/findings/delete',
  summary: 'Say which findings were deleted',
  description:
    'Their issues are closed, deleted or left alone, as the administrator chose. Ids that were never sent are accepted too.',
  request: {
    description: idsDescription,
    schema: IdsBody,
    example: { ids: ['F-1001'] },
  },
  answers: accepted,
  act: async ({ ports, connection, json }) => {
    const body = checkIds(connection, json);
    if (!body.ok) return body.answer;
    if (await isInboxFull(ports, connection.key)) return inboxFull();
    return {
      status: 202,
      body: await forgetFindings(ports, connection.key, body.value.ids, body.value.product),
    };
  },
};

async function accept({ ports, connection }: Call, inputs: readonly unknown[]): Promise<PortalAnswer> {
  const { document } = await ports.settings.read();
  const { items, rejected } = sortFindings(inputs.map(plainMeaning), document, ports.now(), connection.key);
  if (items.length > 0) {
    if (await isInboxFull(ports, connection.key)) return inboxFull();
    return { status: 202, body: await acceptFindings(ports, connection.key, { items, rejected }) };
  }
  const errors = rejected.flatMap(({ index, errors: list }) =>
    list.map(({ path, message }) => ({
      path: ['findings', String(index), path].filter(Boolean).join('.'),
      message,
    })),
  );
  return problem(422, 'None of the findings is valid; see errors.', { errors });
}
