import fc from 'fast-check';
import { type FindingInput, lifecycles, severities } from '../../../src/contract/finding';
import { defaultRules, type Rule, type SettingsDocument, type When } from '../../../src/contract/settings';
import { rulesOfCreating } from '../../../src/contract/stored/settings';
import { decide, rolesElsewhere } from '../../../src/core/sync/decide';
import { lifecycleOf } from '../../../src/core/sync/lifecycle';
import { anyFinding } from '../arbitraries';
import { claimedOf, findingOf, goneOf, issueOf, settingsOf, spaceOf } from '../builders';

const spaces = { product: spaceOf({ enabled: true }), security: spaceOf({ enabled: true }) };
const ruleOf = (id: string, when: When, then: Partial<Rule['then']> = {}): Rule => ({
  id,
  name: `Rule ${id}`,
  enabled: true,
  when,
  then: { create: 'both', ...then },
});
const everything: When = { all: [] };

function decideFor(rules: Rule[], finding: Partial<FindingInput> = {}, before?: string) {
  const settings: SettingsDocument = settingsOf({ rules, spaces });
  const parsed = findingOf(finding);
  const lifecycle = lifecycleOf(parsed.status, settings) ?? 'open';
  return decide(
    { finding: parsed, lifecycle, connection: 'abcdefgh' },
    settings,
    before === undefined ? {} : { rule: before },
  );
}
const made = (decision: ReturnType<typeof decide>) =>
  decision.spaces.filter(({ mayCreate }) => mayCreate).map(({ role }) => role);

describe('the rule of a new app', () => {
  test.each(['unverified', 'verified', 'assigned', 'status_removed_meanwhile'])(
    'makes issues in both spaces of a finding that is %s',
    (status) => {
      expect(made(decideFor(defaultRules(), { status }))).toEqual(['product', 'security']);
    },
  );

  test.each(['resolved', 'rejected', 'temporarily_risk_accepted'])(
    'makes none of one that is %s',
    (status) => {
      const decision = decideFor(defaultRules(), { status });
      expect(made(decision)).toEqual([]);
      expect(decision.skip).toEqual({ code: 'noRule', severity: 'high', status });
    },
  );

  test('takes all severities but info', () => {
    const taken = severities.filter((severity) => made(decideFor(defaultRules(), { severity })).length > 0);
    expect(taken).toEqual(['critical', 'high', 'medium', 'low']);
  });
});

test('the first rule that takes the finding decides', () => {
  const grave = ruleOf('grave', { field: 'severity', op: 'is', value: 'critical' }, { create: 'security' });
  const rest = ruleOf('rest', everything, { create: 'product' });
  expect(decideFor([grave, rest], { severity: 'critical' }).rule).toBe('grave');
  expect(made(decideFor([grave, rest], { severity: 'critical' }))).toEqual(['security']);
  expect(made(decideFor([grave, rest], { severity: 'low' }))).toEqual(['product']);
  expect(decideFor([rest, grave], { severity: 'critical' }).rule).toBe('rest');
  expect(decideFor([{ ...grave, enabled: false }, rest], { severity: 'critical' }).rule).toBe('rest');
});

test('a rule may say that nothing is made, and that is told by its name', () => {
  const decision = decideFor([ruleOf('none', everything, { create: 'none' })]);
  expect(made(decision)).toEqual([]);
  expect(decision.skip).toEqual({ code: 'ruleCreatesNone', rule: 'Rule none' });
});

test.each<[When, string, boolean]>([
  [everything, 'resolved', false],
  [{ field: 'severity', op: 'atLeast', value: 'low' }, 'rejected', false],
  [{ field: 'lifecycle', op: 'in', value: ['open', 'accepted'] }, 'permanently_risk_accepted', true],
  [{ field: 'lifecycle', op: 'is', value: 'resolved' }, 'resolved', true],
  [{ field: 'lifecycle', op: 'isNot', value: 'open' }, 'resolved', false],
  [{ field: 'status', op: 'is', value: 'resolved' }, 'resolved', true],
  [{ any: [{ field: 'lifecycle', op: 'is', value: 'rejected' }, everything] }, 'rejected', true],
  [{ not: { field: 'lifecycle', op: 'is', value: 'open' } }, 'rejected', false],
])('%j makes an issue of a finding that is %s: %s', (when, status, expected) => {
  expect(made(decideFor([ruleOf('a', when)], { status })).length > 0).toBe(expected);
});

test('values of the rule go over the product’s, which go over the defaults, each with its origin', () => {
  const rule = ruleOf('a', everything, { product: { labels: ['of-rule'], assignee: null } });
  const settings = settingsOf({
    rules: [rule],
    spaces: {
      ...spaces,
      product: spaceOf({ enabled: true, labels: ['default'], components: [{ id: '1' }] }),
    },
    products: { shop: { product: { labels: ['of-product'], components: [{ id: '2' }] } } },
  });
  const [product] = decide({ finding: findingOf(), lifecycle: 'open', connection: 'c' }, settings).spaces;
  expect(product?.space).toMatchObject({ labels: ['of-rule'], components: [{ id: '2' }] });
  expect(product?.origins).toMatchObject({
    labels: 'rule',
    assignee: 'rule',
    components: 'product',
    securityLevel: 'default',
  });
});

