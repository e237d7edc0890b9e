import { consequenceOf, type JiraFailure, type Refused, textOf } from '../../src/core/failure';

const refused = (more: Partial<Refused> = {}): Refused => ({
  kind: 'refused',
  status: 400,
  messages: [],
  fields: {},
  ...more,
});

test('a limit is waited for as long as Jira says', () => {
  const failure: JiraFailure = { kind: 'limited', retryAfter: 17, reason: 'jira-burst-based' };
  expect(consequenceOf(failure, 'Creating')).toEqual({
    kind: 'later',
    after: 17,
    reason: 'Jira limits the rate (jira-burst-based).',
  });
});

test('the app’s own restraint is told in its own words', () => {
  const failure: JiraFailure = { kind: 'limited', own: true, retryAfter: 17, reason: 'Wait.' };
  expect(consequenceOf(failure, 'Creating')).toEqual({ kind: 'later', after: 17, reason: 'Wait.' });
});

test('a doubtful call is looked after in a minute', () => {
  expect(consequenceOf({ kind: 'unknown', detail: 'time-out' }, 'Creating')).toEqual({
    kind: 'later',
    after: 60,
    reason: 'Jira did not answer clearly: time-out',
  });
});

describe('a refusal holds the finding', () => {
  test.each<[string, Refused, string, string]>([
    [
      'by its field, whatever the words',
      refused({ fields: { duedate: 'Not on the screen.' } }),
      'Creating|400|duedate',
      'Creating: duedate: Not on the screen.',
    ],
    [
      'by all its fields, in one order',
      refused({ fields: { summary: 'b', priority: 'a' }, messages: ['No.'] }),
      'Creating|400|priority|summary',
      'Creating: summary: b priority: a No.',
    ],
    [
      'by its messages where no field is named',
      refused({ status: 403, messages: ['Forbidden.', 'Ask.'] }),
      'Creating|403|Forbidden.|Ask.',
      'Creating: Forbidden. Ask.',
    ],
    [
      'by its status where Jira says nothing',
      refused({ status: 410 }),
      'Creating|410',
      'Creating: Jira answered 410.',
    ],
  ])('%s', (_, failure, cause, reason) => {
    expect(consequenceOf(failure, 'Creating')).toEqual({ kind: 'held', cause, reason });
  });

  test('by a cause of bounded length', () => {
    const consequence = consequenceOf(refused({ messages: ['x'.repeat(1_000)] }), 'Creating');
    expect(consequence).toMatchObject({ cause: `Creating|400|${'x'.repeat(387)}` });
  });
});

test('Jira’s words are told, fields first', () => {
  expect(textOf(refused({ fields: { labels: 'no' }, messages: ['never'] }))).toBe('labels: no never');
  expect(textOf(refused({ status: 500 }))).toBe('Jira answered 500.');
});
