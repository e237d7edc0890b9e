import { createServer } from 'node:http';
import { createForgeHost } from './host';
import type { Manifest } from './manifest';
import { echoJira, failure, manifestWith, testHost, type TestHost } from './support';

const CONFIGURABLE: NonNullable<Manifest['permissions']> = {
  scopes: ['storage:app'],
  external: { configurable: { enabled: true } },
};

/** `@forge/api` keeps the fetch that it finds, so it is imported after the host, as the app is. */
const call = (test: TestHost, url: string, init: RequestInit = {}) =>
  test.inApp(async () => {
    const { fetch: forgeFetch } = await import('@forge/api');
    const response = await forgeFetch(url, init as never);
    return {
      status: response.status,
      text: await response.text(),
      error: response.headers.get('forge-proxy-error'),
    };
  });

function hostWith(permissions: Manifest['permissions'] = CONFIGURABLE): TestHost & { asked: string[] } {
  const asked: string[] = [];
  const egress = (url: URL, init: RequestInit): Promise<Response> => {
    asked.push(`${init.method ?? 'GET'} ${url.href}`);
    return Promise.resolve(new Response('from outside'));
  };
  return Object.assign(testHost({ manifest: manifestWith({ permissions }), egress }), {
    asked,
  });
}

test('an address that nobody approved cannot be called', async () => {
  const test = hostWith();
  expect(await call(test, 'https://portal.example/hook')).toEqual({
    status: 403,
    text: 'REQUEST_EGRESS_ALLOWLIST_ERR',
    error: 'REQUEST_EGRESS_ALLOWLIST_ERR',
  });
  expect(test.asked).toEqual([]);
});

test('what the admin approved can be called until it is revoked', async () => {
  const test = hostWith();
  test.host.egress.approve('portal', 'https://portal.example');
  expect(await call(test, 'https://portal.example/hook?x=1', { method: 'POST', body: '{}' })).toMatchObject({
    status: 200,
    text: 'from outside',
  });
  expect(await call(test, 'http://portal.example/hook')).toMatchObject({ status: 403 });
  expect(await call(test, 'https://portal.example:8443/hook')).toMatchObject({ status: 403 });
  expect(await call(test, 'https://evil.example/?portal.example')).toMatchObject({ status: 403 });
  test.host.egress.revoke('portal');
  expect(await call(test, 'https://portal.example/hook')).toMatchObject({ status: 403 });
  expect(test.asked).toEqual(['POST https://portal.example/hook?x=1']);
});

test('the plain fetch of the runtime goes the same way', async () => {
  const test = hostWith();
  expect(await test.inApp(async () => (await fetch('https://portal.example')).status)).toBe(403);
});

test('wildcards cover sub-domains only, and addresses of the manifest need no approval', async () => {
  const test = hostWith({
    scopes: [],
    external: { fetch: { backend: ['*.example.com', { address: 'https://api.example.org' }] } },
  });
  expect(await call(test, 'https://a.b.example.com/')).toMatchObject({ status: 200 });
  expect(await call(test, 'https://example.com/')).toMatchObject({ status: 403 });
  expect(await call(test, 'https://notexample.com/')).toMatchObject({ status: 403 });
  expect(await call(test, 'https://api.example.org/x')).toMatchObject({ status: 200 });
});

test('approval needs the manifest, and there are at most 10 groups of 10 addresses', () => {
  expect(() => {
    hostWith({ scopes: [] }).host.egress.approve('g', 'https://a.example');
  }).toThrow('configurable');
  const { egress } = hostWith().host;
  for (let n = 0; n < 10; n += 1) egress.approve('g', `https://a${String(n)}.example`);
  egress.approve('g', 'https://a0.example');
  expect(() => {
    egress.approve('g', 'https://b.example');
  }).toThrow('At most 10 addresses');
  for (let n = 1; n < 10; n += 1) egress.approve(`g${String(n)}`, 'https://a.example');
  expect(() => {
    egress.approve('one more', 'https://a.example');
  }).toThrow('At most 10 egress groups');
  egress.revoke('g', 'https://a0.example');
  expect(egress.groups.g).toHaveLength(9);
});

test('approvals survive a restart and the app can see them', async () => {
  const first = hostWith();
  first.host.egress.approve('portal', 'https://portal.example');
  const second = createForgeHost({
    manifest: manifestWith({ permissions: CONFIGURABLE }),
    jira: echoJira(),
    clock: first.clock,
    snapshot: first.host.snapshot(),
  });
  expect(second.egress.groups).toEqual({ portal: ['https://portal.example'] });
  const allowed = await first.inApp(async () => {
    const { permissions } = await import('@forge/api');
    return [
      permissions.canFetchFrom('backend', 'https://portal.example'),
      permissions.canFetchFrom('backend', 'https://other.example'),
    ];
  });
  expect(allowed).toEqual([true, false]);
});

test('without a stand-in for the network, this machine can be called and nothing else', async () => {
  const server = createServer((_request, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  try {
    const test = testHost({ manifest: manifestWith({ permissions: CONFIGURABLE }) });
    test.host.egress.approve('portal', origin);
    test.host.egress.approve('portal', 'https://portal.example');
    expect(await call(test, `${origin}/x`)).toMatchObject({ status: 200, text: 'here' });
    expect(await call(test, 'https://portal.example')).toMatchObject({ status: 502 });
  } finally {
    server.close();
  }
});

test('a call outside an invocation is an ordinary fetch', async () => {
  testHost();
  expect(await failure(fetch('http://127.0.0.1:1'))).toMatchObject({ message: 'fetch failed' });
});