test('a product of any name overrides only what is set for it', () => {
  for (const product of ['constructor', '__proto__', 'toString', 'shop']) {
    const settings = settingsOf({ spaces, rules: defaultRules() });
    const decision = decide(
      { finding: findingOf({ product }), lifecycle: 'open', connection: 'c' },
      settings,
    );
    expect(decision.spaces.map(({ space }) => space)).toEqual([spaces.product, spaces.security]);
  }
});

test('issues that are there keep the values of the rule that made them when no rule takes the finding', () => {
  const rule = ruleOf('a', { field: 'severity', op: 'is', value: 'high' }, { product: { labels: ['x'] } });
  const decision = decideFor([rule], { severity: 'high', status: 'resolved' }, 'a');
  expect(decision.rule).toBe('a');
  expect(decision.spaces[0]?.space.labels).toEqual(['x']);
  expect(made(decision)).toEqual([]);
  expect(decideFor([], {}, 'a').rule).toBeUndefined();
});

test('the section that rules replaced makes the same issues as its rule, whatever the finding', () => {
  const creating = fc.record({
    lifecycles: fc.subarray([...lifecycles]),
    leastSeverity: fc.constantFrom(...severities),
  });
  fc.assert(
    fc.property(creating, anyFinding, (section, finding) => {
      const settings = settingsOf({ spaces, rules: rulesOfCreating(section) });
      const lifecycle = lifecycleOf(finding.status, settings) ?? 'open';
      const isTaken =
        section.lifecycles.includes(lifecycle) &&
        severities.indexOf(finding.severity) <= severities.indexOf(section.leastSeverity);
      expect(made(decide({ finding, lifecycle, connection: 'c' }, settings)).length > 0).toBe(isTaken);
    }),
    { numRuns: 300 },
  );
});

describe('an issue that is there', () => {
  const at = (id: string) => ({ enabled: true, project: { id } });
  const settings = settingsOf({
    rules: [
      ruleOf(
        'web',
        { field: 'severity', op: 'is', value: 'critical' },
        { product: { project: { id: '30' } } },
      ),
      ruleOf('rest', everything),
    ],
    spaces: { product: spaceOf(at('10')), security: spaceOf({ ...at('20'), enabled: false }) },
  });
  const subject = (severity: 'high' | 'critical') =>
    ({ finding: findingOf({ severity }), lifecycle: 'open', connection: 'c' }) as const;
  const product = (project: string) => ({ issues: { product: issueOf({ project }) } });

  test('stays in its project, with the values that hold there; one that is not yet there goes where it should', () => {
    const project = (before: Parameters<typeof decide>[2]) =>
      decide(subject('high'), settings, before).spaces.map(({ space }) => space.project?.id);
    expect(project(product('30'))).toEqual(['30']);
    expect(project(product('99'))).toEqual(['99']);
    expect([
      project({}),
      project({ issues: { product: claimedOf({ project: '30' }) } }),
      project({ issues: { product: goneOf({ project: '30' }) } }),
    ]).toEqual([['10'], ['10'], ['10']]);
  });

  test('is elsewhere when it would be made in another project now', () => {
    const elsewhere = (project: string, severity: 'high' | 'critical' = 'high') =>
      rolesElsewhere(subject(severity), settings, product(project));
    expect([elsewhere('10'), elsewhere('30'), elsewhere('30', 'critical'), elsewhere('')]).toEqual([
      [],
      ['product'],
      [],
      [],
    ]);
    expect(
      rolesElsewhere(subject('high'), settings, {
        issues: { product: goneOf({ project: '30' }), security: issueOf({ project: '99' }) },
      }),
    ).toEqual([]);
    expect(rolesElsewhere(subject('high'), settings, {})).toEqual([]);
  });

  test('is elsewhere by the rule that its record names where none takes the finding any more', () => {
    const rules = settings.rules.slice(0, 1);
    const of = (rule?: string) =>
      rolesElsewhere(subject('high'), { ...settings, rules }, { ...product('30'), ...(rule && { rule }) });
    expect([of('web'), of()]).toEqual([[], ['product']]);
    const bare = { ...settings, spaces: { ...settings.spaces, product: spaceOf({ enabled: true }) } };
    expect(rolesElsewhere(subject('high'), bare, product('30'))).toEqual(['product']);
  });
});

test.each<[string, When, boolean]>([
  ['one of several statuses', { field: 'status', op: 'in', value: ['verified', 'Resolved'] }, true],
  ['its lifecycle', { all: [{ field: 'lifecycle', op: 'is', value: 'resolved' }] }, true],
  [
    'one of two',
    {
      any: [
        { field: 'lifecycle', op: 'is', value: 'open' },
        { field: 'status', op: 'is', value: 'resolved' },
      ],
    },
    true,
  ],
  ['another status only by not naming it', { field: 'status', op: 'isNot', value: 'verified' }, false],
  ['it by excluding another', { not: { field: 'status', op: 'is', value: 'verified' } }, false],
  ['something else that is the same word', { field: 'title', op: 'is', value: 'resolved' }, false],
])('a finding that is not open is taken by a rule that names %s', (_name, when, taken) => {
  const decision = decideFor([ruleOf('r', when)], { status: 'resolved', title: 'resolved' });
  expect(decision.rule !== undefined).toBe(taken);
});
