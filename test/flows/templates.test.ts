/** Templates: which one an issue is written by, what people write around it, and what happens when one fails. */
import type { FindingInput } from '../../src/contract/finding';
import type { Json } from '../sandbox/jira/json';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

beforeEach(async () => {
  world = createWorld();
  await world.useSpaces({ security: null });
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

async function send(...findings: Partial<FindingInput>[]): Promise<void> {
  await portal.post('/v1/findings', { findings: findings.map((over) => finding({ id: 'F-1', ...over })) });
  await world.settle();
}

const textOf = (key: string) => JSON.stringify(world.fields(key).description);
const summaryOf = (key: string) => String(world.fields(key).summary);
const template = (name: string, more: object = {}) => ({
  name,
  summary: `${name}: {{ finding.title }}`,
  description: `From ${name} for {{ role }}`,
  ...more,
});

/** A description as somebody left it in Jira. */
function rewrite(key: string, change: (content: Json[]) => Json[]): void {
  const { content } = world.fields(key).description as unknown as { content: Json[] };
  const description = { version: 1, type: 'doc', content: change(content) };
  const path = `/rest/api/3/issue/${key}`;
  world.site.call({ method: 'PUT', path, body: { fields: { description } }, as: PEOPLE.admin });
}

const said = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });

test('the template of the rule goes before that of the tool, and that before the kind’s', async () => {
  await world.save('templates', {
    vulnerability: template('Kind'),
    scans: template('Tool', { tools: ['Trivy'] }),
    urgent: template('Rule'),
  });
  const { document } = await world.admin('settings.get', {});
  const critical = { field: 'severity', op: 'is', value: 'critical' } as const;
  const urgent = { id: 'urgent', name: 'Urgent', enabled: true, when: critical };
  await world.save('rules', [{ ...urgent, then: { create: 'both', template: 'urgent' } }, ...document.rules]);
  await send(
    { id: 'F-1', title: 'One' },
    { id: 'F-2', title: 'Two', tool: 'trivy' },
    { id: 'F-3', title: 'Three', tool: 'trivy', severity: 'critical' },
    { id: 'F-4', title: 'Four', kind: 'security_incident' },
  );
  expect(['WEB-1', 'WEB-2', 'WEB-3', 'WEB-4'].map(summaryOf)).toEqual([
    'Kind: One',
    'Tool: Two',
    'Rule: Three',
    'Four',
  ]);
  expect(textOf('WEB-3')).toContain('From Rule for product');
  expect(textOf('WEB-4')).toContain('Details');
});

test('the language of a space is that of built-in templates and of what the app says', async () => {
  await world.useSpaces({}, { language: 'de' });
  await send({ severity: 'critical' });
  expect(textOf('WEB-1')).toMatch(/Einzelheiten.*Schweregrad.*kritisch/);
  world.move('WEB-1', 'Done');
  await world.settle();
  const { comments } = world.site.call({ path: '/rest/api/3/issue/SEC-1/comment', as: PEOPLE.admin })
    .data as unknown as { comments: unknown[] };
  expect(JSON.stringify(comments)).toContain('Geschlossen, weil WEB-1 erledigt ist.');
});

test('what people write above and below stays, and what they change within gives way to them', async () => {
  await world.save('templates', {
    vulnerability: { name: 'V', description: '{{ finding.description }}', mode: 'append' },
  });
  await send({ description: 'First words' });
  rewrite('WEB-1', (content) => [said('Above'), ...content, said('Below')]);
  await send({ description: 'Second words' });
  expect(textOf('WEB-1')).toMatch(/Above.*▼.*Second words.*▲.*Below/);
  expect(textOf('WEB-1')).not.toContain('First words');
  rewrite('WEB-1', (content) =>
    content.map((node) => (JSON.stringify(node).includes('Second') ? said('My words') : node)),
  );
  await send({ description: 'Third words' });
  expect(textOf('WEB-1')).toMatch(/Above.*▼.*My words.*▲.*Below/);
});

test('switching to writing among people’s text keeps a description that nobody touched in one piece', async () => {
  await send({ description: 'First words' });
  await world.save('templates', {
    vulnerability: { name: 'V', description: '{{ finding.description }}', mode: 'append' },
  });
  await send({ description: 'Second words' });
  expect(textOf('WEB-1')).toMatch(/▼.*Second words.*▲/);
  expect(textOf('WEB-1')).not.toContain('First words');
  await world.save('templates', {});
  await send({ description: 'Third words' });
  expect(textOf('WEB-1')).toMatch(/Third words.*Details/);
  expect(textOf('WEB-1')).not.toContain('▼');
});

