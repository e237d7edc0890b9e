/** Rows of the mapping: what findings give goes into fields of every type, as the sandbox's Jira takes it. */
import type { FieldRow } from '../../src/contract/settings';
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

type Meta = { fieldId: string; name: string; allowedValues?: { id: string; value: string }[] };

/** Jira's id of a field of PAY. */
function idOf(name: string): string {
  const { id: type } = world.ref('type', 'PAY', 'Task');
  const path = `/rest/api/3/issue/createmeta/PAY/issuetypes/${type ?? ''}?maxResults=200`;
  const { fields } = world.site.call({ path, as: PEOPLE.admin }).data as unknown as { fields: Meta[] };
  const found = fields.find((field) => field.name === name);
  if (!found) throw new Error(`PAY has no field ${name}`);
  return found.fieldId;
}

type Row = Pick<FieldRow, 'source'> & Partial<Pick<FieldRow, 'owner' | 'whenUnknown'>>;

/** Maps fields of PAY by their names; what PAY demands is filled. */
async function mapFields(rows: Readonly<Record<string, Row>>, more: object = {}): Promise<void> {
  const demanded = { source: { kind: 'fixed', value: { value: 'Production' } } } as const;
  const all: Record<string, Row> = { 'Environment type': demanded, ...rows };
  const mapping = Object.entries(all).map(([name, row]) => ({
    field: { id: name in systemIds ? systemIds[name] : idOf(name), name },
    ...row,
  }));
  const components = [{ id: world.site.project('PAY').components[0]?.id }];
  await world.useSpaces({ product: 'PAY', security: null }, { mapping, components, ...more });
}

const systemIds: Readonly<Record<string, string>> = {
  Summary: 'summary',
  Labels: 'labels',
  Priority: 'priority',
  Parent: 'parent',
};

const attribute = (name: string): Row => ({ source: { kind: 'attribute', name } });

async function send(over: Record<string, unknown>): Promise<void> {
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', ...over })] });
  await world.settle();
}

async function stateOf(id = 'F-1') {
  const answer = await portal.post('/v1/findings/lookup', { ids: [id] });
  return (answer.json as { state: string; reason?: string }[])[0];
}

const shown = (name: string): unknown => (world.fields('PAY-1') as Record<string, unknown>)[idOf(name)];

test('findings fill fields of every type', async () => {
  await mapFields({
    'Remediation notes': { source: { kind: 'field', name: 'remediation' } },
    'Fix by': { source: { kind: 'field', name: 'firstSeen' } },
    'Risk score': { source: { kind: 'field', name: 'cvss.score' } },
    'Affected system': attribute('system'),
    'Data at risk': attribute('data'),
    Exploited: { source: { kind: 'field', name: 'kev' } },
    Reviewers: attribute('reviewers'),
    'Owning group': attribute('group'),
    'Informed groups': attribute('groups'),
    'Fixed in': attribute('version'),
    Evidence: { source: { kind: 'field', name: 'url' } },
    'First seen': { source: { kind: 'field', name: 'firstSeen' } },
    Weaknesses: { source: { kind: 'field', name: 'cwe' } },
    Contact: attribute('contact'),
    'Place in code': {
      source: { kind: 'text', template: '{{ finding.location.file }}:{{ finding.location.line }}' },
    },
  });
  await send({
    remediation: 'Use a **prepared** statement.',
    firstSeen: '2026-01-10T23:30:00+02:00',
    cvss: { score: 8.6 },
    kev: true,
    url: 'https://portal.example.com/F-1',
    cwe: ['CWE-89', 'CWE 20'],
    location: { file: 'src/a_b.js', line: 4 },
    attributes: {
      system: 'Ledger > Export',
      data: ['credentials', 'Card data'],
      reviewers: ['product.developer@example.com', PEOPLE.engineer],
      group: 'payment-owners',
      groups: ['security-champions', 'payment-owners'],
      version: '2026.2',
      contact: PEOPLE.developer,
    },
  });
  expect(await stateOf()).toMatchObject({ state: 'synced' });
  expect(JSON.stringify(shown('Remediation notes'))).toContain('"strong"');
  expect(shown('Fix by')).toBe('2026-01-10');
  expect(shown('Risk score')).toBe(8.6);
  expect(shown('Affected system')).toMatchObject({ value: 'Ledger', child: { value: 'Export' } });
  expect(shown('Data at risk')).toMatchObject([{ value: 'Card data' }, { value: 'Credentials' }]);
  expect(shown('Exploited')).toMatchObject({ value: 'Yes' });
  expect((shown('Reviewers') as { accountId: string }[]).map(({ accountId }) => accountId).sort()).toEqual(
    [PEOPLE.developer, PEOPLE.engineer].sort(),
  );
  expect(shown('Owning group')).toMatchObject({ name: 'payment-owners' });
  expect(shown('Informed groups')).toHaveLength(2);
  expect(shown('Fixed in')).toMatchObject({ name: '2026.2' });
  expect(shown('Evidence')).toBe('https://portal.example.com/F-1');
  expect(Date.parse(String(shown('First seen')))).toBe(Date.parse('2026-01-10T21:30:00Z'));
  expect(shown('Weaknesses')).toEqual(['CWE-20', 'CWE-89']);
  expect(shown('Contact')).toMatchObject({ accountId: PEOPLE.developer });
  expect(shown('Place in code')).toBe('src/a_b.js:4');
});

