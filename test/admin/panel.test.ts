import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', title: 'Title of the finding' })] });
  await world.settle();
});
afterEach(() => {
  world.close();
});

/** What the panel on an issue is told when this person looks. */
function look(key: string, accountId: string, payload: object = {}): Promise<unknown> {
  const issue = { id: world.site.issue(key).id, key };
  return world.host.invokeResolver('jira:issuePanel', 'finding', 'panel.get', payload, {
    accountId,
    extension: { issue },
  });
}

test('somebody who may see the issue sees the finding and where the other issue is', async () => {
  expect(await look('SEC-1', PEOPLE.engineer)).toMatchObject({
    role: 'security',
    finding: { id: 'F-1', product: 'shop', title: 'Title of the finding', severity: 'high' },
    sync: { state: 'synced' },
    linked: { id: world.site.issue('WEB-1').id },
  });
});

test('of the other issue nothing but its id is told: the panel reads it as the person who looks', async () => {
  const seen = (await look('SEC-1', PEOPLE.engineer)) as { linked: object };
  expect(seen.linked).toEqual({ id: world.site.issue('WEB-1').id });
});

test('another issue that somebody may not see and one that is gone are answered alike: not at all', async () => {
  const hidden = await look('WEB-1', PEOPLE.developer);
  expect(hidden).not.toHaveProperty('linked');
  world.site.call({ method: 'DELETE', path: '/rest/api/3/issue/SEC-1', as: PEOPLE.admin });
  expect(await look('WEB-1', PEOPLE.admin)).toEqual(hidden);
});

test('what holds a finding up is told without an issue that the person may not see', async () => {
  const existing = { security: 'SEC-1' };
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-2', existing })] });
  await world.settle();
  const reason: unknown = expect.objectContaining({ key: 'SEC-1' });
  expect(await look('WEB-2', PEOPLE.developer)).toMatchObject({ sync: { state: 'held' } });
  expect(await look('WEB-2', PEOPLE.developer)).not.toMatchObject({ sync: { reason } });
  expect(await look('WEB-2', PEOPLE.admin)).toMatchObject({ sync: { state: 'held', reason } });
});

test('somebody who may not see the issue is told nothing', async () => {
  expect(await look('SEC-1', PEOPLE.developer)).toEqual({});
  expect(await look('WEB-1', PEOPLE.outsider)).toEqual({});
});

test('the issue comes from the context: an id in the payload changes nothing', async () => {
  const payload = { issueId: world.site.issue('SEC-1').id, issue: { id: world.site.issue('SEC-1').id } };
  expect(await look('WEB-1', PEOPLE.developer, payload)).toMatchObject({ role: 'product' });
});

test('an issue that only claims to belong to a finding shows nothing', async () => {
  const { value } = world.site.call({
    path: '/rest/api/3/issue/SEC-1/properties/security-finding',
    as: PEOPLE.engineer,
  });
  const made = world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: PEOPLE.developer,
    body: {
      fields: {
        project: { id: world.ref('project', 'WEB').id },
        issuetype: { id: world.ref('type', 'WEB', 'Task').id },
        summary: 'Forged',
      },
    },
  });
  const { key } = made.value as unknown as { key: string };
  const put = world.site.call({
    method: 'PUT',
    path: `/rest/api/3/issue/${key}/properties/security-finding`,
    as: PEOPLE.developer,
    body: (value as unknown as { value: never }).value,
  });
  expect(put.status).toBe(201);
  expect(await look(key, PEOPLE.developer)).toEqual({});
});
