import {
  consequenceOf,
  isRefusal,
  type JiraFailure,
  type Refused,
  textOf,
} from '../../../src/core/jira/failure';
import { inEnglish } from '../../support/english';

const refused = (more: Partial<Refused> = {}): Refused => ({
  kind: 'refused',
  status: 400,
  messages: [],
  fields: {},
  ...more,
});

test('a limit is waited for as long as Jira says', () => {
  const failure: JiraFailure = { kind: 'limited', retryAfter: 17, reason: 'jira-burst-based' };
  expect(consequenceOf(failure, 'creating')).toEqual({
    kind: 'later',
    after: 17,
    reason: { code: 'rateLimited', limit: 'jira-burst-based' },
  });
});

test('the app’s own restraint is told in its own words', () => {
  const failure: JiraFailure = { kind: 'limited', own: true, retryAfter: 17, reason: 'Wait.' };
  const reason = { code: 'budgetSpent' };
  expect(consequenceOf(failure, 'creating')).toEqual({ kind: 'later', after: 17, reason });
});

test('a doubtful call is looked after in a minute', () => {
  expect(consequenceOf({ kind: 'unknown', detail: 'time-out' }, 'creating')).toEqual({
    kind: 'later',
    after: 60,
    reason: { code: 'unclearAnswer', detail: 'time-out' },
  });
});

describe('a refusal holds the finding', () => {
  test.each<[string, Refused, string, string]>([
    [
      'by its field, whatever the words',
      refused({ fields: { duedate: 'Not on the screen.' } }),
      'creating||400|duedate',
      'Creating an issue: Jira says “Due date: Not on the screen.”',
    ],
    [
      'by all its fields, in one order',
      refused({ fields: { summary: 'b', priority: 'a' }, messages: ['No.'] }),
      'creating||400|priority|summary',
      'Creating an issue: Jira says “Summary: b Priority: a No.”',
    ],
    [
      'by its messages where no field is named',
      refused({ status: 403, messages: ['Forbidden.', 'Ask.'] }),
      'creating||403|Forbidden.|Ask.',
      'Creating an issue: Jira says “Forbidden. Ask.”',
    ],
    [
      'by its status where Jira says nothing',
      refused({ status: 410 }),
      'creating||410',
      'Creating an issue: Jira answered 410.',
    ],
  ])('%s', (_, failure, cause, reason) => {
    const consequence = consequenceOf(failure, 'creating');
    expect(consequence).toMatchObject({ kind: 'held', cause });
    expect(inEnglish(consequence.reason)).toBe(reason);
  });

  test('with the place where it happened', () => {
    const consequence = consequenceOf(refused({ messages: ['No.'] }), 'changing', 'Web shop');
    expect(consequence).toMatchObject({ cause: 'changing|Web shop|400|No.' });
    expect(inEnglish(consequence.reason)).toBe('Changing an issue in Web shop: Jira says “No.”');
  });

  test('without a place where none is known', () => {
    expect(consequenceOf(refused({ messages: ['No.'] }), 'creating')).toStrictEqual({
      kind: 'held',
      cause: 'creating||400|No.',
      reason: { code: 'refused', doing: 'creating', said: 'No.' },
    });
  });

  test.each<[string, Refused, object]>([
    [
      'a project that is gone',
      refused({ fields: { project: 'Specify a valid project ID or key' } }),
      { code: 'projectGone', project: 'Web shop' },
    ],
    [
      'an archived project',
      refused({ fields: { project: 'The project is archived.' } }),
      { code: 'spaceArchived', project: 'Web shop' },
    ],
    [
      'a project that Jira cannot find',
      refused({ status: 404, messages: ["No project could be found with key 'X'."] }),
      { code: 'projectGone', project: 'Web shop' },
    ],
    [
      'an issue type that is gone',
      refused({ fields: { issuetype: 'The issue type selected is invalid.' } }),
      { code: 'typeGone', project: 'Web shop' },
    ],
    [
      'a permission',
      refused({ fields: { project: 'You cannot create issues in this project.' } }),
      { code: 'notAllowed', doing: 'creating', place: 'Web shop' },
    ],
    ['a silent 403', refused({ status: 403 }), { code: 'notAllowed', doing: 'creating', place: 'Web shop' }],
    [
      'anything else, with the field’s name',
      refused({ fields: { customfield_1: 'No.' } }),
      { code: 'refused', doing: 'creating', place: 'Web shop', said: 'Team: No.' },
    ],
  ])('in words of ours for %s', (_, failure, reason) => {
    const consequence = consequenceOf(failure, 'creating', 'Web shop', () => 'Team');
    expect(consequence).toMatchObject({ kind: 'held', reason });
  });

  test('by a cause of bounded length', () => {
    const consequence = consequenceOf(refused({ messages: ['x'.repeat(1_000)] }), 'creating');
    expect(consequence).toMatchObject({ cause: `creating||400|${'x'.repeat(386)}` });
  });
});

