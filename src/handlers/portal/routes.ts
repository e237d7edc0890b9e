/** The portal API's calls: path and method -> flow. */
import type { z } from 'zod';
import { Ids, limits, PostFindings } from '../../contract/portal-api';
import { fieldErrors } from '../../contract/problem';
import { formats } from '../../formats';
import type { RejectedResult } from '../../formats/format';
import { acceptFindings, sortFindings } from '../../flows/accept-findings';
import { lookupFindings, readReceipt } from '../../flows/lookup-findings';
import type { Ports } from '../../flows/ports';
import type { Connection } from '../../contract/connection';
import { type PortalAnswer, problem } from './answer';
import type { PortalRequest } from './request';

export interface Call {
  readonly ports: Ports;
  readonly connection: Connection;
  readonly request: PortalRequest;
  /** Percent-decoded parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** The parsed body of a POST. */
  readonly json: unknown;
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly act: (call: Call) => Promise<PortalAnswer>;
}

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/v1\/ping$/, act: ping },
  { method: 'POST', path: /^\/v1\/findings$/, act: postFindings },
  { method: 'POST', path: /^\/v1\/findings\/lookup$/, act: lookup },
  { method: 'GET', path: /^\/v1\/receipts\/(?<receipt>[^/]+)$/, act: getReceipt },
  { method: 'POST', path: /^\/v1\/products\/(?<product>.+)\/reports\/(?<format>[^/]+)$/, act: postReport },
];

export type Found =
  { readonly act: Route['act']; readonly params: Record<string, string> } | { readonly answer: PortalAnswer };

/** The route of a call, or 404, or 405 with the methods that the path takes. */
export function findRoute(request: PortalRequest): Found {
  const here = routes.filter(({ path }) => path.test(request.path));
  if (here.length === 0)
    return { answer: problem(404, 'There is no such call; see the API description for the paths.') };
  const route = here.find(({ method }) => method === request.method);
  const allow = here.map(({ method }) => method).join(', ');
  if (!route) return { answer: problem(405, `Use ${allow} here.`, { headers: { Allow: allow } }) };
  const groups = Object.entries(route.path.exec(request.path)?.groups ?? {});
  return {
    act: route.act,
    params: Object.fromEntries(groups.map(([name, value]) => [name, decoded(value)])),
  };
}

/** A percent sign that encodes nothing stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function ping({ ports, connection }: Call): Promise<PortalAnswer> {
  const { key, name } = connection;
  return Promise.resolve({
    status: 200,
    body: { ok: true, connection: key, name, version: ports.site.appVersion() },
  });
}

async function postFindings(call: Call): Promise<PortalAnswer> {
  const body = check(PostFindings, call.json);
  return body.ok ? accept(call, body.value.findings) : body.answer;
}

async function postReport(call: Call): Promise<PortalAnswer> {
  const { product = '', format: name = '' } = call.params;
  const format = formats[name];
  if (!format)
    return problem(
      404,
      `There is no report format "${name.slice(0, 40)}"; use ${Object.keys(formats).join(', ')}.`,
    );
  const report = format.read(call.json, { product });
  if (!report.ok) return problem(422, 'The report could not be read; see errors.', { errors: report.errors });
  const results = report.findings.length + report.rejected.length;
  if (results > limits.reportResults)
    return problem(
      422,
      `A report may hold at most ${String(limits.reportResults)} results; this one holds ${String(results)}.`,
    );
  return accept(call, report.findings, report.rejected);
}

/** A report without results is good news, not an error; a request without any valid finding is one. */
async function accept(
  { ports, connection }: Call,
  inputs: readonly unknown[],
  unreadable: readonly RejectedResult[] = [],
): Promise<PortalAnswer> {
  const { document } = await ports.settings.read();
  const { items, rejected: invalid } = sortFindings(inputs, document, ports.now());
  const rejected = [...unreadable.map(({ index, errors }) => ({ index, errors: [...errors] })), ...invalid];
  if (items.length > 0 || rejected.length === 0)
    return { status: 202, body: await acceptFindings(ports, connection.key, { items, rejected }) };
  const errors = rejected.flatMap(({ index, errors: list }) =>
    list.map(({ path, message }) => ({
      path: ['findings', String(index), path].filter(Boolean).join('.'),
      message,
    })),
  );
  return problem(422, 'None of the findings is valid; see errors.', { errors: errors.slice(0, 200) });
}

async function lookup({ ports, connection, json }: Call): Promise<PortalAnswer> {
  const body = check(Ids, json);
  if (!body.ok) return body.answer;
  return { status: 200, body: await lookupFindings(ports, connection.key, body.value.ids) };
}

async function getReceipt({ ports, connection, params }: Call): Promise<PortalAnswer> {
  const receipt = await readReceipt(ports, connection.key, params.receipt ?? '');
  return receipt
    ? { status: 200, body: receipt }
    : problem(404, 'There is no such receipt; receipts are kept for seven days.');
}

type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: PortalAnswer };

function check<T>(schema: z.ZodType<T>, json: unknown): Checked<T> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    answer: problem(422, 'The body does not fit; see errors.', { errors: fieldErrors(parsed.error) }),
  };
}
