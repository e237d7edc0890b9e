import { PEOPLE } from '../jira/seed';
import { openTestSite, type TestSite } from './support';

let test: TestSite;
beforeEach(async () => {
  test = await openTestSite();
});
afterEach(() => test.web.close());

const PANEL = 'data-panel="finding"';

describe('the panel of the app on an issue', () => {
  it('is not there until somebody adds it from the menu', async () => {
    const key = test.create('WEB', 'With a finding', { finding: true });
    const before = await test.text(`/browse/${key}`, 'developer');
    expect(before).toContain('Add this panel to the issue');
    expect(before).not.toContain(PANEL);
    await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'add' }, 'developer');
    const after = await test.text(`/browse/${key}`, 'engineer');
    expect(after).toContain(PANEL);
    expect(after).not.toContain('Add this panel to the issue');
  });

  it('has its title in the language of who looks, as the gadget and the action on issues have theirs', async () => {
    const key = test.create('WEB', 'With a finding', { finding: true });
    await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'add' });
    const german = async (path: string) => {
      const headers = { cookie: `sandbox-user=${PEOPLE.developer}`, 'accept-language': 'de-DE' };
      return (await fetch(test.web.origin + path, { headers })).text();
    };
    expect(await german(`/browse/${key}`)).toMatch(/<h2>.*Sicherheitsbefund<\/h2>/);
    expect(await german(`/browse/${test.create('WEB', 'Without')}`)).toContain('Befund verknüpfen');
    expect(await german('/jira/dashboards')).toMatch(/<h2>.*Sicherheitsbefunde<\/h2>/);
  });

  it('is not even offered on an issue without the property that its display condition asks for', async () => {
    const key = test.create('WEB', 'Without a finding');
    await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'add' });
    const page = await test.text(`/browse/${key}`);
    expect(page).not.toContain(PANEL);
    expect(page).toContain('No app has anything to add to this issue.');
  });

  it('is on every issue of a space that an administrator pinned it to, and on no other', async () => {
    const web = test.create('WEB', 'Pinned here', { finding: true });
    const app = test.create('APP', 'Not pinned here', { finding: true });
    const { appId, environmentId } = test.host.identity;
    const moduleId = `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/finding`;
    test.site.project('WEB').pinnedPanels.push(moduleId);
    expect(await test.text(`/browse/${web}`)).toContain(PANEL);
    expect(await test.text(`/browse/${app}`)).not.toContain(PANEL);
    await test.form(`/browse/${web}/panel`, { module: 'finding', do: 'remove' });
    expect(await test.text(`/browse/${web}`)).not.toContain(PANEL);
  });

  it('offers to show it on all issues to administrators only', async () => {
    const key = test.create('WEB', 'Menu of the panel', { finding: true });
    await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'add' });
    expect(await test.text(`/browse/${key}`, 'admin')).toContain('Show for all issues of the space');
    expect(await test.text(`/browse/${key}`, 'developer')).not.toContain('Show for all issues of the space');
  });

  it('can be shown on all issues of a space and hidden again by an administrator', async () => {
    const key = test.create('WEB', 'One of many', { finding: true });
    await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'pin' }, 'developer');
    expect(await test.text(`/browse/${key}`)).not.toContain(PANEL);
    await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'pin' }, 'admin');
    expect(await test.text(`/browse/${key}`)).toContain(PANEL);
    expect(await test.text(`/browse/${key}`)).toContain('Hide from all issues of the space');
    await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'unpin' }, 'admin');
    expect(await test.text(`/browse/${key}`)).not.toContain(PANEL);
  });

  it('is remembered across a restart', async () => {
    const key = test.create('WEB', 'Remembered', { finding: true });
    await test.form(`/browse/${key}/panel`, { module: 'finding', do: 'add' });
    expect(test.web.saved().added).toEqual([`${test.site.issue(key).id}/finding`]);
  });
});
