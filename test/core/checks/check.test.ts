import type { JiraFailure } from '../../../src/core/jira/failure';
import { ok, unreadable, unverified } from '../../../src/core/checks/check';

const what = { code: 'aboutProject' } as const;

test('a check without more to say has no more to it', () => {
  expect(ok(what)).toStrictEqual({ what, result: 'ok' });
  const detail = { code: 'startUnknown' } as const;
  expect(unverified(what, detail)).toStrictEqual({ what, result: 'unverified', detail });
});

test.each<[string, JiraFailure, object]>([
  [
    'what Jira refuses with words is told in them',
    { kind: 'refused', status: 403, messages: ['No.'], fields: {} },
    { detail: { code: 'untold', said: 'No.' } },
  ],
  [
    'what Jira refuses without a word is told by its number',
    { kind: 'refused', status: 404, messages: [], fields: {} },
    { detail: { code: 'untoldSilently', status: 404 } },
  ],
  [
    'what a limit keeps back is to be asked later',
    { kind: 'limited', retryAfter: 5, reason: 'jira-burst-based' },
    { detail: { code: 'limitedNow' }, fix: { code: 'testLater' } },
  ],
  [
    'what was not answered clearly is to be asked again',
    { kind: 'unknown', detail: 'time-out' },
    { detail: { code: 'unclearAnswer', detail: 'time-out' }, fix: { code: 'testAgain' } },
  ],
])('%s, and never shown green', (_, failure, said) => {
  expect(unreadable(what, failure)).toStrictEqual({ what, result: 'unverified', ...said });
});
