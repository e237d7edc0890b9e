/** Retests asked for on the project page, of several findings at once. */
import type { ProjectPageAnswer } from '../../src/contract/project-page-calls';
import { PEOPLE } from '../sandbox/jira/seed';
import { hear, panelOf, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: ['F-1', 'F-2'].map((id) => finding({ id })) });
  await world.settle();
});
afterEach(() => {
  world.close();
});

const idOf = (key: string) => world.site.issue(key).id;
const ask = async (issues: unknown, who: keyof typeof PEOPLE = 'developer') =>
  (await world.host.invokeResolver(
    'jira:projectPage',
    'findings-page',
    'page.retest',
    { issues, reason: 'Fixed' },
    { accountId: PEOPLE[who], extension: {} },
  )) as ProjectPageAnswer;
const retests = async () =>
  (await told(portal))
    .filter(({ type }) => type === 'finding.retest_requested')
    .map(({ finding: of }) => of?.id);

it('are asked for in the name of the person, each finding once', async () => {
  await hear(world, portal);
  const issues = [idOf('WEB-1'), idOf('WEB-2'), idOf('WEB-1')];
  expect(await ask(issues)).toEqual({ outcomes: [{ issue: issues[0] }, { issue: issues[1] }] });
  await world.settle();
  expect((await retests()).sort()).toEqual(['F-1', 'F-2']);
});

it('are asked for only where the person may browse: hidden, missing and foreign issues are answered alike', async () => {
  await hear(world, portal);
  const foreign = world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: PEOPLE.admin,
    body: { fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'Not ours' } },
  }).data as unknown as { id: string };
  const issues = [idOf('SEC-1'), '99999999', foreign.id];
  expect(await ask(issues)).toEqual({ outcomes: issues.map((issue) => ({ issue, because: 'other' })) });
  expect(await ask([idOf('WEB-1')], 'outsider')).toEqual({
    outcomes: [{ issue: idOf('WEB-1'), because: 'other' }],
  });
  await world.settle();
  expect(await retests()).toEqual([]);
});

it('say that nobody hears them', async () => {
  expect(await ask([idOf('WEB-1')])).toEqual({ outcomes: [{ issue: idOf('WEB-1'), because: 'unheard' }] });
});

it.each([
  [[]],
  [['SEC-1']],
  [['1', 2]],
  ['1'],
  [Array.from({ length: 21 }, (_, index) => String(index + 1))],
])('are refused for %j, with the field named', async (issues) => {
  const answer = await ask(issues);
  const error = 'error' in answer ? answer.error : undefined;
  expect(error?.code).toBe('invalid');
  expect(error?.errors?.[0]?.path).toMatch(/^issues/);
});

it('are neither offered nor taken where the portal hears of other things only', async () => {
  const events = ['finding.rejected', 'issue.unlinked'] as const;
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull', events: [...events] });
  expect((await panelOf(world, 'WEB-1').get()).told).toEqual(['panel.reject', 'panel.unlink']);
  expect(await ask([idOf('WEB-1')])).toEqual({ outcomes: [{ issue: idOf('WEB-1'), because: 'unheard' }] });
});

it('are not asked for of a portal that was archived: it hears nothing', async () => {
  await hear(world, portal);
  await world.admin('connections.archive', { connection: portal.key });
  expect((await panelOf(world, 'WEB-1').get()).told).toEqual([]);
  expect(await ask([idOf('WEB-1')])).toEqual({ outcomes: [{ issue: idOf('WEB-1'), because: 'unheard' }] });
});
