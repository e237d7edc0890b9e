import { PEOPLE } from '../sandbox/jira/seed';
import { issueByHand, linkActionOn, putUnderLevel } from '../support/link-action';
import { hear, panelOf, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await hear(world, portal);
});
afterEach(() => {
  world.close();
});

async function send(...findings: object[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}
const { developer, engineer, outsider } = PEOPLE;
/** No rule makes issues of it. */
const info = finding({ id: 'F-1', severity: 'info', title: 'Banner names the version', cve: ['CVE-2026-7'] });
const spaceOf = (project: string) => ({
  enabled: true,
  project: world.ref('project', project),
  issueType: world.ref('type', project, 'Task'),
});

test('a person links an issue to a finding without one; it is kept in step, and told once in their name', async () => {
  await send(info);
  const key = issueByHand(world, 'WEB');
  expect(await linkActionOn(world, key, developer).search()).toEqual({
    findings: [
      {
        ref: expect.any(String) as string,
        id: 'F-1',
        product: 'shop',
        title: 'Banner names the version',
        severity: 'info',
      },
    ],
  });
  expect(await linkActionOn(world, key, developer).linkId('F-1')).toEqual({});
  await world.settle();
  expect(world.site.issue(key).properties['security-finding']).toMatchObject({ id: 'F-1', role: 'product' });
  expect(world.fields(key)).toMatchObject({ summary: 'Known for long' });
  expect((await told(portal)).filter(({ type }) => type === 'issue.linked')).toEqual([
    expect.objectContaining({
      by: expect.objectContaining({ accountId: developer }) as object,
      issue: expect.objectContaining({ key }) as object,
    }),
  ]);
  expect((await panelOf(world, key, developer).get()).finding).toMatchObject({ id: 'F-1' });
  await send({ ...info, status: 'resolved' });
  expect(world.statusOf(key)).toBe('Done');
});

test('the other issue is linked with it, and both are one pair', async () => {
  await world.useSpaces({ product: null });
  await send(finding({ id: 'F-2' }));
  await world.useSpaces();
  const key = issueByHand(world, 'WEB');
  expect(await linkActionOn(world, key).linkId('F-2')).toEqual({});
  await world.settle();
  expect((await panelOf(world, 'SEC-1').get()).linked).toEqual({ id: world.site.issue(key).id });
  expect(world.fields(key).issuelinks as unknown as object[]).toHaveLength(1);
  const again = linkActionOn(world, key);
  expect(await again.ids()).toEqual([]);
});

test('an exact id finds an old finding, text finds title and CVE among the newest', async () => {
  await send(info);
  const others = Array.from({ length: 520 }, (_, at) =>
    finding({ id: `N-${String(at)}`, severity: 'info', title: `Weak cipher ${String(at)}` }),
  );
  world.clock.advance(1000);
  await send(...others);
  const action = linkActionOn(world, issueByHand(world, 'WEB'));
  expect(await action.ids('banner')).toEqual([]);
  expect(await action.ids('F-1')).toEqual(['F-1']);
  expect((await action.ids('CIPHER 519')).at(0)).toBe('N-519');
  expect(await action.search('cipher')).toMatchObject({ more: true });
});

test('only findings that would come to the project of the issue are offered', async () => {
  await world.save('products', { pay: { product: spaceOf('APP'), security: { enabled: false } } });
  await world.save('rules', [
    {
      id: 'secret',
      name: 'Incidents stay with security',
      enabled: true,
      when: {
        all: [
          { field: 'kind', op: 'is', value: 'security_incident' },
          { field: 'title', op: 'contains', value: 'never' },
        ],
      },
      then: { create: 'security' },
    },
  ]);
  await send(
    info,
    finding({ id: 'P-1', product: 'pay', severity: 'info' }),
    finding({ id: 'S-1', kind: 'security_incident', title: 'never told', existing: { security: 'SEC-77' } }),
    finding({ id: 'R-1', severity: 'info', status: 'resolved' }),
  );
  const at = (key: string) => linkActionOn(world, issueByHand(world, key), PEOPLE.admin).ids();
  expect(await at('WEB')).toEqual(['F-1']);
  expect(await at('APP')).toEqual(['P-1']);
  expect((await at('SEC')).sort()).toEqual(['F-1', 'S-1']);
  expect(await at('OPS')).toEqual([]);
});

test('whoever may not browse, edit and link the issue, or not browse the other one, learns nothing', async () => {
  await world.useSpaces({ product: null });
  await send(finding({ id: 'F-2' }));
  await world.useSpaces();
  const key = issueByHand(world, 'WEB');
  const { ref } = (await linkActionOn(world, key).search()).findings[0] ?? { ref: '' };
  expect(await linkActionOn(world, key, outsider).search('F-2')).toMatchObject({
    error: { code: 'not_found' },
  });
  expect(await linkActionOn(world, key, outsider).link(ref)).toMatchObject({ error: { code: 'not_found' } });
  expect(await linkActionOn(world, key, developer).ids('F-2')).toEqual([]);
  expect(await linkActionOn(world, key, developer).link(ref)).toMatchObject({ error: { code: 'not_found' } });
  putUnderLevel(world, 'SEC-1', 'Leads only');
  expect(await linkActionOn(world, key, engineer).ids('F-2')).toEqual([]);
  for (const permission of ['EDIT_ISSUES', 'LINK_ISSUES'] as const) {
    world.site.revoke('WEB', permission, 'Members');
    expect(await linkActionOn(world, key, engineer).search()).toMatchObject({ error: { code: 'forbidden' } });
    expect(await linkActionOn(world, key, engineer).link(ref)).toMatchObject({
      error: { code: 'forbidden' },
    });
    world.site.grant('WEB', permission, 'Members');
  }
});

test('a finding whose issue would come under a security level is offered only on an issue under the same one', async () => {
  await world.useSpaces({ product: null });
  const { levels } = world.site.call({ path: '/rest/api/3/project/SEC/securitylevel', as: PEOPLE.admin })
    .value as unknown as { levels: { id: string; name: string }[] };
  const level = levels.find(({ name }) => name === 'Security team');
  await world.save('spaces', {
    product: { enabled: false },
    security: { ...spaceOf('SEC'), securityLevel: level },
  });
  await send(info);
  const key = issueByHand(world, 'SEC');
  expect(await linkActionOn(world, key).ids('F-1')).toEqual([]);
  putUnderLevel(world, key, 'Security team');
  expect(await linkActionOn(world, key).ids('F-1')).toEqual(['F-1']);
});

test('an issue is given to one finding only, and a repeated answer changes nothing', async () => {
  await send(info, { ...info, id: 'F-3' });
  const key = issueByHand(world, 'WEB');
  const action = linkActionOn(world, key);
  const refs = new Map((await action.search()).findings.map(({ id, ref }) => [id, ref]));
  expect(await action.link(refs.get('F-1') ?? '')).toEqual({});
  expect(await action.link(refs.get('F-1') ?? '')).toEqual({});
  expect(await action.link(refs.get('F-3') ?? '')).toMatchObject({ error: { because: 'taken' } });
  await world.settle();
  const other = linkActionOn(world, issueByHand(world, 'WEB'));
  expect(await other.ids()).toEqual(['F-3']);
  expect(await other.link(refs.get('F-1') ?? '')).toMatchObject({ error: { code: 'not_found' } });
  expect(await other.link('nothing')).toMatchObject({ error: { code: 'not_found' } });
});

test('what an archived connection knows is not offered', async () => {
  await send(info);
  await world.admin('connections.archive', { connection: portal.key });
  expect(await linkActionOn(world, issueByHand(world, 'WEB')).ids('F-1')).toEqual([]);
});

test('ids that are unique only within a product are found in the products of the project', async () => {
  const { connection, baseUrl, ...rest } = await world.admin('connections.create', {
    name: 'By product',
    method: 'signature',
    ids: 'product',
  });
  if (!('secret' in rest)) throw new Error('no secret');
  const byProduct = world.portalWith(connection, baseUrl, rest.secret);
  await byProduct.post('/v1/findings', { findings: [info, { ...info, product: 'shop-2' }] });
  await world.settle();
  const { findings } = await linkActionOn(world, issueByHand(world, 'WEB')).search('F-1');
  expect(findings.map(({ product }) => product).sort()).toEqual(['shop', 'shop-2']);
});

test('a search costs at most four calls of Jira, however many findings there are', async () => {
  await world.useSpaces({ product: null });
  await send(...Array.from({ length: 150 }, (_, at) => finding({ id: `N-${String(at)}` })));
  await world.useSpaces();
  const action = linkActionOn(world, issueByHand(world, 'WEB'));
  world.jiraCalls();
  expect((await action.search()).findings).toHaveLength(25);
  expect(world.jiraCalls().length).toBeLessThanOrEqual(4);
});