test('an unchanged finding costs no call, and a changed one sends only what changed', async () => {
  await mapFields({ 'Risk score': attribute('risk'), Contact: attribute('contact') });
  const over = { attributes: { risk: 5, contact: 'product.developer@example.com' } };
  await send(over);
  world.jiraCalls();
  await send(over);
  expect(world.jiraCalls()).toEqual([]);
  await send({ attributes: { ...over.attributes, risk: '6' } });
  expect(world.jiraCalls()).toEqual(['POST /rest/api/3/issue/bulkfetch', expect.stringMatching(/^PUT /)]);
  expect(shown('Risk score')).toBe(6);
});

test.each([
  ['people', 5],
  ['portal', 7],
  ['create', 5],
] as const)('a field of %s that somebody edited keeps to its owner', async (owner, expected) => {
  await mapFields({ 'Risk score': { ...attribute('risk'), owner } });
  await send({ attributes: { risk: 3 } });
  const body = { fields: { [idOf('Risk score')]: 5 } };
  world.site.call({ method: 'PUT', path: '/rest/api/3/issue/PAY-1', body, as: PEOPLE.admin });
  await send({ attributes: { risk: 7 } });
  expect(shown('Risk score')).toBe(expected);
});

test('an unknown value holds the finding up with a cause that names it, until Jira has it', async () => {
  await mapFields({ 'Fixed in': attribute('version') });
  await send({ attributes: { version: '2027.1' } });
  const held = await stateOf();
  expect(held).toMatchObject({ state: 'held' });
  expect(held?.reason).toMatch(/Fixed in.*2027\.1/);
  const { held: causes } = await world.admin('activity.list', {});
  expect(causes.map(({ reason }) => reason.code)).toEqual(['noSuchValue']);
  world.site.project('PAY').versions.push({ id: '99001', name: '2027.1', released: false, archived: false });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 2 * 3_600_000 });
  expect(await stateOf()).toMatchObject({ state: 'synced' });
  expect(shown('Fixed in')).toMatchObject({ name: '2027.1' });
});

test('an unknown value leaves its field empty where the row says so, and all else goes on', async () => {
  await mapFields({
    'Fixed in': { ...attribute('version'), whenUnknown: 'empty' },
    Contact: { ...attribute('contact'), whenUnknown: 'empty' },
    Evidence: { ...attribute('evidence'), whenUnknown: 'empty' },
  });
  await send({
    attributes: { version: '2027.1', contact: 'nobody@example.com', evidence: 'javascript:alert(1)' },
  });
  expect(await stateOf()).toMatchObject({ state: 'synced' });
  expect([shown('Fixed in'), shown('Contact'), shown('Evidence')]).toEqual([null, null, null]);
});

test('a value that becomes unknown holds up itself alone: the issue is still moved and its other fields changed', async () => {
  await mapFields(
    { 'Fixed in': attribute('version') },
    { resolvedStatus: world.ref('status', 'PAY', 'Done') },
  );
  await send({ attributes: { version: '2026.1' } });
  await send({ attributes: { version: '2027.1' }, title: 'Another title', status: 'resolved' });
  expect(await stateOf()).toMatchObject({ state: 'held' });
  expect(world.statusOf('PAY-1')).toBe('Done');
  expect(world.fields('PAY-1').summary).toBe('Another title');
  expect(shown('Fixed in')).toMatchObject({ name: '2026.1' });
});

test('a row goes over what the app does by itself, but no issue is without a summary', async () => {
  await mapFields(
    {
      Summary: {
        source: {
          kind: 'text',
          template: '{% if finding.cve %}[{{ finding.cve.first }}] {{ finding.title }}{% endif %}',
        },
      },
      Labels: { source: { kind: 'field', name: 'kind' } },
    },
    { labels: ['ours'] },
  );
  await send({ cve: ['CVE-2026-1'], title: 'A *bold* title', tags: ['tag'] });
  expect(world.fields('PAY-1').summary).toBe('[CVE-2026-1] A *bold* title');
  expect(world.fields('PAY-1').labels).toEqual(['ours', 'vulnerability']);
  await send({ title: 'No identifier' });
  expect(world.fields('PAY-1').summary).toBe('No identifier');
});

test('an epic stands above the issue, and what is none holds it up', async () => {
  await mapFields({ Parent: attribute('epic') });
  const create = (type: string) =>
    world.site.call({
      method: 'POST',
      path: '/rest/api/3/issue',
      as: PEOPLE.admin,
      body: { fields: { project: { key: 'WEB' }, issuetype: { name: type }, summary: type } },
    }).data['key'] as string;
  const [epic, task] = [create('Epic'), create('Task')];
  await send({ attributes: { epic: task } });
  expect(await stateOf()).toMatchObject({ state: 'held' });
  await send({ attributes: { epic } });
  expect(await stateOf()).toMatchObject({ state: 'synced' });
  expect(world.fields('PAY-1').parent).toMatchObject({ key: epic });
});

test('what a product sets goes over the default row by row', async () => {
  await mapFields({ 'Risk score': attribute('risk'), Exploited: { source: { kind: 'field', name: 'kev' } } });
  const mapping = [{ field: { id: idOf('Risk score') }, source: { kind: 'fixed', value: 9 } }];
  await world.save('products', { shop: { product: { mapping } } });
  await send({ kev: false, attributes: { risk: 1 } });
  expect(shown('Risk score')).toBe(9);
  expect(shown('Exploited')).toMatchObject({ value: 'No' });
});
