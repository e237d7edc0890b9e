import { request } from 'node:http';
import { PEOPLE } from '../jira/seed';
import { openTestSite, type TestSite } from './support';

let test: TestSite;
beforeEach(async () => {
  test = await openTestSite();
});
afterEach(() => test.web.close());

interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends with header names and repetitions exactly as given, which fetch would not do. */
function send(address: string, method: string, rawHeaders: readonly string[], body: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const call = request(address, { method, headers: rawHeaders }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

describe('the web trigger over HTTP', () => {
  it('hands the request to the app as it came and its answer back', async () => {
    test.answer = () => ({
      statusCode: 202,
      headers: { 'Content-Type': ['application/json'], 'X-Twice': ['a', 'b'] },
      body: '{"ok":true}',
    });
    const address = test.host.webTriggerUrl('portal');
    expect(address.startsWith(`${test.web.origin}/public/`)).toBe(true);
    const body = 'Grüße, "text"\n';
    const headers = [
      'Host',
      'localhost',
      'X-Mixed-Case',
      'one',
      'x-mixed-case',
      'two',
      'Content-Length',
      String(Buffer.byteLength(body)),
    ];
    const answer = await send(`${address}/c/abc/v1/a%2Fb?after=1%2C2&x=`, 'POST', headers, body);
    expect(answer).toMatchObject({
      status: 202,
      body: '{"ok":true}',
      headers: { 'content-type': 'application/json', 'x-twice': 'a, b' },
    });
    expect(test.calls).toHaveLength(1);
    expect(test.calls[0]?.body).toMatchObject({
      method: 'POST',
      userPath: '/c/abc/v1/a%2Fb',
      queryParameters: { after: ['1', '2'], x: [''] },
      headers: { 'X-Mixed-Case': ['one'], 'x-mixed-case': ['two'] },
      body,
    });
  });

  it('takes calls of any origin, as a portal in the browser would make them', async () => {
    test.answer = () => ({ statusCode: 200, headers: {}, body: '' });
    const answer = await fetch(test.host.webTriggerUrl('portal'), {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: '{}',
    });
    expect(answer.status).toBe(200);
  });

  it('leaves requests above 5 MB to the refusal of the platform', async () => {
    const body = 'x'.repeat(5 * 1024 * 1024);
    const answer = await fetch(test.host.webTriggerUrl('portal'), { method: 'POST', body });
    expect(answer.status).toBe(413);
    expect(test.calls).toHaveLength(0);
  });

  it('knows no other address', async () => {
    expect((await fetch(`${test.web.origin}/public/nobody/v1/ping`)).status).toBe(404);
  });
});

describe("Jira's REST API over HTTP", () => {
  function myself(headers: Record<string, string>): Promise<Response> {
    return fetch(`${test.web.origin}/rest/api/3/myself`, { headers });
  }
  const basic = (name: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`${name}:`).toString('base64')}`,
  });

  it('answers as the account of the basic credentials', async () => {
    const answer = await myself(basic(PEOPLE.engineer));
    expect(await answer.json()).toMatchObject({
      accountId: PEOPLE.engineer,
      displayName: 'Security engineer',
    });
  });

  it('answers as the person of the cookie, for scripts of the site', async () => {
    const answer = await myself({ cookie: `sandbox-user=${PEOPLE.outsider}` });
    expect(await answer.json()).toMatchObject({ accountId: PEOPLE.outsider });
  });

  it('refuses an account that the site does not have', async () => {
    expect((await myself(basic('nobody'))).status).toBe(401);
    expect((await myself({ authorization: 'Bearer x' })).status).toBe(401);
  });

  it('moves an issue for whoever may', async () => {
    const key = test.create('WEB', 'Moved by a script');
    const path = `${test.web.origin}/rest/api/3/issue/${key}/transitions`;
    const offered = (await (await fetch(path, { headers: basic(PEOPLE.developer) })).json()) as {
      transitions: { id: string; to: { name: string } }[];
    };
    const done = offered.transitions.find((one) => one.to.name === 'Done')?.id;
    const body = JSON.stringify({ transition: { id: done } });
    const headers = { ...basic(PEOPLE.developer), 'content-type': 'application/json' };
    expect((await fetch(path, { method: 'POST', headers, body })).status).toBe(204);
    expect(await test.text(`/browse/${key}`)).toContain('<strong>Product developer</strong> changed');
  });
});
