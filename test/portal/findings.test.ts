import { createWorld, finding, type Portal, type World } from '../support/world';
import { problem, thrown } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const post = (...findings: unknown[]) => portal.post('/v1/findings', { findings });

/** What is wrong with the one finding of a call. */
async function errorsOf(one: unknown): Promise<unknown> {
  const answer = await post(one);
  expect(answer).toMatchObject(problem(422, { detail: 'None of the findings is valid; see errors.' }));
  return (answer.json as { errors: unknown }).errors;
}

test('a finding without a title is refused by its field', async () => {
  const { title: _title, ...untitled } = finding();
  expect(await errorsOf(untitled)).toEqual([{ path: 'findings.0.title', message: 'is required' }]);
  expect(await errorsOf(finding({ title: null }))).toEqual([
    { path: 'findings.0.title', message: 'is required' },
  ]);
  expect(await errorsOf(finding({ title: '  ' }))).toEqual([
    { path: 'findings.0.title', message: 'must not be empty' },
  ]);
});

test('of a mixed request the valid findings are accepted and the others named', async () => {
  const answer = await post(
    finding({ id: 'good-1' }),
    { id: 'bad-1', product: 'shop', severity: 'huge' },
    'no finding at all',
    finding({ id: 'good-2' }),
    finding({ id: 'bad-2', cvss: { score: 11 } }),
  );
  expect(answer).toMatchObject({ status: 202, json: { accepted: 2 } });
  expect((answer.json as { rejected: unknown }).rejected).toEqual([
    {
      index: 1,
      id: 'bad-1',
      errors: [
        { path: 'title', message: 'is required' },
        { path: 'severity', message: 'must be one of: critical, high, medium, low, info' },
      ],
    },
    { index: 2, errors: [{ path: '', message: expect.stringContaining('must be') as string }] },
    { index: 4, id: 'bad-2', errors: [{ path: 'cvss.score', message: 'must be from 0 to 10' }] },
  ]);
  await world.settle();
  const looked = await portal.post('/v1/findings/lookup', { ids: ['good-1', 'bad-1', 'good-2'] });
  expect(looked.json).toMatchObject([{ state: 'synced' }, { state: 'unknown' }, { state: 'synced' }]);
});

test('a status that nobody knows is refused with those that are', async () => {
  const [error] = (await errorsOf(finding({ status: 'parked' }))) as { path: string; message: string }[];
  expect(error?.path).toBe('findings.0.status');
  expect(error?.message).toContain(
    'unverified, verified, assigned, resolved, rejected, temporarily_risk_accepted, permanently_risk_accepted',
  );
});

test('a status that an admin added is taken', async () => {
  await world.save('statuses', { own: { parked: { label: 'Parked', lifecycle: 'accepted' } } });
  expect(await post(finding({ status: 'parked' }))).toMatchObject({ status: 202 });
  const [error] = (await errorsOf(finding({ status: 'lost' }))) as { message: string }[];
  expect(error?.message).toContain('parked');
});

test.each([
  [{ id: '' }, 'id', 'must not be empty'],
  [{ id: ' \u00a0' }, 'id', 'must not be empty'],
  [{ product: '  ' }, 'product', 'must not be empty'],
  [{ product: 'a\u0007b' }, 'product', 'must not hold control characters'],
  [{ id: '\ud800' }, 'id', 'must not hold control characters'],
  [{ id: 7 }, 'id', 'must be of type string'],
  [{ id: 'x'.repeat(256) }, 'id', 'must be at most 255 characters'],
  [{ url: 'javascript:alert(1)' }, 'url', 'must be an absolute http or https address'],
  [{ epss: 1.1 }, 'epss', 'must be from 0 to 1'],
  [{ kev: 'yes' }, 'kev', 'must be of type boolean'],
  [{ dueDate: '31.01.2026' }, 'dueDate', 'must be a date like 2026-01-31'],
  [{ updatedAt: 'now' }, 'updatedAt', 'must be a timestamp like 2026-01-31T09:30:00Z'],
  [{ location: { line: 0 } }, 'location.line', 'must be at least 1'],
  [{ existing: { product: 'WEB' } }, 'existing.product', 'must be an issue key like WEB-12'],
  [{ status: 'Very Bad' }, 'status', expect.stringContaining('lower case') as string],
])('a finding with %j is refused at %s', async (over, path, message) => {
  expect(await errorsOf(finding(over))).toEqual([{ path: `findings.0.${path}`, message }]);
});

test('null means not given, and keys that nobody knows are ignored', async () => {
  const full = finding({
    id: 'F-1',
    kind: null,
    description: null,
    url: null,
    cve: null,
    cvss: { vector: null, score: null },
    location: null,
    tags: null,
    assignee: null,
    dueDate: null,
    updatedAt: null,
    attributes: null,
    score_of_our_own: { a: [1, null] },
    __proto__: { polluted: true },
  });
  expect(await post({ ...full, status: null })).toMatchObject({ status: 202, json: { rejected: [] } });
  await world.settle();
  expect(world.fields('WEB-1').summary).toBe(full.title);
});

test('products and ids of the widest characters, and a blank tool, fit storage', async () => {
  const one = finding({ id: '漢'.repeat(255), product: '字'.repeat(255), tool: ' ' });
  expect(await post(one)).toMatchObject({ status: 202 });
  await world.settle();
  const looked = await portal.post('/v1/findings/lookup', { ids: [one.id] });
  expect(looked.json).toMatchObject([{ state: 'synced' }]);
});

test('a byte order mark before the document does not matter', async () => {
  const body = `\uFEFF${JSON.stringify({ findings: [finding()] })}`;
  expect(await portal.post('/v1/findings', body)).toMatchObject({ status: 202 });
});

test('ids of any characters and of full length are told apart', async () => {
  const ids = [
    'ö/ü?&=#',
    '../../etc',
    'constructor',
    '🐞'.repeat(60),
    `${'x'.repeat(254)}1`,
    `${'x'.repeat(254)}2`,
  ];
  expect(await post(...ids.map((id) => finding({ id })))).toMatchObject({
    status: 202,
    json: { accepted: 6 },
  });
  await world.settle();
  const looked = await portal.post('/v1/findings/lookup', { ids });
  const keys = (looked.json as { id: string; issues: { product: { key: string } } }[]).map(
    ({ issues }) => issues.product.key,
  );
  expect(new Set(keys).size).toBe(6);
});

test('a finding that does not fit a stored value is refused by itself', async () => {
  const large = { description: 'x'.repeat(100_000), remediation: 'y'.repeat(100_000) };
  const answer = await post(finding({ id: 'large', ...large }), finding({ id: 'small' }));
  expect(answer).toMatchObject({
    status: 202,
    json: {
      accepted: 1,
      rejected: [
        {
          index: 0,
          id: 'large',
          errors: [{ path: '', message: expect.stringContaining('bytes') as string }],
        },
      ],
    },
  });
});

test('more than ten thousand findings are refused at once', async () => {
  const findings = Array.from({ length: 10_001 }, () => 0);
  expect(await portal.post('/v1/findings', { findings })).toMatchObject(
    problem(422, { errors: [{ path: 'findings', message: 'must hold at most 10000 findings' }] }),
  );
});

test('products appear by themselves, each once', async () => {
  await post(finding({ product: 'shop' }), finding({ product: 'Größe/1, EU' }), finding({ product: 'shop' }));
  const { products } = await world.admin('products.list', {});
  expect(products.map(({ product }) => product).sort()).toEqual(['Größe/1, EU', 'shop']);
});
