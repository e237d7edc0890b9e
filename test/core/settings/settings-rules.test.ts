import {
  Rules,
  type SectionName,
  sectionNames,
  type Settings,
  SpaceOverride,
  Statuses,
  Templates,
} from '../../../src/contract/settings';
import { checkRules, checkSection as checkMessages } from '../../../src/core/settings/settings-rules';
import { Sla } from '../../../src/contract/sla';
import { switchOffIncomplete } from '../../../src/core/settings/switch-off';
import { settingsOf, spaceOf } from '../builders';
import { problemsInEnglish } from '../../support/english';

const checkSection = (...of: Parameters<typeof checkMessages>) => problemsInEnglish(checkMessages(...of));
const project = { id: '10000' };
const issueType = { id: '1' };
const ready = spaceOf({ enabled: true, project, issueType });
const empty = spaceOf({ enabled: true });
const off = spaceOf();
const chooseProject = 'choose a space, or switch this one off';
const chooseType = 'choose an issue type, or switch the space off';

test.each(sectionNames)('the section %s of new settings has nothing wrong', (name) => {
  expect(checkSection(name, settingsOf())).toEqual([]);
});

describe('a space that is on', () => {
  test('needs a project and an issue type', () => {
    const document = settingsOf({
      spaces: { product: empty, security: spaceOf({ enabled: true, project }) },
    });
    expect(checkSection('spaces', document)).toEqual([
      { path: 'product.project', message: chooseProject },
      { path: 'product.issueType', message: chooseType },
      { path: 'security.issueType', message: chooseType },
    ]);
  });

  test('with both is right, and so is one that is off without', () => {
    expect(checkSection('spaces', settingsOf({ spaces: { product: ready, security: off } }))).toEqual([]);
  });
});

describe('a product', () => {
  const check = (override: SpaceOverride, security = ready) =>
    checkSection(
      'products',
      settingsOf({ spaces: { product: empty, security }, products: { shop: { security: override } } }),
    );

  test('is right when the defaults complete what it sets', () => {
    expect(check({ labels: ['x'] })).toEqual([]);
    expect(check({ enabled: true, project, issueType }, off)).toEqual([]);
  });

  test('is wrong when it takes away what the space needs', () => {
    expect(check({ project: null })).toEqual([{ path: 'shop.security.project', message: chooseProject }]);
    expect(check({ enabled: true }, off)).toEqual([
      { path: 'shop.security.project', message: chooseProject },
      { path: 'shop.security.issueType', message: chooseType },
    ]);
  });

  test('is right when it switches the space off', () => {
    expect(check({ enabled: false, project: null })).toEqual([]);
  });

  test('is not asked about a space for which it sets nothing', () => {
    const document = settingsOf({ spaces: { product: empty, security: empty }, products: { shop: {} } });
    expect(checkSection('products', document)).toEqual([]);
  });
});

test('a status of the admin’s must not be one that is built in', () => {
  const own = {
    verified: { label: 'Verified', lifecycle: 'open' },
    in_triage: { label: 'In triage', lifecycle: 'open' },
  } as const;
  expect(checkSection('statuses', settingsOf({ statuses: Statuses.parse({ own }) }))).toEqual([
    { path: 'own.verified', message: 'is built in already; choose another name' },
  ]);
});

test('a resolution means a status that there is', () => {
  const resolutions = ['verified', 'mine', 'gone'].map((status) => ({ resolution: { id: '1' }, status }));
  const own = { mine: { label: 'Mine', lifecycle: 'open' } };
  const [problem, ...more] = checkMessages(
    'statuses',
    settingsOf({ statuses: Statuses.parse({ own, resolutions }) }),
  );
  expect(problem).toMatchObject({ path: 'resolutions.2.status', message: { code: 'oneOf' } });
  expect(problem?.message).toMatchObject({
    values: expect.arrayContaining(['rejected', 'mine']) as string[],
  });
  expect(more).toEqual([]);
});

