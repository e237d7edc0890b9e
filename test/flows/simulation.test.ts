/** What rules would do, before they are saved: by the last snapshots, with the functions of the real pass. */
import fc from 'fast-check';
import { type FindingInput, severities } from '../../src/contract/finding';
import type { Estimate, SimulatedFinding } from '../../src/contract/job-results';
import type { When } from '../../src/contract/rules';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { finished, goingTo, issueKeys, rule, simulate } from './rules-support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  await world.useSpaces();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

const critical: When = { field: 'severity', op: 'is', value: 'critical' };

test('says which rule takes each finding, what it makes, and the difference to the rules in force', async () => {
  await send(
    finding({ id: 'A', severity: 'critical' }),
    finding({ id: 'B', severity: 'low' }),
    finding({ id: 'C', severity: 'info' }),
  );
  const before = issueKeys(world);
  world.jiraCalls();
  const result = await simulate(world, [
    rule('worst', { when: critical, then: { create: 'security', security: goingTo(world, 'OPS') } }),
    rule('rest', { then: { create: 'product' } }),
  ]);
  const of = (id: string) => result.findings.find((one) => one.id === id);
  expect(of('A')).toMatchObject({
    rule: 'worst',
    productName: 'shop',
    security: { project: 'OPS', issueType: 'Task' },
    before: { rule: 'default', product: { project: 'WEB' }, security: { project: 'SEC' } },
    existing: { product: 'WEB-1', security: 'SEC-1' },
  });
  expect(of('A')?.product).toBeUndefined();
  expect(of('B')).toMatchObject({ rule: 'rest', product: { project: 'WEB' } });
  expect(of('C')).toMatchObject({ rule: 'rest', product: { project: 'WEB' }, before: {} });
  expect(result.difference).toEqual({
    spaces: [
      { role: 'security', project: 'OPS', issues: 1 },
      { role: 'security', project: 'SEC', issues: -2 },
    ],
    issueTypes: 0,
    priorities: 0,
    templates: 0,
    rules: 3,
  });
  expect(issueKeys(world)).toEqual(before);
  expect(world.jiraCalls().filter((call) => !call.startsWith('GET '))).toEqual([]);
});

test('another priority in the same space is told as that', async () => {
  await send(finding({ id: 'A' }));
  const priorities = { enabled: true, map: { high: { id: '1', name: 'Highest' } } };
  const result = await simulate(world, [rule('a', { then: { create: 'both', product: { priorities } } })]);
  expect(result.findings[0]?.product).toMatchObject({ project: 'WEB', priority: 'Highest' });
  expect(result.difference).toMatchObject({ spaces: [], priorities: 1 });
});

test('a priority that the project does not have holds up in the simulation as it then does, until Jira has it', async () => {
  await send(finding({ id: 'A' }));
  const to = goingTo(world, 'OPS', {
    priorities: { enabled: true, map: { high: { id: '1', name: 'Highest' } } },
  });
  const rules = [rule('a', { then: { create: 'product', product: to } })];
  const problem = { code: 'noSuchValue', field: 'Priority', value: 'Highest' };
  expect((await simulate(world, rules)).findings[0]?.problems).toEqual([problem]);
  await world.save('rules', rules as never);
  await portal.post('/v1/findings', { findings: [finding({ id: 'B' })] });
  world.jiraCalls();
  await world.settle();
  expect(world.jiraCalls().filter((call) => call.startsWith('POST'))).toEqual([]);
  const { held } = await world.admin('activity.list', {});
  expect(held).toMatchObject([{ reason: problem, mend: { at: 'spaces', rule: 'a', field: 'priorities' } }]);
  const { priorityIds } = world.site.project('OPS');
  priorityIds?.push('1');
  await world.admin('activity.retry', {});
  await world.settle();
  expect(issueKeys(world)).toContain('OPS-1');
});

test('looks at the newest findings, at those that meet a filter, and at no archived connection', async () => {
  for (const id of ['A', 'B', 'C']) {
    await send(finding({ id, product: id === 'B' ? 'blog' : 'shop' }));
    await world.clock.sleep(60_000);
  }
  const ids = (findings: readonly SimulatedFinding[]) => findings.map(({ id }) => id);
  expect(ids((await simulate(world, [], { limit: 2 })).findings)).toEqual(['C', 'B']);
  const filter: When = { field: 'product', op: 'is', value: 'shop' };
  expect(ids((await simulate(world, [], { filter })).findings)).toEqual(['C', 'A']);
  await world.admin('connections.archive', { connection: portal.key });
  expect((await simulate(world, [])).findings).toEqual([]);
});

test('500 findings take less than ten seconds, and say how far it is', async () => {
  const some = Array.from({ length: 600 }, (_, index) =>
    finding({ id: `F-${String(index)}`, severity: 'info' }),
  );
  await send(...some);
  const begun = world.clock.now();
  const { job } = await world.admin('rules.simulate', { rules: [rule('all') as never] });
  await world.settle();
  expect(world.clock.now() - begun).toBeLessThan(10_000);
  const progress = await world.admin('jobs.get', { job });
  expect(progress).toMatchObject({ done: true, seen: 500, total: 500 });
  expect(progress.result).toMatchObject({ difference: { spaces: [{ issues: 500 }, { issues: 500 }] } });
});

