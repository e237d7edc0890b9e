import { boundedInput } from '../../src/flows/intake/bounded-input';
import { createWorld, finding, type Answer, type Portal, type World } from '../support/world';
import { problem, thrown } from './support';

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

const errorsOf = ({ json }: Answer) => (json as { errors: { path: string; message: string }[] }).errors;
const wrongAttributes = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${String(index)}`, {}]));

test('at most fifty errors are listed, and the rest is counted', async () => {
  const findings = Array.from({ length: 200 }, () => ({ id: 'F-1' }));
  const answer = await portal.post('/v1/findings', { findings });
  expect(answer).toMatchObject(problem(422));
  expect(errorsOf(answer)).toHaveLength(50);
  expect(errorsOf(answer).at(-1)?.message).toMatch(/^and \d+ more errors$/);
});

test('a finding with thousands of wrong values is refused with a few of them', async () => {
  const lists = {
    tags: Array.from({ length: 100_000 }, () => 0),
    cve: Array.from({ length: 50_000 }, () => null),
  };
  const findings = [finding({ attributes: wrongAttributes(20_000), ...lists }), finding({ id: 'F-good' })];
  const answer = await portal.post('/v1/findings', { findings });
  expect(answer).toMatchObject({ status: 202, json: { accepted: 1 } });
  const { rejected } = answer.json as { rejected: { index: number; errors: unknown[] }[] };
  expect(rejected.map(({ index }) => index)).toEqual([0]);
  expect(rejected[0]?.errors.length).toBeGreaterThan(0);
  expect(rejected[0]?.errors.length).toBeLessThanOrEqual(50);
});

test('each of many refused findings is told its first error, and the answer stays small', async () => {
  const findings = [
    finding(),
    ...Array.from({ length: 500 }, () => finding({ attributes: wrongAttributes(50) })),
  ];
  const answer = await portal.post('/v1/findings', { findings });
  const { rejected } = answer.json as { rejected: { errors: { path: string }[] }[] };
  expect(rejected).toHaveLength(500);
  for (const { errors } of rejected) expect(errors[0]?.path).toMatch(/^attributes\./);
  expect(rejected.flatMap(({ errors }) => errors).length).toBeLessThanOrEqual(2_100);
});

test('more ids than are taken at once are counted, not looked at', async () => {
  const ids = Array.from({ length: 100_000 }, () => 0);
  for (const path of ['/v1/findings/lookup', '/v1/findings/delete']) {
    const answer = await portal.post(path, { ids });
    expect(answer).toMatchObject(problem(422));
    expect(errorsOf(answer)).toEqual([{ path: 'ids', message: 'must hold at most 1000 ids' }]);
  }
});

test('what a finding holds is left whole where it may fit', () => {
  const whole = finding({
    tags: ['a', 'b'],
    attributes: { a: 1, b: 'x', c: ['y'], d: null, constructor: 'z' },
  });
  expect(boundedInput(whole)).toEqual(whole);
  for (const odd of [null, 'text', 5, [], [whole]]) expect(boundedInput(odd)).toBe(odd);
});

test('more attributes than ever fit are refused for their size, and those that say nothing do not count', async () => {
  const many = (value: unknown) =>
    Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`a${String(index)}`, value]));
  const findings = [
    finding({ attributes: many(1) }),
    finding({ id: 'F-null', attributes: { ...many(null), last: 'here' } }),
  ];
  const answer = await portal.post('/v1/findings', { findings });
  expect(answer).toMatchObject({ status: 202, json: { accepted: 1 } });
  const { rejected } = answer.json as { rejected: { errors: { message: string }[] }[] };
  expect(rejected[0]?.errors[0]?.message).toMatch(/at most 150000 bytes/);
  expect(boundedInput(findings[1])).toBe(findings[1]);
});
