/** Findings in: as JSON, or as a scanner's report. */
import { Accepted, Ids, limits, PostFindings } from '../../../contract/portal-api';
import { acceptFindings, sortFindings } from '../../../flows/intake/accept-findings';
import { absentFindings, forgetFindings } from '../../../flows/intake/forget-findings';
import { isInboxFull } from '../../../flows/intake/pending-chunks';
import { formats } from '../../../formats';
import type { RejectedResult, ReportPart } from '../../../formats/format';
import { nameFindings } from '../../../formats/name-findings';
import { type PortalAnswer, problem } from '../answer';
import { checkBody } from '../check-body';
import { acceptedExample, findingExample } from '../openapi/examples';
import { FindingsBody, IdsBody } from '../openapi/bodies';
import { readSwitch } from '../read-switch';
import type { Call, Route } from '../route';
import { z } from 'zod';

const accepted = {
  202: {
    description:
      'The valid findings are safe in storage and will be worked off; the others are named. Ask for the receipt to learn what became of them.',
    schema: Accepted,
    example: acceptedExample,
  },
};

/** Full snapshots of findings, new or known. */
export const postFindings: Route = {
  method: 'POST',
  path: '/v1/findings',
  summary: 'Send findings',
  description:
    'Each finding is a full snapshot: sending it again with changes updates its issues, sending it unchanged does nothing. Findings are checked one by one, so one that is not valid does not refuse the rest. Unknown keys are ignored; null means not given.',
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
    description: `At most ${String(limits.lookupIds)} ids.`,
    schema: IdsBody,
    example: { ids: ['F-1001'] },
  },
  answers: accepted,
  act: async ({ ports, connection, json }) => {
    const body = checkBody(Ids, json);
    if (!body.ok) return body.answer;
    if (await isInboxFull(ports, connection.key)) return inboxFull();
    return { status: 202, body: await forgetFindings(ports, connection.key, body.value.ids) };
  },
};

/** A report as a scanner wrote it. */
export const postReport: Route = {
  method: 'POST',
  path: '/v1/products/{+product}/reports/{format}',
  summary: 'Send a report of a scanner',
  description: `Findings are read out of the report. Formats: ${Object.keys(formats).join(', ')}. At most ${String(limits.reportResults)} results.`,
  params: {
    product: {
      description:
        'The product that the findings belong to, percent-encoded: everything up to the last /reports/.',
      example: 'web%2Fshop',
    },
    format: { description: 'The format of the report.', example: 'sarif' },
  },
  switches: {
    complete:
      'true: the report holds everything that the tool finds in the product, so open findings of this tool that it lacks are resolved.',
  },
  request: {
    description: 'The report as the tool wrote it.',
    schema: z.looseObject({}),
    example: { version: '2.1.0', runs: [] },
  },
  answers: accepted,
  act: report,
};

async function report(call: Call): Promise<PortalAnswer> {
  const { product = '', format: name = '' } = call.params;
  const format = formats[name];
  if (!format) {
    const known = Object.keys(formats).join(', ');
    return problem(404, `There is no report format "${name.slice(0, 40)}"; use ${known}.`);
  }
  const complete = readSwitch(call.request, 'complete');
  if (!complete.ok) return complete.answer;
  const read = format.read(call.json, { product });
  if (!read.ok) return problem(422, 'The report could not be read; see errors.', { errors: read.errors });
  const results = read.results.length + read.rejected.length;
  if (results <= limits.reportResults) {
    const tools = complete.on ? completeTools(read.parts) : [];
    return accept(call, nameFindings(read, product), read.rejected, { product, tools });
  }
  const most = String(limits.reportResults);
  return problem(422, `A report may hold at most ${most} results; this one holds ${String(results)}.`);
}

/** The tools of which every part got through. */
function completeTools(parts: readonly ReportPart[]): string[] {
  const failed = new Set(parts.filter(({ incomplete }) => incomplete).map(({ tool }) => tool));
  return [...new Set(parts.map(({ tool }) => tool))].filter((tool) => !failed.has(tool));
}

/** A report without results is good news, not an error; a request without any valid finding is one. */
async function accept(
  { ports, connection }: Call,
  inputs: readonly unknown[],
  unreadable: readonly RejectedResult[] = [],
  complete: { product: string; tools: readonly string[] } = { product: '', tools: [] },
): Promise<PortalAnswer> {
  const { document } = await ports.settings.read();
  const { items, rejected: invalid } = sortFindings(inputs, document, ports.now());
  const rejected = [...unreadable.map(({ index, errors }) => ({ index, errors: [...errors] })), ...invalid];
  if (items.length > 0 || rejected.length === 0) {
    if (await isInboxFull(ports, connection.key)) return inboxFull();
    // What was refused is still there: only what the report does not name is gone.
    const present = new Set(inputs.flatMap(idOf));
    const { product, tools } = complete;
    const gone = tools.length > 0 ? await absentFindings(ports, connection.key, product, tools, present) : [];
    const all = { items: [...items, ...gone], rejected };
    return { status: 202, body: await acceptFindings(ports, connection.key, all, items.length) };
  }
  const errors = rejected.flatMap(({ index, errors: list }) =>
    list.map(({ path, message }) => ({
      path: ['findings', String(index), path].filter(Boolean).join('.'),
      message,
    })),
  );
  return problem(422, 'None of the findings is valid; see errors.', { errors });
}

function idOf(input: unknown): string[] {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof id === 'string' ? [id] : [];
}

const fullRetrySeconds = 300;

function inboxFull(): PortalAnswer {
  return problem(
    429,
    'Too many findings wait to be worked off already; nothing was accepted. Send them again later. An administrator sees under Activity what holds them up.',
    { headers: { 'Retry-After': String(fullRetrySeconds) } },
  );
}
