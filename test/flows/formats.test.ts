/** Reports of real tools, from the door to the issues and back again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basic, type Client, connectBasic, send } from '../portal/support';
import { createWorld, type Portal, type World } from '../support/world';

const samples = join(process.env['SHARED_DIR'] ?? '/nowhere', 'samples');
const files = existsSync(samples)
  ? readdirSync(samples, { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .flatMap(({ name }) => readdirSync(join(samples, name)).map((file) => [name, file] as const))
  : [];

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
});
afterEach(() => {
  world.close();
});

interface Receipt {
  readonly done: boolean;
  readonly resolved?: number;
  readonly incomplete?: string;
  readonly findings: readonly { readonly id: string; readonly state: string }[];
}

async function report(text: string, format: string): Promise<Receipt> {
  const answer = await portal.post(`/v1/products/shop/reports/${format}?complete=true`, text);
  expect(answer).toMatchObject({ status: 202, json: { rejected: [] } });
  await world.settle();
  const { receipt } = answer.json as { receipt: string };
  return (await portal.get(`/v1/receipts/${receipt}`)).json as Receipt;
}

function issues(): string {
  return JSON.stringify(
    [...world.site.world.state.issues.values()].map(({ key }) => [key, world.fields(key)]),
  );
}

const told = files.length === 0 ? describe.skip : describe;
told('a report of a real tool (skipped where SHARED_DIR names no folder with samples)', () => {
  test.each(files.length === 0 ? [['none', 'none'] as const] : files)(
    '%s/%s: the second time nothing is created, changed or resolved, and Jira is not called',
    async (format, file) => {
      const text = readFileSync(join(samples, format, file), 'utf8');
      const first = await report(text, format);
      expect(first).toMatchObject({ done: true, resolved: 0 });
      const states = first.findings.map(({ state }) => state);
      expect(states.every((state) => state === 'synced' || state === 'skipped')).toBe(true);
      const before = issues();
      world.jiraCalls();
      // By its content it is the same report.
      const second = await report(text, 'auto');
      expect(world.jiraCalls()).toEqual([]);
      expect(issues()).toBe(before);
      expect(second).toMatchObject({ done: true, resolved: 0 });
      expect(second.findings.map(({ id }) => id).sort()).toEqual(first.findings.map(({ id }) => id).sort());
    },
  );
});

const event = (uid: string, more: object = {}) =>
  JSON.stringify({
    class_uid: 2002,
    severity_id: 4,
    finding_info: { uid, title: `Weakness ${uid}` },
    metadata: { product: { name: 'Scanner' } },
    ...more,
  });
const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('a report of one object a line', () => {
  let client: Client;
  beforeEach(async () => {
    client = await connectBasic(world);
  });
  const call = (method: string, path: string, media = '', text = '') =>
    send(
      world,
      method,
      `${client.baseUrl}${path}`,
      { ...basic(client.user, client.password), ...(media !== '' && { 'content-type': media }) },
      text,
    );
  const asLines = (text: string, media = 'application/x-ndjson', format = 'ocsf') =>
    call('POST', `/v1/products/shop/reports/${format}?complete=true`, media, text);

  test.each(['application/x-ndjson', 'application/json', 'application/jsonl; charset=utf-8'])(
    'is taken as %s, by its name or by its content',
    async (media) => {
      for (const format of ['ocsf', 'auto'])
        expect(await asLines(lines(event('A'), '', event('B')), media, format)).toMatchObject({
          status: 202,
          json: { accepted: 2, rejected: [] },
        });
    },
  );

  test('names its broken lines, takes the others, and resolves nothing', async () => {
    await asLines(lines(event('A'), event('B')));
    await world.settle();
    const answer = await asLines(
      lines(event('A'), '{"class_uid":2002,"fin', event('C', { class_uid: 3001 })),
    );
    expect(answer).toMatchObject({
      status: 202,
      json: {
        accepted: 1,
        rejected: [
          { index: 1, errors: [{ path: 'line 2' }] },
          { index: 2, errors: [{ path: 'line 3.class_uid' }] },
        ],
      },
    });
    await world.settle();
    const { receipt } = answer.json as { receipt: string };
    expect((await call('GET', `/v1/receipts/${receipt}`)).json).toMatchObject({
      resolved: 0,
      incomplete: 'Some of its results could not be read.',
    });
  });

  test('is refused where nothing of it is JSON, and where only JSON documents are taken', async () => {
    expect(await asLines('words\nwords')).toMatchObject({ status: 422 });
    expect(await asLines('')).toMatchObject({ status: 422 });
    expect(await asLines(lines(event('A'), event('B')), 'application/json', 'sarif')).toMatchObject({
      status: 400,
    });
    expect(await asLines('words', 'application/json', 'auto')).toMatchObject({ status: 400 });
    expect(await asLines(lines(event('A')), 'text/csv')).toMatchObject({ status: 415 });
    expect(await call('POST', '/v1/findings', 'application/x-ndjson', '{}')).toMatchObject({ status: 415 });
  });
});

test('a report that no format knows is told what was looked for', async () => {
  const answer = await portal.post('/v1/products/shop/reports/auto', '{"some":"thing"}');
  expect(answer).toMatchObject({ status: 422 });
  const { errors } = answer.json as { errors: { path: string; message: string }[] };
  expect(errors[0]?.message).toMatch(/looked for .*\(sarif\).*\(cyclonedx\).*\(trivy\).*\(gitlab\)/);
});

test('the formats are listed with what a complete report of each speaks for', async () => {
  const answer = await portal.get('/v1/formats');
  const { formats } = answer.json as { formats: { name: string; complete: string; media?: string[] }[] };
  expect(formats.map(({ name }) => name)).toEqual([
    'sarif',
    'cyclonedx',
    'trivy',
    'semgrep',
    'grype',
    'asff',
    'ocsf',
    'gitlab',
    'generic',
  ]);
  expect(formats.every(({ complete }) => complete.length > 20)).toBe(true);
  expect(formats.find(({ name }) => name === 'ocsf')?.media).toContain('application/x-ndjson');
});

describe('what a complete report speaks for', () => {
  const image = (name: string, ...ids: string[]) => ({
    SchemaVersion: 2,
    ArtifactName: name,
    ArtifactType: 'container_image',
    Results: [
      {
        Target: name,
        Class: 'os-pkgs',
        Vulnerabilities: ids.map((id) => ({ VulnerabilityID: id, PkgName: 'openssl', Severity: 'HIGH' })),
      },
    ],
  });

  test('is its image under any tag, and no other image', async () => {
    await report(JSON.stringify(image('shop/web:1', 'CVE-2024-1000', 'CVE-2024-1001')), 'trivy');
    await report(JSON.stringify(image('shop/api:1', 'CVE-2024-1000')), 'trivy');
    expect(await report(JSON.stringify(image('shop/web:2', 'CVE-2024-1001')), 'trivy')).toMatchObject({
      resolved: 1,
    });
    expect(await report(JSON.stringify(image('shop/web:3')), 'auto')).toMatchObject({ resolved: 1 });
    expect(await report(JSON.stringify(image('shop/api:9')), 'auto')).toMatchObject({ resolved: 1 });
  });

  test('is empty where Trivy names what it looked at and leaves the list out, as it does when it finds nothing', async () => {
    await report(JSON.stringify(image('shop/web:1', 'CVE-2024-1000', 'CVE-2024-1001')), 'trivy');
    const { Results: _, ...clean } = image('shop/web:2');
    expect(await report(JSON.stringify({ ...clean, ArtifactName: 'shop/api:1' }), 'trivy')).toMatchObject({
      resolved: 0,
    });
    const told = await report(JSON.stringify(clean), 'auto');
    expect(told).toMatchObject({ resolved: 2 });
    expect(told.incomplete).toBeUndefined();
  });

  test('is said by the caller where the report does not name it', async () => {
    const nameless = JSON.stringify({ ...image('sha256:0123456789ab'), Metadata: {} });
    expect(await report(nameless, 'trivy')).toMatchObject({
      resolved: 0,
      incomplete: expect.stringContaining('scope') as unknown,
    });
    const answer = await portal.post('/v1/products/shop/reports/trivy?complete=true&scope=web', nameless);
    await world.settle();
    const { receipt } = answer.json as { receipt: string };
    const { incomplete } = (await portal.get(`/v1/receipts/${receipt}`)).json as Receipt;
    expect(incomplete).toBeUndefined();
  });

  test('is nothing where the tool says that its scan failed', async () => {
    const scan = (status: string, ...ids: string[]) =>
      JSON.stringify({
        version: '15.0.7',
        scan: { type: 'sast', status, scanner: { name: 'Scanner' } },
        vulnerabilities: ids.map((value) => ({
          name: `Rule ${value}`,
          location: { file: 'a.c' },
          identifiers: [{ type: 'rule', name: value, value }],
        })),
      });
    await report(scan('success', 'A', 'B'), 'gitlab');
    expect(await report(scan('failure', 'A'), 'gitlab')).toMatchObject({
      resolved: 0,
      incomplete: 'The tool says that its run failed.',
    });
    expect(await report(scan('success', 'A'), 'gitlab')).toMatchObject({ resolved: 1 });
  });
});

describe('a control that passes', () => {
  const control = (id: string, status: string, workflow: string) => ({
    SchemaVersion: '2018-10-08',
    Id: `arn:${id}`,
    ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
    AwsAccountId: '1',
    Title: `Control ${id}`,
    Compliance: { Status: status },
    Workflow: { Status: workflow },
  });
  const sent = (...findings: object[]) =>
    portal.post('/v1/products/shop/reports/asff', JSON.stringify({ Findings: findings }));
  const statuses = () =>
    [...world.site.world.state.issues.values()].map(({ key }) => world.statusOf(key)).sort();

  test('closes the issue of its finding also by a single event, and makes none of its own', async () => {
    await sent(control('A', 'FAILED', 'NEW'), control('B', 'FAILED', 'NEW'));
    await world.settle();
    await sent(control('A', 'PASSED', 'RESOLVED'), control('C', 'PASSED', 'RESOLVED'));
    await world.settle();
    expect(statuses()).toEqual(['Done', 'To Do']);
  });
});