const rulesOf = (...overrides: object[]) =>
  Rules.parse(
    overrides.map((then, index) => ({
      id: `r${String(index)}`,
      name: 'R',
      when: { all: [] },
      then: { create: 'both', ...then },
    })),
  );

test('what a rule sets of a space must leave it complete', () => {
  const rules = rulesOf(
    {},
    { security: { labels: ['x'] } },
    { security: { project: null } },
    { template: 'gone' },
  );
  const document = settingsOf({ rules, spaces: { product: empty, security: ready } });
  expect(checkRules('rules', document).map(({ path }) => path)).toEqual([
    '3.then.template',
    '2.then.security.project',
  ]);
  const twice = settingsOf({ rules: [...rulesOf({}), ...rulesOf({})] });
  expect(checkRules('rules', twice).length).toBeGreaterThan(0);
});

test.each([
  [
    'templates',
    { templates: Templates.parse({ a: { name: 'A', description: '', tools: ['t', 'T'] } }) },
    'a.tools.1',
  ],
  ['sla', { sla: Sla.parse({ escalation: [{ id: 'a', days: 0, clock: 'assign' }] }) }, 'escalation.0.clock'],
] as [SectionName, Partial<Settings>, string][])('what is wrong within %s is told', (section, more, path) => {
  expect(checkRules(section, settingsOf(more)).map((one) => one.path)).toEqual([path]);
});

describe('values of a space', () => {
  const row = (field: object, source: object = { kind: 'fixed', value: 'x' }) => ({ field, source });
  const pathsOf = (values: object, section: SectionName = 'spaces') => {
    const override = SpaceOverride.parse(values);
    const document = settingsOf({
      spaces: { product: { ...off, ...(section === 'spaces' && override) }, security: off },
      products: section === 'products' ? { shop: { security: override } } : {},
      rules: section === 'rules' ? rulesOf({ product: override }) : [],
    });
    return checkRules(section, document).map(({ path, message }) => `${path} ${message.code}`);
  };

  test.each([
    ['a field once', [row({ id: 'a' }), row({ id: 'b' }), row({ id: 'a' })], ['2.field notUnique']],
    ['a field once, by name too', [row({ name: 'A' }), row({ name: 'A' })], ['1.field notUnique']],
    ['no field that Jira fills', [row({ id: 'status' })], ['0.field unmappableField']],
    ['no field that cannot be one', [row({ id: '1 or 2' })], ['0.field misfit']],
    [
      'a field that findings have',
      [row({ id: 'a' }, { kind: 'field', name: 'moon' })],
      ['0.source.name unknownField'],
    ],
    ['what findings have', [row({ id: 'a' }, { kind: 'field', name: 'cve' }), row({ name: 'A' })], []],
  ])('rows fill %s', (_what, mapping, problems) => {
    expect(pathsOf({ mapping })).toStrictEqual(problems.map((one) => `product.mapping.${one}`));
  });

  test('findings are dealt out to somebody', () => {
    const list = [{ id: 'a' }];
    expect(pathsOf({ assignee: { from: 'list' } })).toEqual(['product.assignee.list required']);
    expect(pathsOf({ assignee: { from: 'list', list: [] } })).toEqual(['product.assignee.list required']);
    expect(pathsOf({ assignee: { from: 'list', list } })).toEqual([]);
    expect(pathsOf({ assignee: { from: 'projectLead' } })).toEqual([]);
  });

  test.each([
    ['products', 'shop.security'],
    ['rules', '0.then.product'],
  ] as const)('are checked within %s too', (section, at) => {
    const values = { mapping: [row({ id: 'status' })], assignee: { from: 'list' } };
    expect(pathsOf(values, section)).toEqual([
      `${at}.mapping.0.field unmappableField`,
      `${at}.assignee.list required`,
    ]);
  });
});

