import type { FindingPreview, IssuePreview } from '../../src/contract/api';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { at, logOf } from '../formats/sarif/support';
import { ask } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

/** All of storage but what was read from Jira and is remembered for an hour, and the count of what reading cost. */
function stored(): string {
  return JSON.stringify(world.host.kvs.snapshot(), (_name, value: unknown) =>
    Array.isArray(value) ? value.filter((entry) => !isOfReading(entry)) : value,
  );
}

function isOfReading(entry: unknown): boolean {
  const key = typeof entry === 'object' && entry !== null && 'key' in entry ? String(entry.key) : '';
  return key === 'points' || key.startsWith('cache:');
}

async function preview(document: unknown, more: object = {}): Promise<FindingPreview> {
  const { findings } = await world.admin('findings.preview', { document, connection: portal.key, ...more });
  const [first] = findings;
  if (!first) throw new Error('nothing is previewed');
  return first;
}

function valuesOf(issue: IssuePreview | undefined): Record<string, string> {
  const entries = issue?.values.map(({ field, values }) => [field, values.join(', ')]) ?? [];
  return Object.fromEntries(entries) as Record<string, string>;
}

const sarif = {
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Scanner' } },
      results: [{ ruleId: 'R1', level: 'error', message: { text: 'A key in the source' } }],
    },
  ],
};

test('a finding is previewed as the issues that it then really becomes, and nothing is written', async () => {
  await world.useSpaces({}, { labels: ['security'] });
  const one = finding({ id: 'F-1', tags: ['web'] });
  const before = stored();
  world.jiraCalls();
  const { issues, problems } = await preview(one);
  const calls = world.jiraCalls();
  expect(stored()).toBe(before);
  expect(calls.filter((call) => !/^GET |^POST \/rest\/api\/3\/workflows$/.test(call))).toEqual([]);
  expect(problems).toEqual([]);
  expect(issues.map(({ role, action }) => [role, action])).toEqual([
    ['product', 'create'],
    ['security', 'create'],
  ]);

  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
  const made = world.fields('WEB-1') as Record<string, unknown>;
  const foreseen = valuesOf(issues[0]);
  expect(foreseen).toMatchObject({ summary: made['summary'], project: 'Web shop', issueType: 'Task' });
  expect(foreseen['labels']?.split(', ').sort()).toEqual([...(made['labels'] as string[])].sort());
  expect(foreseen['status']).toBe(world.statusOf('WEB-1'));
  expect(issues[0]).toMatchObject({ description: made['description'], linked: true });
});

test('a value tells whether a product overrides it', async () => {
  await world.useSpaces({ security: null }, { labels: ['all'] });
  await world.save('products', { shop: { product: { labels: ['mine'] } } });
  const { issues } = await preview(finding({ product: 'shop' }));
  const origins = Object.fromEntries(
    issues[0]?.values.map(({ field, origins: from }) => [field, from]) ?? [],
  );
  expect(origins['labels']).toContain('product');
  expect(origins).toMatchObject({ project: ['default'], summary: ['finding'] });
});

test('a finding below the least severity becomes no issue, and the rule is named', async () => {
  await world.useSpaces();
  expect(await preview(finding({ severity: 'info' }))).toMatchObject({
    skipped: { code: 'noRule', severity: 'info', status: 'verified' },
    issues: [],
  });
});

test('a required field that nothing fills is named as what would hold the finding up', async () => {
  await world.useSpaces({ product: 'PAY', security: null });
  const { problems, issues } = await preview(finding());
  expect(problems).toMatchObject([{ code: 'fieldRequired', field: 'Components' }]);
  expect(issues).toMatchObject([{ action: 'create' }]);
});

test('without a space that is switched on the finding would be held up', async () => {
  expect(await preview(finding())).toMatchObject({ problems: [{ code: 'noSpaceOn' }], issues: [] });
});

test('a known finding tells what would be edited, what would be moved, or that nothing happens', async () => {
  await world.useSpaces({ security: null });
  const one = finding({ id: 'F-1' });
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
  expect((await preview(one)).issues).toMatchObject([{ action: 'nothing', key: 'WEB-1' }]);
  const before = stored();
  const changed = await preview({ ...one, title: 'Another title', status: 'resolved' });
  expect(changed.issues).toMatchObject([
    {
      action: 'update',
      key: 'WEB-1',
      edited: expect.arrayContaining(['summary']) as string[],
      movedTo: 'Done',
    },
  ]);
  expect(stored()).toBe(before);
  expect((await preview(one, { connection: undefined })).issues).toMatchObject([{ action: 'create' }]);
});