test('where a template fails the built-in one stands in; a preview and the activity say which and why', async () => {
  await world.save('templates', {
    vulnerability: template('Endless', { description: '{% for i in (1..9999999) %}x{% endfor %}' }),
  });
  await send({ title: 'Found' });
  expect(summaryOf('WEB-1')).toBe('Endless: Found');
  expect(textOf('WEB-1')).toContain('Details');
  const { findings } = await world.admin('findings.preview', { document: finding({ id: 'F-9' }) });
  expect(JSON.stringify(findings)).toMatch(/templateStoodIn/);
  const story = await world.admin('findings.story', { connection: portal.key, finding: 'F-1' });
  expect(story.entries).toContainEqual(
    expect.objectContaining({
      reason: expect.objectContaining({
        code: 'templateStoodIn',
        template: 'vulnerability',
        line: 1,
      }) as object,
    }),
  );
});

test('a template that failed needs attention until it is another one, or a week has passed', async () => {
  const failing = (name: string) =>
    world.save('templates', {
      vulnerability: template(name, { description: '{% for i in (1..9999999) %}x{% endfor %}' }),
    });
  const problems = async () => {
    await world.admin('health.get', { now: true });
    return (await world.admin('health.get', {})).problems;
  };
  await failing('Endless');
  await send({ title: 'Found' });
  const what = { code: 'templateFailing', name: 'Endless', role: 'product', kind: 'vulnerability', line: 1 };
  const problem = { path: 'templates.vulnerability', what, fix: { code: 'fixTemplate' }, findings: 0 };
  expect(await problems()).toMatchObject([problem]);
  await world.save('templates', { vulnerability: template('Mended') });
  await world.settle();
  expect(await problems()).toEqual([]);
  await failing('Endless again');
  await send({ title: 'Found again' });
  expect(await problems()).toHaveLength(1);
  await world.clock.sleep(8 * 24 * 60 * 60_000);
  expect(await problems()).toEqual([]);
});

test('saving names the place of a mistake, and a template that a rule names stays', async () => {
  const save = async (section: string, value: unknown) => {
    const { versions } = await world.admin('settings.get', {});
    const version = versions[section as 'templates'];
    return world.adminAs(PEOPLE.admin, 'settings.save', { section, version, value });
  };
  expect(await save('templates', { mine: template('A', { description: 'a\n{{ b' }) })).toMatchObject({
    error: {
      code: 'invalid',
      errors: [{ path: 'mine.description', message: { code: 'templateError', line: 2, column: 1 } }],
    },
  });
  const tools = ['x'];
  expect(await save('templates', { a: template('A', { tools }), b: template('B', { tools }) })).toMatchObject(
    {
      error: { errors: [{ path: 'b.tools.0', message: { code: 'notUnique' } }] },
    },
  );
  const rule = { id: 'r', name: 'R', enabled: true, when: { all: [] }, then: { template: 'mine' } };
  expect(await save('rules', [rule])).toMatchObject({ error: { errors: [{ path: '0.then.template' }] } });
  expect(await save('templates', { mine: template('A') })).toMatchObject({ version: 1 });
  expect(await save('rules', [rule])).toMatchObject({ version: 1 });
  expect(await save('templates', {})).toMatchObject({
    error: { errors: [{ path: 'mine', message: { code: 'templateInUse', rule: 'R' } }] },
  });
});

test('export and import carry templates, assignees and languages', async () => {
  const list = [{ id: PEOPLE.developer }, { id: PEOPLE.engineer }];
  await world.useSpaces({}, { language: 'ru', assignee: { from: 'list', list } });
  await world.save('templates', { mine: template('A', { tools: ['Trivy'] }) });
  const { document } = await world.admin('settings.export', {});
  await world.save('templates', {});
  await world.useSpaces();
  await world.admin('settings.import', { document, apply: true });
  const { document: after } = await world.admin('settings.get', {});
  expect(after.templates).toEqual(document.templates);
  expect(after.spaces.product).toMatchObject({ language: 'ru', assignee: { from: 'list', list } });
});
