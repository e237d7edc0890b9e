import { z } from 'zod';
import { routes } from '../../src/handlers/portal/routes';
import { createWorld, type Portal, type World } from '../support/world';
import { problem, send, thrown } from './support';

interface Media {
  readonly schema: Record<string, unknown>;
  readonly example?: unknown;
}
interface Body {
  readonly description: string;
  readonly content: Record<string, Media>;
}
type Response = Body | { readonly $ref: string };
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly Record<string, unknown>[];
  readonly parameters?: readonly { name: string; in: string; required: boolean }[];
  readonly requestBody?: Body & { required: boolean };
  readonly responses: Record<string, Response>;
}
interface Document {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly servers: readonly { url: string; variables: Record<string, { default: string }> }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    securitySchemes: Record<string, { type: string }>;
    schemas: Record<string, Record<string, unknown>>;
    responses: Record<string, Body>;
  };
}

let world: World;
let portal: Portal;
let document: Document;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  const answer = await send(world, 'GET', `${portal.baseUrl}/v1/openapi.json`);
  expect(answer).toMatchObject({ status: 200 });
  document = answer.json as Document;
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
const resolve = (ref: string): unknown =>
  ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document);
const bodyOf = (response: Response): Body =>
  '$ref' in response ? (resolve(response.$ref) as Body) : response;

test('the description is open to all: with any connection, an unknown one, or none', async () => {
  const trigger = portal.baseUrl.replace(/\/c\/.*$/, '');
  for (const base of [`${trigger}/c/nobody`, trigger]) {
    const answer = await send(world, 'GET', `${base}/v1/openapi.json`);
    expect(answer).toMatchObject({ status: 200, json: { openapi: '3.1.0' } });
  }
  const posted = await send(world, 'POST', `${portal.baseUrl}/v1/openapi.json`, {}, '{}');
  expect(posted).toMatchObject(problem(405));
});

test('it names the server by the address that was called, and the version of the app', () => {
  const [server] = document.servers;
  expect(server?.url.replace('{connection}', server.variables.connection?.default ?? '')).toBe(
    portal.baseUrl,
  );
  expect(document.info).toMatchObject({ version: world.host.identity.appVersion });
});

test('every call of the API is described, and nothing else', () => {
  const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(described.sort()).toEqual(
    routes.map(({ method, path }) => `${method} ${path.replace('{+', '{')}`).sort(),
  );
});

test('operations have ids of their own, every path parameter, and a description for every answer', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations()) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = operation.parameters ?? [];
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named);
    for (const parameter of parameters) expect(parameter.in === 'query' || parameter.required).toBe(true);
    expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    for (const response of Object.values(operation.responses))
      expect(bodyOf(response).description).not.toBe('');
  }
});

test('every reference leads somewhere', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
  expect(refs.length).toBeGreaterThan(0);
  for (const ref of refs) expect(resolve(ref)).toBeDefined();
});

test('calls that need credentials name the three ways, and those that need none say so', () => {
  expect(Object.keys(document.components.securitySchemes)).toEqual(['signature', 'basic', 'oauth']);
  const open = operations().filter(({ operation }) => operation.security.length === 0);
  expect(open.map(({ path }) => path).sort()).toEqual(['/oauth/token', '/v1/openapi.json']);
  for (const { operation } of operations().filter((one) => one.operation.security.length > 0)) {
    expect(operation.security).toEqual([{ signature: [] }, { basic: [] }, { oauth: [] }]);
    expect(Object.keys(operation.responses)).toContain('401');
  }
});

test('every example fits its schema, and every call with a body has an example', () => {
  let examples = 0;
  for (const { operation } of operations()) {
    const bodies = [operation.requestBody, ...Object.values(operation.responses).map(bodyOf)];
    if (operation.requestBody) expect(Object.values(operation.requestBody.content)[0]?.example).toBeDefined();
    for (const { schema, example } of bodies.flatMap((body) => Object.values(body?.content ?? {}))) {
      if (example === undefined) continue;
      examples += 1;
      expect(z.fromJSONSchema(schema as never).safeParse(example).error).toBeUndefined();
    }
  }
  expect(examples).toBeGreaterThan(8);
});

test('a finding is described by its fields, those that are required and the values they take', () => {
  const body = document.paths['/v1/findings']?.post?.requestBody?.content['application/json']?.schema;
  const finding = (body?.properties as { findings: { items: Record<string, unknown> } }).findings.items;
  expect(finding.required).toEqual(['id', 'product', 'title', 'severity']);
  expect(finding.properties).toMatchObject({
    severity: { enum: ['critical', 'high', 'medium', 'low', 'info'] },
    cvss: expect.anything() as unknown,
    location: expect.anything() as unknown,
  });
});

test('answers that the app really gives fit what is described', async () => {
  const described = (path: string, method: string, status: string) => {
    const response = document.paths[path]?.[method]?.responses[status];
    const schema = response && Object.values(bodyOf(response).content)[0]?.schema;
    const inner = typeof schema?.$ref === 'string' ? resolve(schema.$ref) : schema;
    return z.fromJSONSchema(inner as never);
  };
  const posted = await portal.post('/v1/findings', {
    findings: [{ id: 'F-1', product: 'shop', title: 'T', severity: 'low' }, {}],
  });
  const { receipt } = posted.json as { receipt: string };
  for (const [schema, answer] of [
    [described('/v1/findings', 'post', '202'), posted],
    [described('/v1/findings', 'post', '422'), await portal.post('/v1/findings', { findings: [{}] })],
    [described('/v1/ping', 'get', '200'), await portal.get('/v1/ping')],
    [
      described('/v1/findings/lookup', 'post', '200'),
      await portal.post('/v1/findings/lookup', { ids: ['F-1'] }),
    ],
    [described('/v1/receipts/{receipt}', 'get', '200'), await portal.get(`/v1/receipts/${receipt}`)],
    [described('/v1/receipts/{receipt}', 'get', '404'), await portal.get('/v1/receipts/none')],
  ] as const)
    expect(schema.safeParse(answer.json).error).toBeUndefined();
});

test('every field of every body says what it is', () => {
  const fields = fieldsIn(document, '');
  expect(fields.filter(({ about }) => about === undefined)).toEqual([]);
  expect(fields.length).toBeGreaterThan(100);
});

/** All properties of all schemas in a part of the document, with their descriptions. */
function fieldsIn(part: unknown, path: string): { path: string; about: unknown }[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && part.type === 'object' && 'properties' in part ? part.properties : {};
  return [
    ...Object.entries(own as Record<string, { description?: string }>).map(([name, field]) => ({
      path: `${path}.${name}`,
      about: field.description,
    })),
    ...Object.entries(part)
      .filter(([name]) => name !== 'example')
      .flatMap(([name, inner]) => fieldsIn(inner, `${path}/${name}`)),
  ];
}