test('findings that a rule groups share their issues, in the simulation as in what then happens', async () => {
  const some = ['A', 'B', 'C'].map((id) => finding({ id, severity: 'info', tool: id === 'C' ? 'y' : 'x' }));
  await send(...some);
  const rules = [rule('a', { then: { create: 'product', groupBy: ['tool'] } })];
  const { difference, findings } = await simulate(world, rules);
  expect(difference.spaces).toEqual([{ role: 'product', project: 'WEB', issues: 2 }]);
  expect(new Set(findings.map(({ group }) => group)).size).toBe(2);
  await world.save('rules', rules as never);
  const estimate = await finished<Estimate>(world, (await world.admin('findings.estimate', {})).job);
  expect(estimate).toMatchObject({ findings: 3, created: 2, left: 0 });
  await world.admin('findings.apply', {});
  await world.settle();
  expect(issueKeys(world)).toEqual(['WEB-1', 'WEB-2']);
  const after = await finished<Estimate>(world, (await world.admin('findings.estimate', {})).job);
  expect(after).toMatchObject({ findings: 0, created: 0, left: 0 });
});

test('how many would come under a limit a day is told', async () => {
  await send(finding({ id: 'A' }), finding({ id: 'B' }));
  const result = await simulate(world, [rule('a', { then: { create: 'product', cap: { perDay: 1 } } })]);
  expect(result.caps).toEqual([{ rule: 'a', perDay: 1, findings: 2 }]);
});

test('rules that could not be saved are not simulated either, and the error names the place and the fix', async () => {
  const when = { all: [{ field: 'cvss.score', op: 'contains', value: 9 }] };
  const answer = await world.adminAs(PEOPLE.admin, 'rules.simulate', {
    rules: [rule('a', { when: when as never })],
  });
  expect(answer).toMatchObject({
    error: {
      code: 'invalid',
      errors: [
        {
          path: 'rules.0.when.all.0.op',
          message: { code: 'oneOf', values: expect.arrayContaining(['atLeast']) as unknown },
        },
      ],
    },
  });
});

const anyField = fc.constantFrom('severity', 'kind', 'status', 'lifecycle');
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  severity: severities,
  kind: ['vulnerability', 'compliance_violation', 'security_incident'],
  status: ['unverified', 'verified', 'resolved', 'rejected'],
  lifecycle: ['open', 'resolved', 'rejected'],
};
const comparison: fc.Arbitrary<When> = anyField.chain((field) =>
  fc.record({
    field: fc.constant(field),
    op: fc.constantFrom('is' as const, 'isNot' as const),
    value: fc.constantFrom(...(valuesOf[field] ?? [])),
  }),
);
const anyWhen: fc.Arbitrary<When> = fc.oneof(
  comparison,
  fc.array(comparison, { maxLength: 2 }).map((all) => ({ all })),
  fc.array(comparison, { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
  comparison.map((not) => ({ not })),
);
const anyFindings = fc.array(
  fc.record({
    severity: fc.constantFrom(...severities),
    kind: fc.constantFrom('vulnerability', 'compliance_violation', 'security_incident'),
    status: fc.constantFrom('unverified', 'verified', 'resolved', 'rejected'),
    product: fc.constantFrom('shop', 'blog'),
  }),
  { minLength: 1, maxLength: 6 },
);
const anyThen = fc.record({
  create: fc.constantFrom('both', 'product', 'security', 'none'),
  to: fc.option(fc.constantFrom('WEB', 'PAY', 'OPS'), { nil: undefined }),
});
const anyRules = fc.array(fc.record({ when: anyWhen, then: anyThen, enabled: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
});

test('what is simulated is what then happens, whatever the findings and rules', async () => {
  await fc.assert(
    fc.asyncProperty(anyFindings, anyRules, async (some, ruled) => {
      const one = createWorld();
      try {
        await one.useSpaces();
        const sender = await one.connect();
        const rules = ruled.map(({ when, then: { create, to }, enabled }, index) =>
          rule(String(index), {
            when,
            enabled,
            then: { create, ...(to === undefined ? {} : { product: goingTo(one, to) }) },
          }),
        );
        await one.save('rules', []);
        const findings = some.map((more, index) => finding({ ...more, id: `F-${String(index)}` }));
        await sender.post('/v1/findings', { findings });
        await one.settle();
        const told = await simulate(one, rules);
        await one.save('rules', rules as never);
        await one.admin('findings.apply', {});
        await one.settle();
        for (const { id, product } of findings as unknown as FindingInput[]) {
          const { json } = await sender.post('/v1/findings/lookup', { ids: [id] });
          const [{ issues } = { issues: {} }] = json as { issues: Record<string, { key: string }> }[];
          const made = Object.fromEntries(
            Object.entries(issues).map(([role, { key }]) => [role, key.split('-')[0]]),
          );
          const expected = told.findings.find((each) => each.id === id);
          const { product: p, security: s } = expected ?? {};
          expect({ id, product, made }).toEqual({
            id,
            product,
            made: { ...(p && { product: p.project }), ...(s && { security: s.project }) },
          });
        }
      } finally {
        one.close();
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);
