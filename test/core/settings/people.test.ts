import {
  fixedWithout,
  isAccount,
  nobody,
  peopleIn,
  theApp,
  withNews,
} from '../../../src/core/settings/people';

test.each([
  ['an assignee', { assignee: { id: 'a', name: 'A' } }, ['a']],
  [
    'people that findings are dealt out to',
    { assignee: { from: 'list', list: [{ id: 'a' }, { id: 'b' }] } },
    ['a', 'b'],
  ],
  ['whom a step mentions', { do: [{ kind: 'comment', mention: { id: 'a' } }] }, ['a']],
  ['whom a step assigns', { do: [{ kind: 'assign', to: { id: 'a' } }] }, ['a']],
  ['not the priority that a step raises to', { do: [{ kind: 'priority', to: { id: '1' } }] }, []],
  ['not whatever else leads to something', { to: { id: '1' } }, []],
  ['a person among fixed values', { source: { value: [{ accountId: 'a' }] } }, ['a']],
  ['no thing that has an id', { component: { id: '1' } }, []],
  ['nobody in whose place the app put itself', { assignee: { id: nobody }, mention: { id: theApp } }, []],
  ['no assignee', { assignee: null, mention: 'a' }, []],
  ['no list that is none', { assignee: { from: 'list', list: 'a' } }, []],
  ['no id that is none', { accountId: 5, assignee: { id: 5 } }, []],
  ['a text', 'a', []],
])('of people a value names: %s', (_what, value, people) => {
  expect(peopleIn(value)).toStrictEqual(people);
});

test('a person named by account id in the place of an assignee is found', () => {
  expect(new Set(peopleIn({ assignee: { accountId: 'a' } }))).toEqual(new Set(['a']));
});

test('an account is a text, but not what stands for nobody or the app', () => {
  expect(['a', nobody, theApp, 5, undefined].map(isAccount)).toEqual([true, false, false, false, false]);
});

const news = {
  closed: new Set(['gone']),
  names: new Map<string, string | undefined>([
    ['a', 'Today'],
    ['b', undefined],
    ['gone', 'Yesterday'],
  ]),
};

test.each([
  ['a closed account is nobody’s, and its name is forgotten', { id: 'gone', name: 'Who' }, { id: nobody }],
  [
    'also where it stands by itself or in a list',
    ['gone', { accountId: 'gone' }],
    [nobody, { accountId: nobody }],
  ],
  ['a person has the name of today', { x: { id: 'a', name: 'Old' } }, { x: { id: 'a', name: 'Today' } }],
  ['by account id as well', { accountId: 'a', name: 'Old' }, { accountId: 'a', name: 'Today' }],
  ['and none where Jira tells none', { id: 'b', name: 'Old' }, { id: 'b' }],
  ['whom Jira did not tell of stays', { id: 'c', name: 'Old', more: 1 }, { id: 'c', name: 'Old', more: 1 }],
  ['a name that belongs to no id stays', { name: 'Old', id: 7 }, { name: 'Old', id: 7 }],
  ['nothing stays nothing', null, null],
])('%s', (_what, value, after) => {
  expect(withNews(value, news)).toStrictEqual(after);
});

test('fixed values that name a closed account are left out whole', () => {
  const fixed = {
    customfield_1: [{ accountId: 'gone' }, { accountId: 'a' }],
    customfield_2: { accountId: 'a' },
    assignee: { id: 'gone' },
  };
  expect(fixedWithout(fixed, new Set(['gone']))).toEqual({
    customfield_2: { accountId: 'a' },
    assignee: { id: 'gone' },
  });
});
