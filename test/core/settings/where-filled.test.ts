import { whereFilled } from '../../../src/core/settings/where-filled';
import { spaceOf } from '../builders';

const dueDate = { id: 'duedate', name: 'Due date' };

test.each([
  ['components', 'spaces'],
  ['assignee', 'spaces'],
  ['priority', 'spaces'],
  ['labels', 'spaces'],
  ['security', 'spaces'],
  ['environment', 'fields'],
  ['customfield_1', 'fields'],
])('the field %s is filled under %s', (field, where) => {
  expect(whereFilled(field, spaceOf())).toBe(where);
});

test.each([
  ['none is chosen for it', null, 'spaces'],
  ['another field is chosen for it', { id: 'customfield_1' }, 'spaces'],
  ['it is chosen, so that a finding lacks the date', dueDate, 'finding'],
])('the due date where %s', (_, dueDateField, where) => {
  expect(whereFilled('duedate', spaceOf({ dueDateField }))).toBe(where);
});
