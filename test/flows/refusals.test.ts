/** What Jira refuses because of the whole space is told as that, whatever words Jira has for it. */
import { comment, doc, talking } from '../comments/support';
import { PEOPLE } from '../sandbox/jira/seed';
import { panelOf } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
const { send, post, settle, open, pass, write } = talking(
  () => world,
  () => portal,
);

const role = 'atlassian-addons-project-access';
const held = async () => (await world.admin('activity.list', {})).held;

async function statesOf(...ids: string[]): Promise<string[]> {
  const { json } = await portal.post('/v1/findings/lookup', { ids });
  return (json as { state: string }[]).map(({ state }) => state);
}

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await open({ between: true });
});
afterEach(() => {
  world.close();
});

test('whatever an archived space refuses is one cause that says so and leads to its space; once it is back, all goes on', async () => {
  const ids = ['F-1', 'F-2', 'F-3', 'F-4', 'F-5'];
  await send(...ids.map((id) => finding({ id })));
  const [product, security] = ['WEB-4', 'SEC-4'];
  world.site.archiveProject('WEB');
  await settle();
  await send(finding({ id: 'F-1', title: 'Another title' }), finding({ id: 'F-2', status: 'resolved' }));
  await post(comment({ finding: 'F-3' }));
  write(security, doc('Seen by a person'), {}, PEOPLE.engineer);
  await panelOf(world, 'SEC-5').act('panel.unlink', {});
  await send(finding({ id: 'F-6' }));
  await settle();
  const { id } = world.ref('project', 'WEB');
  expect(await held()).toMatchObject([
    {
      cause: `project-gone|${String(id)}`,
      reason: { code: 'spaceArchived', project: 'Web shop' },
      findings: 6,
      mend: { at: 'spaces', role: 'product', field: 'project' },
    },
  ]);

  world.site.unarchiveProject('WEB');
  await pass(70);
  expect(await held()).toEqual([]);
  expect(await statesOf(...ids, 'F-6')).toEqual(Array(6).fill('synced'));
  expect(world.fields('WEB-1').summary).toBe('Another title');
  expect(world.statusOf('WEB-2')).toBe('Done');
  expect(world.site.issue('WEB-3').comments).toHaveLength(1);
  expect(world.site.issue(product).comments).toHaveLength(1);
});

test.each([
  ['EDIT_ISSUES', 'changing', { title: 'Another title' }],
  ['TRANSITION_ISSUES', 'moving', { status: 'resolved' }],
])('that the app lacks %s is told as that, with the way to it', async (permission, doing, change) => {
  await send(finding({ id: 'F-1' }));
  world.site.revoke('WEB', permission, role);
  await send(finding({ id: 'F-1', ...change }));
  expect(await held()).toMatchObject([
    { reason: { code: 'notAllowed', doing }, mend: { at: 'permissions', name: 'Web shop' } },
  ]);
  world.site.grant('WEB', permission, role);
  await pass(70);
  expect(await statesOf('F-1')).toEqual(['synced']);
});

test.each([0, 2])(
  'that the app may create nothing in a space is told as that, whatever Jira says; its screen was read %i hours ago',
  async (hours) => {
    await send(finding({ id: 'F-1' }));
    world.site.revoke('WEB', 'CREATE_ISSUES', role);
    await pass(hours * 60);
    await send(finding({ id: 'F-2' }));
    const { id } = world.ref('project', 'WEB');
    const one = {
      cause: `not-allowed|${String(id)}|creating`,
      reason: { code: 'notAllowed', doing: 'creating', place: 'Web shop' },
      mend: { at: 'permissions' },
    };
    expect(await held()).toMatchObject([one]);
    await pass(3 * 60);
    expect(await held()).toMatchObject([one]);
    world.site.grant('WEB', 'CREATE_ISSUES', role);
    await pass(70);
    expect(await statesOf('F-2')).toEqual(['synced']);
  },
);

test.each([0, 2])(
  'that a space has no such issue type any more is told as that; its screen was read %i hours ago',
  async (hours) => {
    await send(finding({ id: 'F-1' }));
    const project = world.site.project('WEB');
    const task = world.ref('type', 'WEB', 'Task').id;
    project.setups = project.setups.filter(({ issueTypeId }) => issueTypeId !== task);
    await pass(hours * 60);
    await send(finding({ id: 'F-2' }));
    const gone = {
      reason: { code: 'typeGone', project: 'Web shop' },
      mend: { at: 'spaces', field: 'issueType' },
    };
    expect(await held()).toMatchObject([gone]);
    await pass(3 * 60);
    expect(await held()).toMatchObject([gone]);
  },
);

test('a comment that the app may not write leads to the permissions of its space', async () => {
  await send(finding({ id: 'F-1' }));
  world.site.revoke('SEC', 'ADD_COMMENTS', role);
  await post(comment());
  await settle();
  expect(await held()).toMatchObject([
    {
      reason: { code: 'notAllowed', doing: 'commenting', place: 'Security' },
      mend: { at: 'permissions', name: 'Security' },
    },
  ]);
});

test('a field that may stay empty is not given up because its space is archived', async () => {
  const named = (email: string) => finding({ id: 'F-1', assignee: { email } });
  await send(named('developer@example.com'));
  const emailOf = (accountId: string) => world.site.world.state.users.get(accountId)?.email ?? '';
  world.site.archiveProject('WEB');
  await send(named(emailOf(PEOPLE.engineer)));
  expect(await statesOf('F-1')).toEqual(['held']);
  world.site.unarchiveProject('WEB');
  await pass(70);
  const { assignee } = world.fields('WEB-1') as Record<string, { accountId: string } | null>;
  expect(assignee?.accountId).toBe(PEOPLE.engineer);
});

test.each([
  ['the other issue was unlinked', () => panelOf(world, 'SEC-1').act('panel.unlink', {})],
  ['comments stay on their issue now', () => open({ between: false })],
])('a copy that Jira refused holds nothing up once it is not wanted: %s', async (_why, change) => {
  await send(finding({ id: 'F-1' }));
  world.site.revoke('WEB', 'ADD_COMMENTS', role);
  write('SEC-1', doc('Seen by a person'), {}, PEOPLE.engineer);
  await settle();
  expect(await statesOf('F-1')).toEqual(['held']);
  await change();
  await pass(3 * 60);
  expect(await statesOf('F-1')).toEqual(['synced']);
});
