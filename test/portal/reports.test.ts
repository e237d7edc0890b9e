import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSarif } from '../support/sarif-builder';
import { createWorld, type Portal, type World } from '../support/world';
import { problem, receiptOf, thrown } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures', name), 'utf8');
const report = (body: unknown, product = 'shop', format = 'sarif') =>
  portal.post(`/v1/products/${encodeURIComponent(product)}/reports/${format}`, body);

test.each(['eslint.sarif', 'clang.sarif', 'secretlint.sarif'])(
  'the report %s, as the tool wrote it, is accepted in full',
  async (name) => {
    const answer = await report(fixture(name));
    expect(answer).toMatchObject({ status: 202, json: { rejected: [] } });
    const { accepted } = answer.json as { accepted: number };
    expect(accepted).toBeGreaterThan(0);
    await world.settle();
    const receipt = await portal.get(`/v1/receipts/${receiptOf(answer)}`);
    expect((receipt.json as { findings: unknown[] }).findings).toHaveLength(accepted);
  },
);

test('a report of 1.7 MB and 1,700 results goes through in one request', async () => {
  const body = JSON.stringify(buildSarif({ seed: 7, results: 1700, bytes: 1_700_000 }));
  expect(body.length).toBeGreaterThanOrEqual(1_700_000);
  expect(await report(body)).toMatchObject({ status: 202, json: { accepted: 1700, rejected: [] } });
  const { pendingChunks } = await world.admin('activity.list', {});
  expect(pendingChunks).toBe(1);
});

test('posting the same report again creates nothing and makes no call to Jira', async () => {
  await world.useSpaces();
  await report(fixture('eslint.sarif'));
  await world.settle();
  const keys = () => [...world.site.world.state.issues.values()].map(({ key }) => key);
  const before = keys();
  expect(before.length).toBeGreaterThan(0);
  world.jiraCalls();
  const again = await report(fixture('eslint.sarif'));
  await world.settle();
  expect(world.jiraCalls()).toEqual([]);
  expect(keys()).toEqual(before);
  const receipt = await portal.get(`/v1/receipts/${receiptOf(again)}`);
  expect(receipt.json).toMatchObject({ done: true });
});

test.each(['web/shop', 'shop, EU', 'a/reports/b', 'Größe & 100 %', 'x%2Fy'])(
  'the product %j is read from the address',
  async (product) => {
    expect(await report(fixture('secretlint.sarif'), product)).toMatchObject({ status: 202 });
    const { products } = await world.admin('products.list', {});
    expect(products.map((row) => row.product)).toEqual([product]);
  },
);

test.each(['%00', '%20', 'x'.repeat(256)])(
  'a product that no finding may have is refused, also by a report without results: %j',
  async (product) => {
    const path = `/v1/products/${product}/reports/sarif?complete=true`;
    const empty = { version: '2.1.0', runs: [{ tool: { driver: { name: 'Tool' } }, results: [] }] };
    for (const document of [empty, fixture('eslint.sarif')])
      expect(await portal.post(path, document)).toMatchObject(
        problem(422, { errors: [expect.objectContaining({ path: 'product' })] as never }),
      );
    expect((await world.admin('products.list', {})).products).toEqual([]);
  },
);

test('a product whose slashes were not encoded is read from the address too', async () => {
  const answer = await portal.post('/v1/products/web/shop/reports/sarif/', fixture('secretlint.sarif'));
  expect(answer).toMatchObject({ status: 202 });
  const { products } = await world.admin('products.list', {});
  expect(products.map((row) => row.product)).toEqual(['web/shop']);
});

test.each([
  ['scope=a,b', 'scope'],
  ['scope=', 'scope'],
  ['part=1-of-2', 'upload'],
  ['upload=u', 'part'],
  ['part=3-of-2&upload=u', 'part'],
  ['part=0-of-2&upload=u', 'part'],
  ['part=1-of-1000&upload=u', 'part'],
  ['part=one&upload=u', 'part'],
])('what a report speaks for is refused where it cannot be read: %s', async (query, path) => {
  const answer = await portal.post(`/v1/products/shop/reports/sarif?${query}`, fixture('eslint.sarif'));
  expect(answer).toMatchObject(problem(422, { errors: [expect.objectContaining({ path })] as never }));
});

test.each(['scope', 'part', 'upload'])('an empty %s is told to be empty', async (name) => {
  const answer = await portal.post(`/v1/products/shop/reports/sarif?${name}=`, fixture('eslint.sarif'));
  expect(answer.json).toMatchObject({ errors: [{ path: name, message: 'must not be empty' }] });
});

test('a format that does not exist is answered with 404 and those that do', async () => {
  expect(await report(fixture('eslint.sarif'), 'shop', 'constructor')).toMatchObject(
    problem(404, {
      detail:
        'There is no report format "constructor"; use sarif, cyclonedx, trivy, semgrep, grype, asff, ocsf, gitlab, generic, or auto.',
    }),
  );
});

test('what stands where the format belongs and may be a secret is not said again', async () => {
  const answer = await report({}, 'shop', 'gXp_a8Fk2LmQ9xZ7Vb3Nc5Rt1Yw4Pe6Uj0HsDgKi');
  expect(answer.status).toBe(404);
  expect(JSON.stringify(answer.json)).not.toContain('a8Fk2L');
});

test.each([null, 5, [], {}, { version: '1.0.0', runs: [] }, { version: '2.1.0', runs: 'none' }])(
  'the document %j is no report',
  async (document) => {
    expect(await report(JSON.stringify(document))).toMatchObject(problem(422));
  },
);

test.each(['TRUE', '1', 'yes', '', 'true,false', 'true,true'])(
  'whether a report is complete is said by true or false: %j is refused, not taken for no',
  async (value) => {
    const answer = await portal.post(
      `/v1/products/shop/reports/sarif?complete=${value}`,
      fixture('eslint.sarif'),
    );
    expect(answer).toMatchObject(
      problem(422, { errors: [{ path: 'complete', message: 'must be true or false' }] }),
    );
  },
);

test.each(['?complete=true', '?complete=false', ''])('a report with %j is taken', async (query) => {
  const answer = await portal.post(`/v1/products/shop/reports/sarif${query}`, fixture('eslint.sarif'));
  expect(answer).toMatchObject({ status: 202 });
});

test('a report without results is good news', async () => {
  const answer = await report({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Tool' } }, results: [] }],
  });
  expect(answer).toMatchObject({ status: 202, json: { accepted: 0, rejected: [] } });
  const receipt = await portal.get(`/v1/receipts/${receiptOf(answer)}`);
  expect(receipt).toMatchObject({ status: 200, json: { done: true, findings: [] } });
});

test('a report of more than ten thousand results is refused', async () => {
  const answer = await report(JSON.stringify(buildSarif({ seed: 1, results: 10_001 })));
  expect(answer).toMatchObject(problem(422));
  expect(JSON.stringify(answer.json)).toMatch(/10[.,]?000/);
});
