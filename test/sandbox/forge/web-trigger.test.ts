import { failure, manifestWith, testHost } from './support';

/** What the function of a web trigger is given. */
interface Given {
  readonly headers: Record<string, string[]>;
  readonly queryParameters: Record<string, string[]>;
  readonly userPath: string;
  readonly path: string;
  readonly method: string;
  readonly body: string;
}

async function given(
  path: string,
  more: { headers?: [string, string][]; body?: string | Buffer } = {},
): Promise<Given> {
  const test = testHost();
  let event: Given | undefined;
  test.main = (body: Given) => {
    event = body;
    return { statusCode: 200 };
  };
  await test.host.webTrigger('hook', { method: 'POST', path, ...more });
  if (!event) throw new Error('The function was not called.');
  return event;
}

test('the function is given the request with lists of headers, spelled as sent', async () => {
  const { headers, body, method } = await given('', {
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Many', 'a'],
      ['X-Many', 'b'],
    ],
    body: Buffer.from('{"ä":1}'),
  });
  expect({ headers, body, method }).toEqual({
    headers: { 'Content-Type': ['application/json'], 'X-Many': ['a', 'b'] },
    body: '{"ä":1}',
    method: 'POST',
  });
});

test('userPath is what follows the id, encoded as sent', async () => {
  const { path, userPath } = await given('/c/one/v1/products/a%2Fb%20c/?x=1');
  expect(userPath).toBe('/c/one/v1/products/a%2Fb%20c/');
  expect(path).toMatch(/^\/public\/[^/]+\/c\/one\/v1\/products\/a%2Fb%20c\/$/);
  expect((await given('')).userPath).toBe('');
});

test('query values are split at commas and the raw query is lost', async () => {
  const event = await given('/x?a=1,2&a=3&b=x%2Cy&c=a+b&d');
  expect(event.queryParameters).toEqual({ a: ['1', '2', '3'], b: ['x', 'y'], c: ['a b'], d: [''] });
  expect(JSON.stringify({ ...event, queryParameters: {} })).not.toContain('a=1');
});

test('the URL itself can be called, and one that does not exist is not found', async () => {
  const test = testHost();
  test.main = (event: Given) => ({
    statusCode: 201,
    headers: { 'Content-Type': ['text/plain'] },
    body: event.userPath,
  });
  const url = test.host.webTriggerUrl('hook');
  expect(url).toMatch(/^https:\/\/[-0-9a-f]+\.webtrigger\.atlassian\.app\/public\/\w+$/);
  expect(await test.host.webTrigger(`${url}/c/one`, { method: 'GET' })).toMatchObject({
    status: 201,
    headers: { 'Content-Type': ['text/plain'] },
    body: '/c/one',
  });
  expect(await test.host.webTrigger('https://x.example/public/nope', { method: 'GET' })).toMatchObject({
    status: 404,
  });
  test.host.publicOrigin = 'http://127.0.0.1:8080';
  expect(test.host.webTriggerUrl('hook')).toMatch(/^http:\/\/127\.0\.0\.1:8080\/public\//);
});

test('answers carry the headers of the platform', async () => {
  const { host } = testHost();
  const { headers } = await host.webTrigger('hook', { method: 'GET' });
  expect(headers).toMatchObject({
    'X-Ratelimit-Limit': [expect.any(String)],
    'X-Ratelimit-Remaining': [expect.any(String)],
    'X-Ratelimit-Reset': [expect.any(String)],
  });
});

test.each([
  ['nothing', undefined],
  ['a status that is no integer', { statusCode: '200' }],
  ['a header that is no list', { statusCode: 200, headers: { a: 'b' } }],
  ['a body that is no text', { statusCode: 200, body: { a: 1 } }],
])('a function that answers %s is answered with 500', async (_case, result) => {
  const test = testHost();
  test.main = () => result;
  expect(await test.host.webTrigger('hook', { method: 'GET' })).toMatchObject({ status: 500, body: '' });
});

test('a function that throws is answered with 424 and without its words', async () => {
  const test = testHost();
  test.main = () => {
    throw new Error('secret detail');
  };
  expect(await test.host.webTrigger('hook', { method: 'GET' })).toMatchObject({ status: 424, body: '' });
});

test('the platform refuses above 5 MB by itself, counted with headers and after escaping', async () => {
  const test = testHost();
  let called = 0;
  test.main = () => {
    called += 1;
    return { statusCode: 200 };
  };
  const send = (body: string, headers: [string, string][] = []) =>
    test.host.webTrigger('hook', { method: 'POST', body, headers });
  expect(await send('x'.repeat(5_000_000))).toMatchObject({ status: 200 });
  expect(await send('"'.repeat(2_700_000))).toMatchObject({ status: 413 });
  expect(await send('x'.repeat(5_000_000), [['X-Large', 'y'.repeat(300_000)]])).toMatchObject({
    status: 413,
  });
  expect(called).toBe(1);
});

test('a static web trigger answers only what its manifest says', async () => {
  const outputs = [{ key: 'ok', statusCode: 202, contentType: 'text/plain', body: 'fine' }];
  const webtrigger = [{ key: 'fixed', function: 'main', response: { type: 'static' as const, outputs } }];
  const test = testHost({ manifest: manifestWith({ modules: { webtrigger } }) });
  test.main = () => ({ outputKey: 'ok', body: 'leak' });
  expect(await test.host.webTrigger('fixed', { method: 'GET' })).toMatchObject({
    status: 202,
    body: 'fine',
    headers: { 'Content-Type': ['text/plain'] },
  });
  test.main = () => ({ statusCode: 200 });
  expect(await test.host.webTrigger('fixed', { method: 'GET' })).toMatchObject({ status: 500 });
});

test('an unknown web trigger has no URL', async () => {
  const { host } = testHost();
  expect(await failure(Promise.resolve().then(() => host.webTriggerUrl('nope')))).toMatchObject({
    message: expect.stringContaining('nope') as string,
  });
});
