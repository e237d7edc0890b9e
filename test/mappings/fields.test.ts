import { assignee } from '../../src/mappings/assignee';
import { components } from '../../src/mappings/components';
import { dueDate } from '../../src/mappings/due-date';
import { type BuiltIn, idOf } from '../../src/mappings/mapping';
import { noLookups } from '../../src/mappings/lookups';
import { parent } from '../../src/mappings/parent';
import { priority } from '../../src/mappings/priority';
import { securityLevel } from '../../src/mappings/security-level';
import { spaceOf } from '../core/builders';
import { inputOf } from './input';

const draftOf = (mapping: BuiltIn, ...input: Parameters<typeof inputOf>) => mapping.draft(inputOf(...input));

describe('the assignee', () => {
  const space = { assignee: { id: 'default' } };
  const account = (accountId: string) => ({ value: { accountId }, comparable: accountId });

  test.each([
    ['is the finding’s account', { accountId: 'a', email: 'developer@example.com' }, space, account('a')],
    [
      'is the account of the finding’s address',
      { email: 'developer@example.com' },
      space,
      account('account-of-developer'),
    ],
    [
      'is the space’s default where the address is unknown',
      { email: 'nobody@example.com' },
      space,
      account('default'),
    ],
    ['is the space’s default where the finding names nobody', undefined, space, account('default')],
    ['is left alone where nobody is named', undefined, {}, undefined],
    ['is left alone where the address is unknown', { email: 'nobody@example.com' }, {}, undefined],
    ['is left alone until Jira was asked', { email: 'unasked@example.com' }, space, undefined],
    ['is left alone where the default has no id', undefined, { assignee: { name: 'Developer' } }, undefined],
  ])('%s', (_, who, defaults, expected) => {
    expect(draftOf(assignee, { assignee: who }, defaults)).toEqual(expected);
  });

  test.each([
    [{ accountId: 'a', displayName: 'Developer' }, 'a'],
    [null, null],
    [undefined, null],
    [{}, null],
    [{ accountId: 5 }, null],
    ['a', null],
  ])('read from %j is %j', (raw, expected) => {
    expect(assignee.read(raw)).toBe(expected);
  });
});

describe('the assignee that a space finds', () => {
  const leads: Readonly<Record<string, string | null>> = {
    '10000': 'lead',
    '10000/1': null,
    '10000/3': 'owner',
  };
  const found = (
    assigneeOf: object,
    componentIds: string[] = [],
    finding = {},
    project: object | null = { id: '10000' },
  ) =>
    assignee.draft({
      ...inputOf(finding, { project, assignee: assigneeOf }),
      components: componentIds,
      lookups: { ...noLookups, projectLead: (id) => leads[id], componentLead: (id) => leads[id] },
    })?.comparable;

  test.each([
    ['the lead of the project', { from: 'projectLead' }, [], 'lead'],
    ['the lead of the first component that has one', { from: 'componentLead' }, ['2', '3'], 'owner'],
    [
      'nobody before Jira has told of the components before',
      { from: 'componentLead' },
      ['1', '3'],
      undefined,
    ],
    ['nobody where no component has a lead', { from: 'componentLead' }, ['2'], undefined],
    ['nobody but whom the finding names', { from: 'finding' }, [], undefined],
    ['nobody of an empty list', { from: 'list', list: [] }, [], undefined],
    ['nobody of no list', { from: 'list' }, [], undefined],
  ])('is %s', (_what, from, ids, who) => {
    expect(found(from, ids)).toBe(who);
  });

  test('is nobody where no project is chosen', () => {
    expect(found({ from: 'projectLead' }, [], {}, null)).toBeUndefined();
  });

  test('is always the same for a finding, and whoever joins takes a share of everybody’s', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id }));
    const dealt = (people: object[], id: string) => found({ from: 'list', list: people }, [], { id });
    const ids = Array.from({ length: 60 }, (_, index) => `F-${String(index)}`);
    const before = ids.map((id) => dealt(list.slice(0, 2), id));
    expect(ids.map((id) => dealt([{ id: 'b' }, { id: 'a' }], id))).toEqual(before);
    expect(new Set(before)).toEqual(new Set(['a', 'b']));
    const after = ids.map((id) => dealt(list, id));
    expect(after.filter((who) => who === 'c').length).toBeGreaterThan(5);
    expect(after.every((who, index) => who === 'c' || who === before[index])).toBe(true);
    const elsewhere = ids.map((id) => found({ from: 'list', list }, [], { id, product: 'blog' }));
    expect(elsewhere).not.toEqual(after);
  });
});

