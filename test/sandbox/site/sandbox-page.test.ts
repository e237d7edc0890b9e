import { openTestSite, type TestSite } from './support';

let test: TestSite;
beforeEach(async () => {
  test = await openTestSite();
});
afterEach(() => test.web.close());

interface News {
  readonly entries: readonly { readonly seq: number; readonly kind: string; readonly text: string }[];
  readonly tables: string;
  readonly last: number;
}

async function news(query: string): Promise<News> {
  return (await (await test.get(`/sandbox/journal?${query}`)).json()) as News;
}

describe('the page that shows what the app does', () => {
  it('tells each thing once, in the order in which it happened', async () => {
    test.answer = () => ({ statusCode: 200, headers: {}, body: '' });
    await fetch(test.host.webTriggerUrl('portal'), { method: 'POST', body: '{}' });
    const first = await news('after=0');
    expect(first.entries.map((entry) => entry.text)).toEqual([
      'core:webtrigger portal starts',
      'core:webtrigger portal ends',
    ]);
    expect((await news(`after=${String(first.last)}`)).entries).toEqual([]);
  });

  it('shows what waits and what is stored once a table is opened', async () => {
    const title = 'Queue, events and schedules that wait';
    expect((await news('after=0')).tables).not.toContain('<td>schedule</td>');
    expect((await news(`after=0&open=${encodeURIComponent(title)}`)).tables).toContain('<td>schedule</td>');
  });

  it('runs the schedules at the press of a button', async () => {
    test.answer = () => ({ statusCode: 204 });
    await test.form('/sandbox/run', { do: 'schedules' });
    expect(test.calls.map((call) => call.handler)).toContain('sweep');
  });

  it('says when a schedule failed', async () => {
    test.answer = () => {
      throw new Error('out of luck');
    };
    const answer = await test.form('/sandbox/run', { do: 'schedules' });
    expect(decodeURIComponent(answer.headers.get('set-cookie') ?? '')).toMatch(
      /(\d+) of \1 schedules failed\./,
    );
  });
});

describe('the session', () => {
  it('goes on as another person and back to the page that was open', async () => {
    const answer = await fetch(`${test.web.origin}/sandbox/user`, {
      method: 'POST',
      redirect: 'manual',
      headers: { referer: `${test.web.origin}/projects/WEB?type=Bug` },
      body: new URLSearchParams({ account: [...test.site.world.state.users.keys()][1] ?? '' }),
    });
    expect(answer.headers.get('location')).toBe('/projects/WEB?type=Bug');
    expect(answer.headers.get('set-cookie')).toMatch(/^sandbox-user=/);
  });

  it('does not lead to another site afterwards', async () => {
    const answer = await fetch(`${test.web.origin}/sandbox/color-mode`, {
      method: 'POST',
      redirect: 'manual',
      headers: { referer: 'https://elsewhere.example/issues' },
      body: new URLSearchParams({ mode: 'dark' }),
    });
    expect(answer.headers.get('location')).toBe('/issues');
  });

  it('answers an unknown address with a page', async () => {
    const page = await test.get('/no/such/page');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('Oops, you found a dead link');
  });
});
