import { PEOPLE } from '../jira/seed';
import { openTestSite, type TestSite, type Who } from './support';

let test: TestSite;
let key: string;
beforeEach(async () => {
  test = await openTestSite();
  key = test.create('WEB', 'With a panel', { finding: true });
  await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'add' });
});
afterEach(() => test.web.close());

interface Frame {
  readonly token: string;
  readonly context: { readonly extension: { readonly issue: { readonly id: string } } };
}

/** What the page hands to the frame of the panel. */
async function frame(who: Who = 'admin'): Promise<Frame> {
  const page = await test.text(`/browse/${key}`, who);
  const attribute = /data-frame="([^"]*)"/.exec(page)?.[1] ?? '';
  return JSON.parse(attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Frame;
}

async function invoke(
  token: string,
  payload: unknown,
  who?: Who,
): Promise<{ status: number; body: { result?: unknown; error?: string } }> {
  const answer = await test.json('/sandbox/bridge/invoke', { token, functionKey: 'panel.get', payload }, who);
  return { status: answer.status, body: (await answer.json()) as { result?: unknown; error?: string } };
}

describe('invoke of a page', () => {
  it('runs the resolver for the issue that the frame was opened on, as the person who looks', async () => {
    test.answer = () => ({ finding: 'F-1' });
    const { token } = await frame('developer');
    const answer = await invoke(token, { issue: '99999' }, 'developer');
    expect(answer.body).toEqual({ result: { finding: 'F-1' } });
    const [call] = test.calls;
    expect(call?.handler).toBe('panel');
    expect(call?.body).toMatchObject({
      call: { functionKey: 'panel.get', payload: { issue: '99999' } },
      context: {
        moduleKey: 'finding',
        extension: { type: 'jira:issuePanel', issue: { id: test.site.issue(key).id, key } },
      },
    });
    expect(call?.context).toMatchObject({ principal: { accountId: PEOPLE.developer } });
  });

  it('takes 500 KB and refuses more without calling the app', async () => {
    const { token } = await frame();
    const most = 'x'.repeat(500 * 1024 - 2);
    expect((await invoke(token, most)).body.error).toBeUndefined();
    const refused = await invoke(token, `${most}x`);
    expect(refused.body.error).toBe(
      'There was an error invoking the function - Request payload size limit exceeded',
    );
    expect(test.calls).toHaveLength(1);
  });

  it('refuses a token that somebody changed', async () => {
    const { token } = await frame();
    const [grant = '', signature = ''] = token.split('.');
    const other = JSON.parse(Buffer.from(grant, 'base64url').toString()) as {
      extension: { issue: { id: string } };
    };
    other.extension.issue.id = '10001';
    const forged = `${Buffer.from(JSON.stringify(other)).toString('base64url')}.${signature}`;
    expect((await invoke(forged, {})).status).toBe(403);
    expect(test.calls).toHaveLength(0);
  });

  it('tells the page what the handler threw, in the words of the platform', async () => {
    test.answer = () => {
      throw new Error('no such thing');
    };
    const { token } = await frame();
    expect((await invoke(token, {})).body).toEqual({
      error: 'There was an error invoking the function - no such thing',
    });
  });

  it('is not open to pages of another origin', async () => {
    const { token } = await frame();
    const answer = await fetch(`${test.web.origin}/sandbox/bridge/invoke`, {
      method: 'POST',
      headers: { origin: test.web.appOrigin, 'content-type': 'application/json' },
      body: JSON.stringify({ token, functionKey: 'panel.get' }),
    });
    expect(answer.status).toBe(403);
    expect(test.calls).toHaveLength(0);
  });
});

describe('requestJira of a page', () => {
  function requestJira(path: string, who: Who, init: object = {}): Promise<{ status: number; body: string }> {
    const request = {
      product: 'jira',
      restPath: path,
      fetchRequestInit: { headers: [['Accept', 'application/json']], ...init },
    };
    return test
      .json('/sandbox/bridge/product', request, who)
      .then((answer) => answer.json() as Promise<{ status: number; body: string }>);
  }

  it('sees what the person sees and nothing more', async () => {
    const secret = test.create('SEC', 'Hidden from developers');
    const path = `/rest/api/3/issue/${secret}?fields=summary`;
    expect((await requestJira(path, 'engineer')).status).toBe(200);
    const refused = await requestJira(path, 'developer');
    expect(refused.status).toBe(404);
    expect(refused.body).not.toContain('Hidden from developers');
  });

  it('writes in the name of the person', async () => {
    const body = JSON.stringify({ fields: { summary: 'Changed by a page' } });
    const headers = [['content-type', 'application/json']];
    const answer = await requestJira(`/rest/api/3/issue/${key}`, 'developer', {
      method: 'PUT',
      body,
      headers,
    });
    expect(answer.status).toBe(204);
    expect(await test.text(`/browse/${key}`)).toContain('<strong>Product developer</strong> changed summary');
  });
});

describe('addresses outside that the app asks for', () => {
  const egresses = [
    {
      key: 'portal',
      description: 'The portal',
      configured: [{ domain: 'https://portal.example', type: ['FETCH_BACKEND_SIDE'] }],
    },
  ];

  it('are granted by an administrator and by nobody else', async () => {
    const refused = await test.json(
      '/sandbox/bridge/egress',
      { command: 'egressSet', data: { egresses } },
      'developer',
    );
    expect(refused.status).toBe(403);
    expect(test.host.egress.groups).toEqual({});
    await test.json('/sandbox/bridge/egress', { command: 'egressSet', data: { egresses } }, 'admin');
    expect(test.host.egress.groups).toEqual({ portal: ['https://portal.example'] });
  });
});
