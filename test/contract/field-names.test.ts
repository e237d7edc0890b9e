import { marksOfToday } from '../../src/contract/stored/field-names';

describe('marks that an older version stored', () => {
  test.each([
    [
      'have the id of the security level',
      { securityLevel: 'a', 'kept:securityLevel': 'b' },
      'duedate',
      { security: 'a', 'kept:security': 'b' },
    ],
    [
      'have the id of the field that takes the due date',
      { duedate: 'a', 'kept:duedate': 'b' },
      'customfield_7',
      { customfield_7: 'a', 'kept:customfield_7': 'b' },
    ],
    [
      'stay where the due date has the system’s field',
      { duedate: 'a', summary: 'b' },
      'duedate',
      { duedate: 'a', summary: 'b' },
    ],
    ['stay where no field takes the due date', { duedate: 'a' }, undefined, { duedate: 'a' }],
    [
      'give way to marks of today',
      { securityLevel: 'a', security: 'b', duedate: 'c', customfield_7: 'd' },
      'customfield_7',
      { securityLevel: 'a', security: 'b', duedate: 'c', customfield_7: 'd' },
    ],
  ])('%s', (_, sent, dueDateField, expected) => {
    expect(marksOfToday(sent, dueDateField)).toEqual(expected);
  });
});
