import { syncedFields } from '../../src/contract/settings';
import {
  comparableOf,
  currentFields,
  draftFields,
  jiraFieldOf,
  markOfCurrent,
} from '../../src/mappings/draft';
import { fieldsOf, marksOf } from '../../src/core/sync/fields';
import { mark } from '../../src/core/data/hash';
import { inputOf } from './input';

const full = inputOf(
  { tags: ['a'], dueDate: '2026-02-01', assignee: { accountId: 'x' } },
  {
    priorities: { map: { high: { id: '2' } } },
    components: [{ id: '1' }],
    securityLevel: { id: '10' },
  },
);

test('a draft sets every field that is kept in step, in the form that Jira takes', () => {
  const draft = draftFields(full);
  expect(Object.keys(draft).sort()).toEqual([...syncedFields].sort());
  expect(draft).toMatchObject({
    summary: { value: 'SQL injection' },
    description: { value: { type: 'doc' } },
    priority: { value: { id: '2' } },
    duedate: { value: '2026-02-01' },
    components: { value: [{ id: '1' }] },
    labels: { value: ['a'] },
    assignee: { value: { accountId: 'x' } },
    securityLevel: { value: { id: '10' } },
  });
});

test('a draft leaves out what the space does not use', () => {
  const draft = draftFields(inputOf({}, { priorities: { enabled: false }, dueDateField: null }));
  expect(Object.keys(draft)).toEqual(['summary', 'description', 'labels']);
});

test('each field has Jira’s id', () => {
  const ids = Object.fromEntries(syncedFields.map((field) => [field, jiraFieldOf(field, full.space)]));
  expect(ids).toEqual({
    summary: 'summary',
    description: 'description',
    priority: 'priority',
    duedate: 'duedate',
    components: 'components',
    labels: 'labels',
    assignee: 'assignee',
    securityLevel: 'security',
  });
});

test('what Jira gives back for a draft compares equal to it', () => {
  const draft = draftFields(full);
  for (const field of syncedFields)
    expect(comparableOf(field, draft[field]?.value)).toEqual(draft[field]?.comparable);
});

test('a field of another space has its id there', () => {
  const { space } = inputOf({}, { dueDateField: { id: 'customfield_7' }, priorities: { enabled: false } });
  expect(jiraFieldOf('duedate', space)).toBe('customfield_7');
  expect(jiraFieldOf('priority', space)).toBeUndefined();
});

test('what an issue holds is marked as if the app had just sent it, but for what has no id of Jira’s own', () => {
  const draft = draftFields(full);
  const current = {
    summary: 'SQL injection',
    description: draft.description?.value,
    priority: { id: '2', name: 'High' },
    duedate: '2026-02-01',
    components: [{ id: '1' }],
    assignee: { accountId: 'x' },
    security: { id: '10' },
    labels: ['a'],
    customfield_7: '2026-03-01',
  };
  const { labels, ...sent } = marksOf(draft, fieldsOf(draft));
  expect(labels).toBe(mark(['a']));
  expect(markOfCurrent(current)).toEqual(sent);
  expect([...currentFields, 'labels', 'customfield_7'].sort()).toEqual(Object.keys(current).sort());
});

test('a field that was not read has no mark, and one that is empty has', () => {
  expect(markOfCurrent({ priority: null })).toEqual({ priority: mark(null) });
  expect(markOfCurrent({})).toEqual({});
});
