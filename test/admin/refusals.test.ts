import { adminInputs } from '../../src/contract/api';
import { admin } from '../../src/handlers/admin/admin';
import { fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type World } from '../support/world';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

const calls = Object.keys(adminInputs);
const forbidden = {
  error: { code: 'forbidden', message: 'Only Jira administrators may do this. Ask one of them.' },
};
const stored = () => JSON.stringify(world.host.kvs.snapshot());

/** Inputs that would do something if they were let through. */
async function inputFor(name: string): Promise<object> {
  const { connections } = await world.admin('connections.list', {});
  const connection = connections[0]?.key ?? '';
  const inputs: Record<string, object> = {
    'connections.create': { name: 'Mine', method: 'signature' },
    'connections.setEnabled': { connection, enabled: false },
    'connections.setPaused': { connection, paused: true },
    'settings.save': { section: 'closing', version: 0, value: { when: 'any' } },
    'settings.import': { document: { format: 'security-findings-settings', version: 1 }, apply: true },
    'deleting.preview': { deleting: {} },
    'findings.story': { connection, finding: 'F-1' },
    'audit.undo': { section: 'closing', version: 1 },
  };
  return inputs[name] ?? (name.startsWith('connections.') ? { connection } : {});
}

test.each(calls)(
  '%s is refused to everybody who does not administer Jira, and changes nothing',
  async (name) => {
    await world.connect();
    const input = await inputFor(name);
    const before = stored();
    for (const person of [PEOPLE.developer, PEOPLE.engineer, PEOPLE.outsider])
      expect(await world.adminAs(person, name, input)).toEqual(forbidden);
    expect(stored()).toBe(before);
  },
);

test('every call of the contract is there for an admin', async () => {
  await world.connect();
  for (const name of calls) {
    const answer = (await world.adminAs(PEOPLE.admin, name, await inputFor(name))) as {
      error?: { code: string };
    };
    expect({ name, code: answer.error?.code ?? 'done' }).not.toEqual({ name, code: 'forbidden' });
  }
});

test.each([{ accountId: PEOPLE.admin }, { context: { accountId: PEOPLE.admin } }, { isAdmin: true }])(
  'a payload that claims to be an admin is no admin: %j',
  async (claim) => {
    for (const name of calls)
      expect(await world.adminAs(PEOPLE.developer, name, { ...(await inputFor(name)), ...claim })).toEqual(
        forbidden,
      );
  },
);

test('a call of the function itself, without a person behind it, is refused', async () => {
  for (const name of calls) {
    const call = { call: { functionKey: name, payload: {} }, context: {} };
    expect(await admin(call as never, {} as never)).toEqual(forbidden);
  }
});

test('who administers Jira is asked anew with each call', async () => {
  expect(await world.adminAs(PEOPLE.admin, 'settings.get', {})).toHaveProperty('document');
  world.site.setGlobalPermission(PEOPLE.admin, 'ADMINISTER', false);
  expect(await world.adminAs(PEOPLE.admin, 'settings.get', {})).toEqual(forbidden);
});

test('while Jira does not say who is an admin, nobody is', async () => {
  world.host.faults.add(fail(500, { path: /mypermissions/, times: Infinity }));
  expect(await world.adminAs(PEOPLE.admin, 'settings.get', {})).toEqual(forbidden);
});

test('the panel knows no call of the admin page', async () => {
  const portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.settle();
  const issue = { id: world.site.issue('WEB-1').id, key: 'WEB-1' };
  for (const name of calls)
    for (const accountId of [PEOPLE.admin, PEOPLE.outsider])
      await expect(
        world.host.invokeResolver(
          'jira:issuePanel',
          'finding',
          name,
          {},
          { accountId, extension: { issue } },
        ),
      ).rejects.toThrow();
});

test('an input that does not fit is refused by its fields', async () => {
  expect(await world.adminAs(PEOPLE.admin, 'connections.create', { name: ' ', method: 'none' })).toEqual({
    error: {
      code: 'invalid',
      message: expect.stringMatching(/^Some values do not fit. name: .+ method: .*signature/) as unknown,
      errors: [
        { path: 'name', message: { code: 'required' } },
        { path: 'method', message: { code: 'oneOf', values: ['signature', 'basic', 'oauth'] } },
      ],
    },
  });
});

test('a failure inside is told as such, without its cause', async () => {
  world.host.faults.add(fail(500, { on: 'kvs', times: Infinity }));
  expect(await world.adminAs(PEOPLE.admin, 'settings.get', {})).toEqual({
    error: {
      code: 'unavailable',
      message: 'This did not work just now. Nothing was changed; try again in a moment.',
    },
  });
});
