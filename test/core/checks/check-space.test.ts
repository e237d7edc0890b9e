import { checkSpace as checkMessages } from '../../../src/core/checks/check-space';
import { unreadable } from '../../../src/core/checks/check';
import { spaceOf } from '../builders';
import { bad, factsOf, good, typeOf } from './builders';
import { checkInEnglish } from '../../support/english';
import { type SpaceFacts } from '../../../src/core/checks/facts';

const checkSpace = (facts: SpaceFacts) => checkMessages(facts).map(checkInEnglish);
const of = (checks: ReturnType<typeof checkSpace>, what: string) =>
  checks.find((check) => check.what === what);
const project = { id: '100', name: 'Web shop', key: 'WEB', archived: false, issueTypes: [] };

test('a space in which nothing stands in the way is all green', () => {
  const checks = checkSpace(factsOf());
  expect(checks.map(({ what, result, detail }) => [what, result, detail])).toEqual([
    ['Space', 'ok', 'Web shop (WEB)'],
    [
      'What the app may do',
      'ok',
      'see issues, create issues, edit issues, move issues, comment, set due dates.',
    ],
    ['Issue type', 'ok', 'Bug'],
    ['Required fields', 'ok', undefined],
    ['Priority', 'ok', 'No priority is chosen for critical, high, medium, low, info: Jira sets its default.'],
    ['Due date field', 'ok', 'Due date'],
    ['A done status', 'ok', 'Resolved findings go to Done.'],
  ]);
});

describe('a project is the only check while it is a problem:', () => {
  test.each<[string, Parameters<typeof factsOf>[0], string, string]>([
    [
      'none is chosen',
      { space: spaceOf({ enabled: true }) },
      'No space is chosen.',
      'Choose a space under Team spaces, or switch this one off.',
    ],
    [
      'it is gone',
      { project: good(undefined) },
      'Web does not exist any more, or the app may not see it.',
      'Restore the space, give the role atlassian-addons-project-access the permission to browse it, or choose another one.',
    ],
    [
      'it is gone and known by its id only',
      { project: good(undefined), space: spaceOf({ project: { id: '100' } }) },
      '100 does not exist any more, or the app may not see it.',
      'Restore the space, give the role atlassian-addons-project-access the permission to browse it, or choose another one.',
    ],
    [
      'it is archived',
      { project: good({ ...project, archived: true }) },
      'Web shop is archived: nothing can be created or changed there.',
      'Restore the space from the archive, or choose another one.',
    ],
  ])('%s', (_, more, detail, fix) => {
    expect(checkSpace(factsOf(more))).toEqual([{ what: 'Space', result: 'problem', detail, fix }]);
  });
});

test('a project that cannot be read is not verified, and the rest is checked as far as it goes', () => {
  const checks = checkSpace(factsOf({ project: bad() }));
  expect(of(checks, 'Space')).toEqual({
    what: 'Space',
    result: 'unverified',
    detail: 'Jira refuses to tell the app: No.',
  });
  expect(of(checks, 'Issue type')).toEqual({ what: 'Issue type', result: 'ok', detail: 'Bug' });
});

describe('an issue type', () => {
  const fix = 'Choose another issue type under Team spaces, or add it to the space in Jira.';
  const checked = (id: string, name: string) =>
    checkSpace(factsOf({ types: [typeOf({ id, name })] })).filter((_, index) => index >= 2);

  test('that the project does not have ends its checks', () => {
    const detail = 'Epic does not exist in the space.';
    expect(checked('30', 'Epic')).toEqual([{ what: 'Issue type', result: 'problem', detail, fix }]);
  });

  test('of sub-tasks ends its checks', () => {
    const detail = 'Sub-task is a type of sub-tasks, which need a parent.';
    expect(checked('20', 'Sub-task')).toEqual([{ what: 'Issue type', result: 'problem', detail, fix }]);
  });

  test('is called as Jira calls it now', () => {
    expect(checked('10', 'Old name')[0]?.detail).toBe('Bug');
  });
});

test('checks of several issue types say which', () => {
  const checks = checkSpace(factsOf({ types: [typeOf(), typeOf({ id: '20', name: 'Task' })] }));
  expect(checks.map(({ what }) => what)).toEqual([
    'Space',
    'What the app may do',
    'Issue type (Bug)',
    'Required fields (Bug)',
    'Priority (Bug)',
    'Due date field (Bug)',
    'A done status (Bug)',
    'Issue type (Task)',
  ]);
});

describe('what could not be read', () => {
  test.each<[Parameters<typeof bad>[0], string, string | undefined]>([
    [{ kind: 'refused' }, 'Jira refuses to tell the app: No.', undefined],
    [
      { kind: 'limited', retryAfter: 1, reason: 'x' },
      'Jira limits the rate just now.',
      'Test again in a few minutes.',
    ],
    [{ kind: 'unknown', detail: 'time-out' }, 'Jira did not answer clearly: time-out', 'Test again.'],
  ])('because of %j is not verified', (failure, detail, fix) => {
    const result = bad(failure);
    const expected = { what: 'X', result: 'unverified', detail, ...(fix === undefined ? {} : { fix }) };
    expect(
      result.ok ? undefined : checkInEnglish(unreadable({ code: 'plain', text: 'X' }, result.failure)),
    ).toStrictEqual(expected);
  });
});
