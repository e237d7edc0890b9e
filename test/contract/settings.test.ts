import { fieldErrors } from '../../src/contract/problem';
import {
  defaultSettings,
  sectionNames,
  sectionSchemas,
  SettingsDocument,
  Space,
  type SectionName,
} from '../../src/contract/settings';
import { defaultRules } from '../../src/contract/rules';
import { rulesOfCreating, upgradeDocument } from '../../src/contract/stored/settings';
import oldest from './settings-1.json';

const errorsOf = (name: SectionName, value: unknown) => {
  const parsed = sectionSchemas[name].safeParse(value);
  return parsed.success ? [] : fieldErrors(parsed.error);
};

/** Every object and list within a value. */
function partsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}

describe('new settings', () => {
  test('are valid, and create nothing', () => {
    const settings = defaultSettings();
    expect(SettingsDocument.parse(settings)).toEqual(settings);
    expect(settings.spaces.product.enabled || settings.spaces.security.enabled).toBe(false);
    expect(settings.deleting.enabled).toBe(false);
    expect(settings.rules).toEqual(defaultRules());
    expect(settings.spaces.product.dueDateField).toEqual({ id: 'duedate', name: 'Due date' });
  });

  test('are not shared: nothing in one is also in the next', () => {
    const first = partsOf(defaultSettings());
    const next = new Set(partsOf(defaultSettings()));
    expect(first.length).toBeGreaterThan(sectionNames.length);
    expect(first.filter((part) => next.has(part))).toEqual([]);
  });

  test.each(sectionNames)('have a section %s that is valid by itself and is saved as it is', (name) => {
    const value = defaultSettings()[name];
    expect(sectionSchemas[name].parse(value)).toEqual(value);
  });

  test('hold every section, and nothing that is none but the head', () => {
    expect(Object.keys(defaultSettings()).sort()).toEqual(['format', 'version', ...sectionNames].sort());
  });
});

describe('an older document', () => {
  test('as the first version stored it still loads, and loses nothing', () => {
    const read = SettingsDocument.parse(upgradeDocument(oldest));
    const { creating, rules: _never, version: _one, ...kept } = oldest;
    expect(read).toMatchObject(kept);
    expect(read.rules).toEqual(rulesOfCreating(creating));
    expect(SettingsDocument.parse(read)).toEqual(read);
  });

  test('without the keys that came later has their defaults', () => {
    const { product } = SettingsDocument.parse({
      format: 'security-findings-settings',
      version: 2,
      spaces: { product: { enabled: true, project: { id: '1' } } },
      closing: { enabled: false },
    }).spaces;
    expect(product).toEqual({ ...Space.parse({}), enabled: true, project: { id: '1' } });
  });

  test('with a key that is gone loads without it', () => {
    expect(sectionSchemas.closing.parse({ enabled: true, colour: 'red' })).not.toHaveProperty('colour');
  });
});

test.each([
  [{ format: 'something-else', version: 2 }, 'format'],
  [{ format: 'security-findings-settings', version: 3 }, 'version'],
  [{ version: 2 }, 'format'],
])('a document of another kind is refused: %j', (document, path) => {
  const parsed = SettingsDocument.safeParse(document);
  expect(parsed.success ? [] : fieldErrors(parsed.error).map((error) => error.path)).toEqual([path]);
});

describe('a section is refused, with the value and what to do', () => {
  test.each<[SectionName, unknown, string, string]>([
    ['spaces', { product: { project: {} } }, 'product.project', 'must have an id or a name'],
    [
      'spaces',
      { product: { labels: ['a b'] } },
      'product.labels.0',
      'must be without spaces and at most 255 characters',
    ],
    [
      'spaces',
      { product: { labels: ['x'.repeat(256)] } },
      'product.labels.0',
      'must be without spaces and at most 255 characters',
    ],
    ['spaces', { security: { enabled: 'yes' } }, 'security.enabled', 'must be of type boolean'],
    [
      'spaces',
      { product: { statuses: { verified: { jira: [], direction: 'up' } } } },
      'product.statuses.verified.direction',
      'must be one of: both, to_jira, to_portal',
    ],
    ['closing', { when: 'never' }, 'when', 'must be one of: all, any'],
    ['deleting', { graceDays: 1.5 }, 'graceDays', 'must be a whole number'],
    ['fields', { owners: { summary: 'nobody' } }, 'owners.summary', 'must be one of: portal, people, create'],
    [
      'rules',
      [{ id: 'a b', name: 'A', when: { all: [] } }],
      '0.id',
      'must be letters, digits, hyphens and underscores, at most 64',
    ],
    [
      'statuses',
      { own: { in_triage: { label: '', lifecycle: 'new' } } },
      'own.in_triage.lifecycle',
      'must be one of: open, resolved, rejected, accepted',
    ],
  ])('%s %j', (name, value, path, message) => {
    expect(errorsOf(name, value)).toContainEqual({ path, message });
  });

  test.each<[SectionName, unknown]>([
    ['products', { '': {} }],
    ['products', { ['x'.repeat(256)]: {} }],
    ['statuses', { own: { 'In triage': { label: 'In triage', lifecycle: 'open' } } }],
    ['spaces', { product: { priorities: { map: { urgent: { id: '1' } } } } }],
    ['spaces', { product: { issueTypeByKind: { bug: { id: '1' } } } }],
    ['reopening', { newIssueAfterDays: 0 }],
    ['closing', { guard: { share: 1.5 } }],
    ['closing', { guard: { number: -1 } }],
  ])('%s %j in one place', (name, value) => {
    expect(errorsOf(name, value)).toHaveLength(1);
  });
});

test('a product keeps the difference between what it empties and what it inherits', () => {
  const products = { shop: { product: { assignee: null, labels: [] } }, app: { security: {} } };
  expect(sectionSchemas.products.parse(products)).toEqual(products);
});
