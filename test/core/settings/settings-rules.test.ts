import { type SectionName, sectionNames, SpaceOverride, Statuses } from '../../../src/contract/settings';
import { checkRules, checkSection as checkMessages } from '../../../src/core/settings/settings-rules';
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

  test('is switched off in a copy', () => {
    const before = structuredClone(document);
    switched('spaces', 'products');
    expect(document).toEqual(before);
  });
});
