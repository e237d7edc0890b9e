import { builtInFields } from '../../src/contract/settings';
import { currentFields, draftFields, mappingsFor, markOfCurrent } from '../../src/mappings/mappings-for';
import { fieldsOf, marksOf } from '../../src/core/sync/fields';
import { mark } from '../../src/core/data/hash';
import { Fields, type Space } from '../../src/contract/settings';
import { settingsOf, spaceOf } from '../core/builders';
import { inputOf } from './input';

const full = inputOf(
  { tags: ['a'], dueDate: '2026-02-01', assignee: { accountId: 'x' } },
  {
    priorities: { map: { high: { id: '2' } } },
    components: [{ id: '1' }],
    securityLevel: { id: '10' },
    parent: { id: '10001', name: 'WEB-1' },
  },
);
const mappings = mappingsFor(settingsOf(), full.space);

test('a draft sets every field that is kept in step, in the form that Jira takes', () => {
  const draft = draftFields(mappings, full);
  expect(Object.keys(draft).sort()).toEqual([...builtInFields].sort());
  expect(draft).toMatchObject({
    summary: { value: 'SQL injection' },
    description: { value: { type: 'doc' } },
    priority: { value: { id: '2' } },
    duedate: { value: '2026-02-01' },
    components: { value: [{ id: '1' }] },
    labels: { value: ['a'] },
    assignee: { value: { accountId: 'x' } },
    security: { value: { id: '10' } },
    parent: { value: { id: '10001' } },
  });
});

test('a draft leaves out what the space does not use', () => {
  const input = inputOf({}, { priorities: { enabled: false }, dueDateField: null });
  const draft = draftFields(mappingsFor(settingsOf(), input.space), input);
  expect(Object.keys(draft)).toEqual(['summary', 'description', 'labels']);
});

test('what Jira gives back for a draft compares equal to it', () => {
  const draft = draftFields(mappings, full);
  for (const field of builtInFields)
    expect(mappings.get(field)?.read(draft[field]?.value)).toEqual(draft[field]?.comparable);
});

test('a due date is known by the field that takes it', () => {
  const space = spaceOf({ dueDateField: { id: 'customfield_7' }, priorities: { enabled: false } });
  expect([...mappingsFor(settingsOf(), space).keys()]).toEqual([
    'summary',
    'description',
    'customfield_7',
    'components',
    'labels',
    'assignee',
    'security',
  ]);
});

describe('the owner of a field', () => {
  const ownerOf = (field: string, owners: Record<string, string>, space: Space = full.space) =>
    mappingsFor(settingsOf({ fields: Fields.parse({ owners }) }), space).get(field)?.owner;
  const dated = spaceOf({ dueDateField: { id: 'customfield_7' } });

  test.each([
    ['is people where nobody says', ownerOf('summary', {}), 'people'],
    ['is as the settings say', ownerOf('summary', { summary: 'portal' }), 'portal'],
    ['is read by the name of older versions', ownerOf('security', { securityLevel: 'create' }), 'create'],
    [
      'is that of the due date for its field',
      ownerOf('customfield_7', { duedate: 'portal' }, dated),
      'portal',
    ],
    [
      'is that of the field rather than of the due date',
      ownerOf('customfield_7', { duedate: 'portal', customfield_7: 'create' }, dated),
      'create',
    ],
  ])('%s', (_, owner, expected) => {
    expect(owner).toBe(expected);
  });
});

test('what an issue holds is marked as if the app had just sent it, but for labels', () => {
  const draft = draftFields(mappings, full);
  const current = {
    summary: 'SQL injection',
    description: draft['description']?.value,
    priority: { id: '2', name: 'High' },
    duedate: '2026-02-01',
    components: [{ id: '1' }],
    assignee: { accountId: 'x' },
    security: { id: '10' },
    parent: { id: '10001', key: 'WEB-1' },
    labels: ['a'],
    customfield_7: '2026-03-01',
  };
  const { labels, ...sent } = marksOf(draft, fieldsOf(draft));
  expect(labels).toBe(mark(['a']));
  expect(markOfCurrent(mappings, current)).toEqual(sent);
  const dated = settingsOf();
  dated.spaces.product.dueDateField = { id: 'customfield_7' };
  expect([...currentFields(dated), 'labels'].sort()).toEqual(Object.keys(current).sort());
  expect(markOfCurrent(mappingsFor(dated, dated.spaces.product), current)).toEqual({
    ...sent,
    customfield_7: mark('2026-03-01'),
  });
});

test('a field that was not read has no mark, and one that is empty has', () => {
  expect(markOfCurrent(mappings, { priority: null })).toEqual({ priority: mark(null) });
  expect(markOfCurrent(mappings, {})).toEqual({});
});