test('an id that cannot be one of Jira’s is refused where it stands', () => {
  const id = (text: string) => ({ id: text });
  const spaces = {
    product: spaceOf({
      project: id('1/2'),
      issueType: id('x'.repeat(128)),
      components: [id('a:b.c-d'), id(' 1')],
    }),
    security: spaceOf({ project: id('x'.repeat(129)) }),
  };
  const paths = (section: SectionName) =>
    checkMessages(section, settingsOf({ spaces })).map(({ path, message }) => [path, message.code]);
  expect(paths('spaces')).toEqual([
    ['product.project', 'misfit'],
    ['security.project', 'misfit'],
    ['product.components.1', 'misfit'],
  ]);
  expect(paths('closing')).toEqual([]);
});

test('what a field lists may be told by its name', () => {
  const mapping = [{ field: { id: 'a' }, source: { kind: 'fixed' as const, value: { name: 'X' } } }];
  const document = settingsOf({ spaces: { product: spaceOf({ mapping }), security: off } });
  expect(checkMessages('spaces', document)).toEqual([]);
});

describe('a name without an id', () => {
  const byName = settingsOf({
    spaces: {
      product: spaceOf({
        enabled: true,
        project: { name: 'Web' },
        issueType,
        components: [{ id: '1' }, { name: 'API' }],
      }),
      security: spaceOf({
        issueTypeByKind: { vulnerability: { name: 'Bug' } },
        securityLevel: { name: 'Staff' },
      }),
    },
    products: { shop: { product: SpaceOverride.parse({ assignee: { name: 'Security engineer' } }) } },
  });
  const message = (word: string) => `needs the id of the ${word}; a name alone is taken by the import only`;

  test('is refused where it stands', () => {
    expect(checkSection('spaces', byName)).toEqual([
      { path: 'product.project', message: message('space') },
      { path: 'security.issueTypeByKind.vulnerability', message: message('issue type') },
      { path: 'product.components.1', message: message('component') },
      { path: 'security.securityLevel', message: message('security level') },
    ]);
    expect(checkSection('products', byName)).toMatchObject([
      { path: 'shop.product.assignee', message: message('person') },
    ]);
    expect(checkSection('closing', byName)).toEqual([]);
  });

  test('is taken while it is being imported', () => {
    for (const name of sectionNames) expect(checkRules(name, byName)).toEqual([]);
  });
});

describe('what an import leaves incomplete', () => {
  const document = settingsOf({
    spaces: { product: empty, security: ready },
    products: {
      shop: { product: { labels: ['x'] }, security: { project: null } },
      app: { security: { labels: ['y'] } },
    },
  });
  const message = 'Switched off, because space or issue type was not found here.';
  const switched = (...names: SectionName[]) => switchOffIncomplete(document, names);

  test('is switched off, space by space, and told', () => {
    const { document: safe, switchedOff } = switched('spaces', 'products');
    expect(problemsInEnglish(switchedOff)).toEqual([
      { path: 'spaces.product.enabled', message },
      { path: 'products.shop.security.enabled', message },
    ]);
    expect(safe.spaces.product).toEqual({ ...empty, enabled: false });
    expect(safe.spaces.security).toEqual(ready);
    expect(safe.products).toEqual({
      shop: { product: { labels: ['x'] }, security: { project: null, enabled: false } },
      app: { security: { labels: ['y'] } },
    });
  });

  test('is left in sections that are not imported', () => {
    expect(switched('closing')).toEqual({ document, switchedOff: [] });
    expect(switched('spaces').switchedOff.map(({ path }) => path)).toEqual(['spaces.product.enabled']);
    expect(switched('products').switchedOff.map(({ path }) => path)).toEqual([
      'products.shop.product.enabled',
      'products.shop.security.enabled',
    ]);
  });

  test('is switched off in rules too', () => {
    const rules = rulesOf({ security: { project: null } }, { security: { labels: ['x'] } }, {});
    const { document: safe, switchedOff } = switchOffIncomplete({ ...document, rules }, ['rules']);
    expect(switchedOff.map(({ path }) => path)).toStrictEqual(['rules.0.then.security.enabled']);
    expect(safe.rules.map(({ then }) => then.security?.enabled)).toEqual([false, undefined, undefined]);
  });

  test('is switched off in a copy', () => {
    const before = structuredClone(document);
    switched('spaces', 'products');
    expect(document).toEqual(before);
  });
});