test('of many findings the first twenty are previewed, and their number is told', async () => {
  await world.useSpaces({ security: null });
  const findings = Array.from({ length: 25 }, () => finding());
  const answer = await world.admin('findings.preview', { document: { findings } });
  expect([answer.total, answer.findings.length]).toEqual([25, 20]);
});

test('a SARIF report asks for its product, and then is previewed', async () => {
  await world.useSpaces({ security: null });
  const asked = await ask(world, 'findings.preview', { document: sarif });
  expect(asked.error?.errors).toEqual([{ path: 'product', message: { code: 'required' } }]);
  const read = await preview(sarif, { product: 'shop' });
  expect(read).toMatchObject({ product: 'shop', issues: [{ action: 'create' }] });
});

test('a report shows what it is known as, what is new, and what it would resolve', async () => {
  await world.useSpaces({ security: null });
  const report = (...rules: string[]) =>
    logOf(rules.map((rule) => ({ ruleId: rule, message: { text: rule }, ...at(`${rule}.c`) })));
  await portal.post('/v1/products/shop/reports/sarif?complete=true', report('A', 'B'));
  await world.settle();
  const { activities } = await world.admin('activity.list', {});
  const idOf = (rule: string) =>
    activities.flatMap(({ items }) => items).find(({ finding: id }) => id.includes(`:${rule}:`))?.finding;
  const before = stored();
  const document = report('B', 'C');
  const input = { document, connection: portal.key, product: 'shop' };
  const { findings, report: told } = await world.admin('findings.preview', input);
  expect(told).toEqual({ known: 1, fresh: 1, resolves: 1, resolved: [idOf('a')], reasons: [] });
  expect(findings[0]?.id).toBe(idOf('b'));
  expect(findings.map(({ issues }) => issues[0]?.action)).toEqual(['nothing', 'create']);
  const failed = logOf([{ ruleId: 'B', message: { text: 'B' }, ...at('B.c') }], {
    invocations: [{ executionSuccessful: false }],
  });
  const { report: unproven } = await world.admin('findings.preview', { ...input, document: failed });
  expect(unproven).toMatchObject({ resolves: 0, reasons: [{ code: 'reportUnproven' }] });
  expect(stored()).toBe(before);
});

test('a report says as which format it was read, also where it holds no finding', async () => {
  await world.useSpaces({ security: null });
  const control = (Status: string) => ({
    Findings: [
      {
        SchemaVersion: '2018-10-08',
        Id: 'bucket-1',
        ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
        AwsAccountId: '111122223333',
        Title: 'Buckets must not be public',
        Severity: { Label: 'HIGH' },
        Compliance: { Status },
      },
    ],
  });
  await portal.post('/v1/products/shop/reports/asff?complete=true', control('FAILED'));
  await world.settle();
  const input = { document: control('PASSED'), product: 'shop' };
  const format = 'AWS Security Finding Format (ASFF)';
  expect(await world.admin('findings.preview', input)).toEqual({ total: 0, findings: [], format });
  const known = await world.admin('findings.preview', { ...input, connection: portal.key });
  expect(known).toMatchObject({ total: 0, format, report: { resolves: 1, reasons: [] } });
  expect(await world.admin('findings.preview', { document: finding() })).not.toHaveProperty('format');
});

test('of an entry that becomes several findings each is previewed under the id that it gets', async () => {
  await world.useSpaces({ security: null });
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: ['a', 'b'].map((name) => ({ 'bom-ref': name, name, purl: `pkg:npm/${name}@1.0.0` })),
    vulnerabilities: [{ id: 'CVE-2024-1000', affects: [{ ref: 'a' }, { ref: 'b' }] }],
  };
  const input = { document, connection: portal.key, product: 'shop' };
  const { findings } = await world.admin('findings.preview', input);
  const answer = await portal.post('/v1/products/shop/reports/auto', document);
  await world.settle();
  const { receipt } = answer.json as { receipt: string };
  const { findings: real } = (await portal.get(`/v1/receipts/${receipt}`)).json as {
    findings: { id: string }[];
  };
  expect(findings).toHaveLength(2);
  expect(findings.map(({ id }) => id).sort()).toEqual(real.map(({ id }) => id).sort());
});

test.each([
  [[], '', 'notAFinding'],
  [{ findings: [] }, '', 'noFindings'],
  [finding({ severity: 'huge' }), 'severity', 'oneOf'],
  [finding({ status: 'no_such_status' }), 'status', 'oneOf'],
  [{ findings: [finding(), finding({ title: undefined })] }, 'findings.1.title', 'required'],
  [finding({ url: 'not a url' }), 'url', 'saidByApi'],
])('what is no finding is refused with the field and the fix: %#', async (document, path, code) => {
  const { error } = await ask(world, 'findings.preview', { document });
  expect(error).toMatchObject({ code: 'invalid', errors: [{ path, message: { code } }] });
});
