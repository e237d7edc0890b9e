import { fieldShape, findingFields } from '../../src/contract/finding-fields';

test('every field of a finding is one that rules can name, but what names people and issues to adopt', () => {
  expect(Object.fromEntries(findingFields())).toMatchObject({
    id: { type: 'text' },
    severity: { type: 'severity' },
    kind: { type: 'choice' },
    cve: { type: 'text', list: true },
    'cvss.score': { type: 'number' },
    kev: { type: 'boolean' },
    dueDate: { type: 'date' },
    firstSeen: { type: 'date' },
    'location.component': { type: 'text' },
    'location.line': { type: 'number' },
    'assignee.accountId': { type: 'text' },
    lifecycle: { type: 'choice' },
  });
  const names = [...findingFields().keys()];
  expect(names.filter((name) => /email|existing|attributes/.test(name))).toEqual([]);
});

test.each([
  ['attributes.team', { type: 'any' }],
  ['attributes.', undefined],
  ['colour', undefined],
  ['toString', undefined],
])('%s is %j', (field, shape) => {
  expect(fieldShape(field)).toEqual(shape);
});
