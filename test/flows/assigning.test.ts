/** Who gets the issues of findings that name nobody, and which issue stands above them. */
import type { FindingInput } from '../../src/contract/finding';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

async function send(...findings: Partial<FindingInput>[]): Promise<void> {
  await portal.post('/v1/findings', { findings: findings.map((over) => finding({ id: 'F-1', ...over })) });
  await world.settle();
}

const assigneeOf = (key: string) =>
  (world.fields(key).assignee as unknown as { accountId: string } | null)?.accountId;

test('the project’s lead gets them, read once however many they are', async () => {
  const lead = world.site.project('WEB').leadAccountId;
  await world.useSpaces({ security: null }, { assignee: { from: 'projectLead' } });
  world.jiraCalls();
  await send(...Array.from({ length: 20 }, (_, index) => ({ id: `F-${String(index)}` })));
  const reads = world.jiraCalls().filter((call) => /GET \/rest\/api\/3\/project\/\d+$/.test(call));
  expect(reads).toHaveLength(1);
  expect(assigneeOf('WEB-1')).toBe(lead);
  await send({ id: 'F-0', assignee: { accountId: PEOPLE.developer } });
  expect(assigneeOf('WEB-1')).toBe(PEOPLE.developer);
  await send({ id: 'F-0', assignee: { accountId: PEOPLE.developer } });
  expect(world.jiraCalls().filter((call) => call.startsWith('GET'))).toEqual([]);
});

test('the lead of the component that the issue gets is asked for, whoever sets the component', async () => {
  world.site.addComponent('WEB', 'Nobody’s');
  world.site.addComponent('WEB', 'Led', PEOPLE.developer);
  const components = world.site.project('WEB').components.map((one) => ({ id: one.id }));
  await world.useSpaces({ security: null }, { assignee: { from: 'componentLead' }, components });
  await send({ id: 'F-1' });
  expect(assigneeOf('WEB-1')).toBe(PEOPLE.developer);
  const mapping = [{ field: { id: 'components' }, source: { kind: 'field', name: 'location.component' } }];
  await world.useSpaces({ security: null }, { assignee: { from: 'componentLead' }, mapping });
  await send({ id: 'F-2', location: { component: 'Led' } });
  expect(assigneeOf('WEB-2')).toBe(PEOPLE.developer);
});

test('a list is dealt out, and a finding keeps its person', async () => {
  const list = [{ id: PEOPLE.developer }, { id: PEOPLE.admin }];
  await world.useSpaces({ security: null }, { assignee: { from: 'list', list } });
  const findings = Array.from({ length: 30 }, (_, index) => ({ id: `F-${String(index)}` }));
  await send(...findings);
  const keys = findings.map((_, index) => `WEB-${String(index + 1)}`);
  const first = keys.map(assigneeOf);
  expect(first.filter((one) => one === PEOPLE.developer).length).toBeGreaterThan(5);
  expect(first.filter((one) => one === PEOPLE.admin).length).toBeGreaterThan(5);
  await send(...findings.map((one) => ({ ...one, title: 'Changed' })));
  expect(keys.map(assigneeOf)).toEqual(first);
});

test('an empty list is refused, and what says how to find somebody is read where a person stood before', async () => {
  await expect(world.useSpaces({}, { assignee: { from: 'list' } })).rejects.toThrow(/product.assignee.list/);
  await expect(world.useSpaces({}, { assignee: { from: 'anybody' } })).rejects.toThrow(/assignee.from/);
  await world.useSpaces({ security: null }, { assignee: { from: 'finding' } });
  await send({ id: 'F-1' });
  expect(assigneeOf('WEB-1')).toBeUndefined();
});

test('a rule sets assignee, security level and the issue above', async () => {
  const epic = world.ref('type', 'WEB', 'Epic');
  const made = world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: PEOPLE.admin,
    body: { fields: { project: { key: 'WEB' }, issuetype: { id: epic.id }, summary: 'Epic' } },
  }).data as unknown as { id: string; key: string };
  await world.useSpaces({ security: null });
  const parent = { id: made.id, name: made.key };
  await world.save('rules', [
    {
      id: 'r',
      name: 'R',
      enabled: true,
      when: { all: [] },
      then: { create: 'both', product: { parent, assignee: { id: PEOPLE.developer } } },
    },
  ]);
  await send({ id: 'F-1' });
  expect(world.fields('WEB-2')).toMatchObject({ parent: { id: made.id } });
  expect(assigneeOf('WEB-2')).toBe(PEOPLE.developer);
});
