/** The portal API as an OpenAPI 3.1 document, made from the table of routes and the schemas of the contract. */
import { z } from 'zod';
import { Problem } from '../../../contract/problem';
import { TokenProblem, tokenPath } from '../../../contract/portal-api';
import type { Described, Route } from '../route';

export interface ApiFacts {
  readonly version: string;
  /** The web trigger's address. */
  readonly address: string;
  /** The connection in whose name the description was asked for; may be empty. */
  readonly connection: string;
}

const about = `Send security findings; the app keeps one true Jira issue for each in the product team's and the security team's space.

The base URL belongs to one connection and is shown under Connections. A trailing slash never matters. Bodies are JSON in UTF-8, not compressed, at most 4,000,000 bytes.

Refusals come in this order: 413 and 415, 401, 404 and 405, 400, 422. They are RFC 9457 problem details. 429 and 503 say in \`Retry-After\` after how many seconds to send the call again.

A signed call (Standard Webhooks) carries \`webhook-id\`, \`webhook-timestamp\` and \`webhook-signature\`. The id of a POST is used once: the same call again gets the first answer again, another call with the same id is refused with 422, also at another path. A GET signs \`GET <path after the base URL>\` in place of the body, without the query.`;

/** Describes these calls. All that does not depend on who asks is made once: anybody may ask, as often as they like. */
export function apiDescriber(routes: readonly Route[]): (facts: ApiFacts) => object {
  const paths = pathsOf(routes);
  const schemas = { Problem: schemaOf(Problem, 'output'), TokenProblem: schemaOf(TokenProblem, 'output') };
  const responses = Object.fromEntries(
    Object.entries(problems).map(([status, description]) => [
      `Problem${status}`,
      problemOf(description, status),
    ]),
  );
  return ({ version, address, connection }) => ({
    openapi: '3.1.0',
    info: { title: 'Security Findings for Jira: portal API', version, description: about },
    servers: [
      {
        url: `${address}/c/{connection}`,
        variables: {
          connection: { default: connection || 'connection', description: 'The key of the connection.' },
        },
      },
    ],
    paths,
    components: {
      securitySchemes: securitySchemes(address, connection || 'connection'),
      schemas,
      responses,
    },
  });
}

function pathsOf(routes: readonly Route[]): Record<string, object> {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll('{+', '{');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return paths;
}

function operationOf(route: Route): object {
  const { method, summary, description, request } = route;
  const parameters = parametersOf(route);
  return {
    operationId: operationId(route),
    summary,
    ...(description === undefined ? {} : { description }),
    security: route.open ? [] : schemeNames.map((name) => ({ [name]: [] })),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(request === undefined ? {} : { requestBody: bodyOf(request) }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, answer]) => [
          status,
          answerOf(answer, 'application/json', 'output'),
        ]),
      ),
      ...refusalsOf(route, method),
    },
  };
}

function parametersOf({ params = {}, switches = {}, texts = {} }: Route): object[] {
  return [
    ...Object.entries(params).map(([name, param]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
      ...param,
    })),
    ...Object.entries(switches).map(([name, description]) => ({
      name,
      in: 'query',
      schema: { type: 'boolean', default: false },
      description,
    })),
    ...Object.entries(texts).map(([name, description]) => ({
      name,
      in: 'query',
      schema: { type: 'string' },
      description,
    })),
  ];
}

function operationId({ method, path }: Route): string {
  const words = path.split(/[^a-zA-Z]+/).filter((word) => word !== '' && word !== 'v');
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(
    '',
  );
}

function bodyOf({ media = 'application/json', ...request }: NonNullable<Route['request']>): object {
  return { required: true, ...answerOf(request, media, 'input') };
}

function answerOf(
  { description, schema, example }: Described,
  media: string,
  io: 'input' | 'output',
): object {
  const content = {
    schema: schema ? schemaOf(schema, io) : { type: 'object' },
    ...(example === undefined ? {} : { example }),
  };
  return { description, content: { [media]: content } };
}

const problems: Record<string, string> = {
  400: 'The body is no JSON.',
  401: 'The credentials are missing or wrong, or the connection is switched off.',
  404: 'There is no such thing.',
  410: 'What came after this number is not known any more; `next` is the number to go on with after all findings were read.',
  413: 'The body is too large.',
  415: 'The body is compressed, or is not JSON in UTF-8.',
  422: 'The body or the query does not fit, or the webhook-id was used for another call; `errors` names the fields.',
  429: 'Too much is waiting already; try again after the seconds in Retry-After.',
  503: 'The call could not be carried out and nothing was accepted; send it again after the seconds in Retry-After.',
};

/** What a call may be refused with, by what it takes. */
function refusalsOf(route: Route, method: Route['method']): Record<string, object> {
  if (route.path === tokenPath) return tokenRefusals;
  const writes = method === 'POST' ? ['400', '413', '415', '422', '429'] : [];
  const guarded = route.open ? [] : ['401'];
  const finds = Object.keys(route.params ?? {}).length > 0 ? ['404'] : [];
  const statuses = [...new Set([...writes, ...guarded, ...finds, ...(route.refuses ?? []), '503'])].sort();
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  );
}

const tokenRefusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/TokenProblem' } } },
});

const tokenRefusals = {
  400: tokenRefusal('The form is not as OAuth 2.0 wants it.'),
  401: tokenRefusal('Client id or client secret is wrong, or the connection is switched off.'),
  413: { $ref: '#/components/responses/Problem413' },
  415: { $ref: '#/components/responses/Problem415' },
  503: { $ref: '#/components/responses/Problem503' },
};

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait.', required: true, schema: { type: 'integer', minimum: 1 } },
};

function problemOf(description: string, status: string): object {
  return {
    description,
    ...(status === '429' || status === '503' ? { headers: retryAfter } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

const schemeNames = ['signature', 'basic', 'oauth'];

function securitySchemes(address: string, connection: string): object {
  return {
    signature: {
      type: 'apiKey',
      in: 'header',
      name: 'webhook-signature',
      description:
        'Standard Webhooks (https://www.standardwebhooks.com), together with webhook-id and webhook-timestamp (seconds, at most five minutes off): `v1,` and the base64 HMAC-SHA256 of `<id>.<timestamp>.<body>`, keyed with the base64-decoded part of the secret after `whsec_`.',
    },
    basic: { type: 'http', scheme: 'basic' },
    oauth: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: `${address}/c/${connection}${tokenPath}`, scopes: {} } },
    },
  };
}

/** JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. Requests are described as sent, answers as received. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io });
  return described;
}