describe('the parent', () => {
  test('is the issue that the space puts above its own', () => {
    expect(draftOf(parent, {}, { parent: { id: '7', name: 'WEB-7' } })).toEqual({
      value: { id: '7' },
      comparable: '7',
    });
    expect(draftOf(parent, {}, { parent: { name: 'WEB-7' } })).toBeUndefined();
    expect(draftOf(parent)).toBeUndefined();
  });

  test('is a field only where there is one', () => {
    expect(parent.jiraField(spaceOf({ parent: { id: '7' } }))).toBe('parent');
    expect(parent.jiraField(spaceOf({ parent: { name: 'WEB-7' } }))).toBeUndefined();
    expect(parent.jiraField(spaceOf())).toBeUndefined();
  });
});

describe('the components', () => {
  test.each([
    [
      'are sent by id, in one order, each once',
      [{ id: '2' }, { id: '1' }, { name: 'x' }, { id: '2' }],
      { value: [{ id: '1' }, { id: '2' }], comparable: ['1', '2'] },
    ],
    ['are left alone where the space has none', [], undefined],
    ['are left alone where none has an id', [{ name: 'x' }], undefined],
  ])('%s', (_, refs, expected) => {
    expect(draftOf(components, {}, { components: refs })).toEqual(expected);
  });

  test('are compared whatever order Jira gives them in', () => {
    expect(
      components.read([
        { id: '2', name: 'b' },
        { id: '1', name: 'a' },
      ]),
    ).toEqual(['1', '2']);
    expect(components.read([])).toEqual([]);
    expect(components.read(null)).toEqual([]);
  });
});

describe('the due date', () => {
  test('goes into the system’s field by default', () => {
    expect(dueDate.jiraField(inputOf().space)).toBe('duedate');
    expect(draftOf(dueDate, { dueDate: '2026-02-01' })).toEqual({
      value: '2026-02-01',
      comparable: '2026-02-01',
    });
  });

  test('goes into the chosen field, or nowhere', () => {
    expect(dueDate.jiraField(inputOf({}, { dueDateField: { id: 'customfield_7' } }).space)).toBe(
      'customfield_7',
    );
    expect(dueDate.jiraField(inputOf({}, { dueDateField: null }).space)).toBeUndefined();
    expect(draftOf(dueDate, { dueDate: '2026-02-01' }, { dueDateField: null })).toBeUndefined();
    expect(draftOf(dueDate, { dueDate: '2026-02-01' }, { dueDateField: { name: 'Due' } })).toBeUndefined();
  });

  test('that a finding no longer has is emptied', () => {
    expect(draftOf(dueDate)).toEqual({ value: null, comparable: null });
  });

  test('is read as Jira gives it', () => {
    expect(dueDate.read('2026-02-01')).toBe('2026-02-01');
    expect(dueDate.read(null)).toBeNull();
    expect(dueDate.read(undefined)).toBeNull();
    expect(dueDate.read(5)).toBeNull();
  });
});

describe('the priority', () => {
  const map = { high: { id: '2' }, low: { name: 'Low' } } as const;
  test.each([
    ['is that of the severity', 'high', { enabled: true, map }, { value: { id: '2' }, comparable: '2' }],
    ['is left alone for a severity without one', 'critical', { enabled: true, map }, undefined],
    ['is left alone for one known by name only', 'low', { enabled: true, map }, undefined],
    ['is left alone when switched off', 'high', { enabled: false, map }, undefined],
  ] as const)('%s', (_, severity, priorities, expected) => {
    expect(draftOf(priority, { severity }, { priorities })).toEqual(expected);
  });

  test('is a field only while switched on', () => {
    expect(priority.jiraField(inputOf().space)).toBe('priority');
    expect(priority.jiraField(inputOf({}, { priorities: { enabled: false } }).space)).toBeUndefined();
  });

  test('is compared by its id', () => {
    expect(priority.read({ id: '2', name: 'High' })).toBe('2');
    expect(priority.read(null)).toBeNull();
  });
});

describe('the security level', () => {
  test.each([
    ['is the space’s', { id: '10' }, { value: { id: '10' }, comparable: '10' }],
    ['is left alone where the space has none', null, undefined],
    ['is left alone where it has no id', { name: 'Staff' }, undefined],
  ])('%s', (_, level, expected) => {
    expect(draftOf(securityLevel, {}, { securityLevel: level })).toEqual(expected);
  });

  test('is compared by its id', () => {
    expect(securityLevel.read({ id: '10' })).toBe('10');
  });
});

test.each([
  [{ id: '1' }, '1'],
  [{ id: 1 }, null],
  [{}, null],
  [null, null],
  [undefined, null],
  ['1', null],
])('the id of %j is %j', (raw, expected) => {
  expect(idOf(raw)).toBe(expected);
});