test('an issue that Jira could not show by itself is told from a Jira that does not answer', () => {
  const failure: JiraFailure = { kind: 'unknown', detail: 'HTTP 500', status: 500, alone: true };
  expect(consequenceOf(failure, 'changing')).toMatchObject({ kind: 'later', alone: true });
  expect(consequenceOf({ ...failure, alone: undefined }, 'changing')).not.toHaveProperty('alone');
});

test('a comment that customers were shown is told as such, wherever it was', () => {
  const shown = refused({ isShownToCustomers: true, fields: { project: 'archived' } });
  expect(consequenceOf(shown, 'commenting', 'Web shop')).toStrictEqual({
    kind: 'held',
    cause: 'commenting|shown-to-customers',
    reason: { code: 'commentShown' },
  });
});

test.each([
  [
    'a project that is gone',
    { fields: { project: 'Specify a valid project ID or key' } },
    'project-gone|Web shop',
  ],
  ['an archived project', { fields: { project: 'It is archived.' } }, 'project-gone|Web shop'],
  [
    'an issue type that is gone',
    { fields: { issuetype: 'Valid issuetype is required' } },
    'type-gone|Web shop',
  ],
])('%s has one cause for all of its findings, and none without a place', (_what, more, cause) => {
  expect(consequenceOf(refused(more), 'creating', 'Web shop')).toMatchObject({ cause });
  expect(consequenceOf(refused(more), 'creating')).toMatchObject({ reason: { code: 'refused' } });
});

test.each([
  [
    'words about a project without its status',
    refused({ messages: ['No project could be found.'] }),
    'refused',
  ],
  ['a 404 about something else', refused({ status: 404, messages: ['Issue does not exist.'] }), 'refused'],
  [
    'a permission among others',
    refused({ messages: ['You do not have permission.', 'And more.'] }),
    'refused',
  ],
  ['a permission', refused({ messages: ["You don't have the permission to edit."] }), 'notAllowed'],
])('%s: %#', (_what, failure, code) => {
  expect(consequenceOf(failure, 'changing', 'Web shop')).toMatchObject({ reason: { code } });
});

test.each([
  ['summary', 'Summary'],
  ['description', 'Description'],
  ['priority', 'Priority'],
  ['components', 'Components'],
  ['assignee', 'Assignee'],
  ['security', 'Security level'],
  ['parent', 'Parent'],
  ['resolution', 'Resolution'],
  ['comment', 'Comment'],
  ['customfield_1', 'customfield_1'],
  ['constructor', 'constructor'],
])('the field %s is called %s', (field, name) => {
  expect(textOf(refused({ fields: { [field]: 'no' } }))).toBe(`${name}: no`);
});

test('only a refusal is one', () => {
  expect(isRefusal(refused())).toBe(true);
  expect(isRefusal({ kind: 'unknown', detail: 'x' })).toBe(false);
});

test('Jira’s words are told, fields first', () => {
  expect(textOf(refused({ fields: { labels: 'no' }, messages: ['never'] }))).toBe('Labels: no never');
  expect(textOf(refused({ status: 500 }))).toBeUndefined();
});
