import type { PanelCall } from '../../src/contract/panel-calls';
import { PEOPLE } from '../sandbox/jira/seed';
import { hear, panelOf, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await hear(world, portal);
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle();
});
afterEach(() => {
  world.close();
});

type Who = keyof typeof PEOPLE;
const actions = {
  'panel.reject': { reason: 'No' },
  'panel.accept': { until: '2026-02-01', reason: 'Yes' },
  'panel.takeBack': {},
  'panel.retest': {},
  'panel.link': { key: 'SEC-1' },
  'panel.unlink': {},
} as const satisfies Partial<Record<PanelCall, object>>;
type Action = keyof typeof actions;

/** What each action comes to for a person on an issue: its code, or `done`. A world is used up by it. */
async function attempt(key: string, who: Who, name: Action): Promise<string> {
  const answer = await panelOf(world, key, PEOPLE[who]).act(name, actions[name]);
  return answer.error?.because ?? answer.error?.code ?? 'done';
}

/** Takes Jira's security level to hide the security issue from everybody but the admin. */
function hideSecurityIssue(): void {
  const { value } = world.site.call({ path: '/rest/api/3/project/SEC/securitylevel', as: PEOPLE.admin });
  const { levels } = value as unknown as { levels: { id: string; name: string }[] };
  const level = levels.find(({ name }) => name === 'Leads only');
  const body = { fields: { security: { id: level?.id ?? '' } } };
  const put = world.site.call({ method: 'PUT', path: '/rest/api/3/issue/SEC-1', as: PEOPLE.admin, body });
  expect(put.status).toBe(204);
}

const nothing = {
  'panel.reject': 'not_found',
  'panel.accept': 'not_found',
  'panel.takeBack': 'not_found',
  'panel.retest': 'not_found',
  'panel.link': 'not_found',
  'panel.unlink': 'not_found',
};
const onlyRetest = {
  'panel.reject': 'forbidden',
  'panel.accept': 'forbidden',
  'panel.takeBack': 'forbidden',
  'panel.retest': 'done',
  'panel.link': 'not_found',
  'panel.unlink': 'not_found',
};
const all = {
  'panel.reject': 'done',
  'panel.accept': 'done',
  'panel.takeBack': 'undecided',
  'panel.retest': 'done',
  'panel.link': 'done',
  'panel.unlink': 'done',
};

describe.each<[Who, string, boolean, Readonly<Record<Action, string>>, object | undefined]>([
  ['outsider', 'WEB-1', false, nothing, undefined],
  ['outsider', 'SEC-1', false, nothing, undefined],
  ['developer', 'WEB-1', false, onlyRetest, { decide: false, link: true }],
  ['developer', 'SEC-1', false, nothing, undefined],
  ['engineer', 'WEB-1', false, all, { decide: true, link: true }],
  ['engineer', 'SEC-1', false, { ...all, 'panel.link': 'elsewhere' }, { decide: true, link: true }],
  ['engineer', 'WEB-1', true, onlyRetest, { decide: false, link: true }],
  ['engineer', 'SEC-1', true, nothing, undefined],
  // The level hides it from the app too.
  ['admin', 'WEB-1', true, { ...all, 'panel.link': 'not_found' }, { decide: true, link: true }],
])('%s on %s (the security issue hidden by its level: %s)', (who, key, isHidden, expected, may) => {
  beforeEach(() => {
    if (isHidden) hideSecurityIssue();
  });

  test.each(Object.keys(actions) as Action[])('%s', async (name) => {
    expect(await attempt(key, who, name)).toBe(expected[name]);
  });

  test('sees only what Jira shows them', async () => {
    const view = await panelOf(world, key, PEOPLE[who]).get();
    expect(view.may).toEqual(may);
    const other = world.site.issue(key === 'WEB-1' ? 'SEC-1' : 'WEB-1');
    const seesOther =
      world.site.call({ path: `/rest/api/3/issue/${other.key}`, as: PEOPLE[who] }).status === 200;
    const text = JSON.stringify(view);
    expect([text.includes(`"${other.key}"`), text.includes(`"${other.id}"`)]).toEqual(
      may && seesOther ? [true, true] : [false, false],
    );
  });
});

test('why a risk was accepted is told only with the issue on which it was said', async () => {
  await panelOf(world, 'SEC-1').act('panel.accept', {
    until: '2026-02-01',
    reason: 'The vault is behind it',
  });
  await world.settle();
  const text = async (who: Who) => JSON.stringify(await panelOf(world, 'WEB-1', PEOPLE[who]).get());
  expect(await text('engineer')).toContain('The vault is behind it');
  const seen = await text('developer');
  expect(seen).not.toContain('The vault is behind it');
  expect(seen).toContain('"kind":"accepted"');
});

test('who may edit the only issue decides on it', async () => {
  await world.useSpaces({ security: null });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-2' })] });
  await world.settle();
  expect((await panelOf(world, 'WEB-2', PEOPLE.developer).get()).may).toEqual({ decide: true, link: true });
  expect(await panelOf(world, 'WEB-2', PEOPLE.developer).act('panel.reject', {})).toEqual({});
});

test.each([
  [{ until: '2026-01-14', reason: 'Late' }, 'until'],
  [{ until: '2027-02-01', reason: 'Too long' }, 'until'],
  [{ until: '2026-02-30', reason: 'No day' }, 'until'],
  [{ until: '2026-02-01', reason: '  ' }, 'reason'],
])('%j is refused, and says which field is wrong', async (input, path) => {
  const { error } = await panelOf(world, 'SEC-1').act('panel.accept', input);
  expect(error).toMatchObject({ code: 'invalid', errors: [{ path }] });
});

test('the longest time is a setting', async () => {
  await world.save('decisions', { longestAcceptanceDays: 10 });
  const panel = panelOf(world, 'SEC-1');
  expect(await panel.act('panel.accept', { until: '2026-01-26', reason: 'Long' })).toMatchObject({
    error: { code: 'invalid' },
  });
  expect(await panel.act('panel.accept', { until: '2026-01-25', reason: 'Short' })).toEqual({});
  expect((await panel.get()).longestDays).toBe(10);
});

test('no secret in a reason is stored or told', async () => {
  const secret = `ghp_${'a1B2'.repeat(9)}`;
  await panelOf(world, 'SEC-1').act('panel.reject', { reason: `The key ${secret} is revoked` });
  await world.settle();
  expect(JSON.stringify([await told(portal), await panelOf(world, 'SEC-1').get()])).not.toContain(secret);
});
