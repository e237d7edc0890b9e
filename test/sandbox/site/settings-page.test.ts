import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from '../build';
import { APP_DIR, openTestSite, type TestSite } from './support';

let test: TestSite;
beforeAll(async () => {
  test = await openTestSite();
});
afterAll(() => test.web.close());

function base(): string {
  const { appId, environmentId } = test.host.identity;
  return `/jira/settings/apps/${appId}/${environmentId}`;
}

describe('the settings page of the app', () => {
  it.each(['developer', 'engineer', 'outsider'] as const)('is closed to the %s', async (who) => {
    for (const path of ['/jira/settings/apps', base(), `${base()}/connections`]) {
      const page = await test.get(path, who);
      expect(page.status).toBe(403);
      const text = await page.text();
      expect(text).toContain('You don&#39;t have permission to view this page');
      expect(text).not.toContain('<iframe');
    }
  });

  it('opens at the first entry that the manifest adds to the sidebar', async () => {
    expect((await test.get(base())).headers.get('location')).toBe(`${base()}/overview`);
    const page = await test.text(`${base()}/spaces`);
    for (const route of ['overview', 'connections', 'spaces', 'closing', 'activity'])
      expect(page).toContain(`href="${base()}/${route}"`);
    expect(page).toMatch(new RegExp(`href="${base()}/spaces" aria-current="page"`));
  });

  it('does not open for another app', async () => {
    const other = base().replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000');
    expect((await test.get(`${other}/overview`)).status).toBe(404);
  });

  it('shows the app in a frame of another site', async () => {
    const page = await test.text(`${base()}/overview`);
    expect(page).toContain(`data-src="${test.web.appOrigin}/admin-page/index.html"`);
    expect(new URL(test.web.appOrigin).hostname).not.toBe(new URL(test.web.origin).hostname);
  });
});

describe('the pages of the app on their own origin', () => {
  beforeAll(() => {
    buildIfStale(APP_DIR);
  }, 120_000);

  it('bring the icons of the sidebar along, whose words are those of whoever looks', async () => {
    const page = await test.text(`${base()}/overview`);
    const icons = [...page.matchAll(/<img class="icon" src="([^"]+)"/g)].map(([, src = '']) => src);
    expect(icons.length).toBeGreaterThan(10);
    for (const icon of icons) {
      const { ok, headers } = await fetch(icon);
      expect({ icon, ok, type: headers.get('content-type') }).toEqual({
        icon,
        ok: true,
        type: 'image/svg+xml',
      });
    }
    const german = await fetch(`${test.web.origin}${base()}/overview`, {
      headers: { 'accept-language': 'de-DE' },
    });
    expect(await german.text()).toContain('<span>Teambereiche</span>');
  });

  it.each(['/admin-page/index.html', '/uikit/issue-panel/index.html'])(
    '%s has the policy of Forge and the bridge as its first script',
    async (path) => {
      const page = await fetch(test.web.appOrigin + path);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`frame-ancestors ${test.web.origin};`);
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain("'unsafe-eval'");
      const [first] = (await page.text()).match(/<script[^>]*>/) ?? [];
      expect(first).toMatch(/^<script src="\/kept\/\w+\/__bridge\.js">$/);
    },
  );

  it('serves no file outside the folder of a resource', async () => {
    expect(existsSync(join(APP_DIR, 'static/admin/vite.config.ts'))).toBe(true);
    const answer = await fetch(`${test.web.appOrigin}/admin-page/..%2fvite.config.ts`);
    expect(answer.status).toBe(404);
    expect((await fetch(`${test.web.appOrigin}/no-such-resource/index.html`)).status).toBe(404);
  });
});
