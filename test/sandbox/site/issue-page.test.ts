import { PEOPLE } from '../jira/seed';
import { openTestSite, type TestSite } from './support';

let test: TestSite;
beforeAll(async () => {
  test = await openTestSite();
});
afterAll(() => test.web.close());

function statusOf(key: string): unknown {
  const { data } = test.site.call({ as: PEOPLE.admin, path: `/rest/api/3/issue/${key}?fields=status` });
  return (data['fields'] as { status: { name: string } }).status.name;
}

describe('the issue page', () => {
  it('answers for a hidden issue exactly as for one that does not exist', async () => {
    const hidden = test.create('SEC', 'Only for the security team');
    const page = await test.get(`/browse/${hidden}`, 'developer');
    expect(page.status).toBe(404);
    expect(await page.text()).toBe(await test.text('/browse/SEC-999', 'developer'));
  });

  it('shows text of an issue as text and never as markup', async () => {
    const key = test.create('WEB', '<img src=x onerror=alert(1)>');
    const page = await test.text(`/browse/${key}`);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img src=x');
  });

  it('offers the transitions that Jira offers from here, and carries one out as the person', async () => {
    const key = test.create('SEC', 'Step by step');
    const page = await test.text(`/browse/${key}`, 'engineer');
    expect(page).toContain('<span>Start review</span>');
    expect(page).not.toContain('<span>Close</span>');
    const id = /value="(\d+)"><span>Start review/.exec(page)?.[1] ?? '';
    const moved = await test.form(`/browse/${key}/transition`, { transition: id }, 'engineer');
    expect(moved.status).toBe(303);
    expect(statusOf(key)).toBe('In review');
    expect(await test.text(`/browse/${key}`)).toContain('<strong>Security engineer</strong> changed status');
  });

  it('shows the fields of a transition screen and sends them along', async () => {
    const option = { name: 'Environment type' };
    const { value } = test.site.call({ as: PEOPLE.admin, path: '/rest/api/3/field' });
    const field = (value as { id: string; name: string }[]).find((one) => one.name === option.name)?.id ?? '';
    const fields = { components: [{ name: 'Ledger' }], [field]: { value: 'Staging' } };
    const key = test.create('PAY', 'Needs a resolution', { fields });
    const page = await test.text(`/browse/${key}`);
    const [, dialog = ''] =
      /<dialog id="transition-\d+"[^>]*aria-label="Finish">([\s\S]*?)<\/dialog>/.exec(page) ?? [];
    const id = /name="transition" value="(\d+)"/.exec(dialog)?.[1] ?? '';
    const resolution = /name="field.resolution"[\s\S]*?<option value="(\d+)"/.exec(dialog)?.[1] ?? '';
    await test.form(`/browse/${key}/transition`, { transition: id, 'field.resolution': resolution });
    expect(statusOf(key)).toBe('Done');
  });

  it('says in the words of Jira why a form was refused', async () => {
    const key = test.create('WEB', 'Too long a summary');
    const refused = await test.form(`/browse/${key}/edit`, { 'field.summary': 'x'.repeat(300) });
    const note = decodeURIComponent(
      /sandbox-note=([^;]*)/.exec(refused.headers.get('set-cookie') ?? '')?.[1] ?? '',
    );
    expect(JSON.parse(note)).toEqual({ kind: 'error', text: "Summary can't exceed 255 characters." });
  });

  it('saves what was edited and nothing else', async () => {
    const key = test.create('WEB', 'Before', { fields: { labels: ['kept'] } });
    await test.form(`/browse/${key}/edit`, { 'field.summary': 'After', 'field.labels': 'kept' });
    const page = await test.text(`/browse/${key}`);
    expect(page).toContain('<h1>After</h1>');
    expect(page).toContain('changed summary');
    expect(page).not.toContain('changed labels');
  });

  it('moves an issue to another space and finds it under its old key', async () => {
    const key = test.create('WEB', 'Belongs to the mobile app');
    const moved = await test.form(`/browse/${key}/move`, { project: 'APP' });
    const address = moved.headers.get('location') ?? '';
    expect(address).toMatch(/^\/browse\/APP-\d+$/);
    expect((await test.get(`/browse/${key}`)).headers.get('location')).toBe(address);
  });

  it('does not move or delete for somebody without the permission', async () => {
    const key = test.create('WEB', 'Stays where it is');
    test.site.revoke('WEB', 'MOVE_ISSUES', 'Members');
    test.site.revoke('WEB', 'DELETE_ISSUES', 'Members');
    await test.form(`/browse/${key}/move`, { project: 'APP' }, 'developer');
    await test.form(`/browse/${key}/delete`, {}, 'developer');
    expect(await test.text(`/browse/${key}`)).toContain('Stays where it is');
    expect(await test.text(`/browse/${key}`, 'developer')).not.toContain('delete-issue');
  });

  it('adds a comment in the name of the person', async () => {
    const key = test.create('WEB', 'Discussed');
    await test.form(`/browse/${key}/comment`, { body: 'First line\nsecond line' }, 'developer');
    const page = await test.text(`/browse/${key}`);
    expect(page).toContain('<strong>Product developer</strong>');
    expect(page).toContain('<p>First line<br />second line</p>');
  });
});
