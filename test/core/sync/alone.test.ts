import { Rule } from '../../../src/contract/rules';
import type { JiraFailure } from '../../../src/core/jira/failure';
import { issueProblem } from '../../../src/core/sync/hidden';
import { screenOfCause } from '../../../src/core/sync/screen-of-cause';
import { markOfRules, ruleOfTurn, waitsForTurn } from '../../../src/core/sync/turn';
import { issueOf } from '../builders';

const limited = { kind: 'limited', retryAfter: 5, reason: 'x' } as const;
const unknown = { kind: 'unknown', detail: 'x' } as const;

test.each<[string, JiraFailure, true | undefined]>([
  ['Jira answers with 5xx', { ...unknown, status: 503 }, true],
  ['Jira does not answer', unknown, undefined],
  ['somebody else changes the same', { ...limited, conflict: true, answered: true }, true],
  ['Jira limits this very call', { ...limited, answered: true }, true],
  ['Jira limits calls in general', { ...limited, answered: true, reason: 'jira-quota-global' }, undefined],
  ['the app held back by itself', limited, undefined],
  ['Jira refuses', { kind: 'refused', status: 400, messages: ['x'], fields: {} }, undefined],
])('where %s a failure may be a matter of one issue alone: %j', (_what, failure, alone) => {
  const problem = issueProblem(failure, issueOf(), 'changing');
  expect('alone' in problem ? problem.alone : undefined).toBe(alone);
});

test.each([
  ['required|10000/10001|summary', { projectId: '10000', issueTypeId: '10001' }],
  ['no-way|1/2', { projectId: '1', issueTypeId: '2' }],
  ['hidden|10000', undefined],
  ['rule 7|10000/10001', undefined],
  ['required|WEB/10001', undefined],
  ['required|10000/Bug', undefined],
  ['required|10000/10001x', undefined],
])('the cause %s is about a screen: %j', (cause, screen) => {
  expect(screenOfCause(cause)).toEqual(screen);
});

describe('rules whose day is full', () => {
  const rule = (more: object = {}) =>
    Rule.parse({ id: 'r', name: 'Rule', when: { all: [] }, then: {}, ...more });

  test('are known by the cause under which findings wait', () => {
    const { cause, reason } = waitsForTurn(rule(), 3);
    expect([ruleOfTurn(cause), reason]).toEqual(['r', { code: 'dayFull', rule: 'Rule', perDay: 3 }]);
    expect(ruleOfTurn('hidden|r')).toBeUndefined();
  });

  test('are the same rules however many a day they allow, and others once they decide otherwise', () => {
    const marks = [
      rule(),
      rule({ then: { cap: { perDay: 5 } } }),
      rule({ then: { create: 'none' } }),
      rule({ when: { any: [] } }),
      rule({ name: 'Another' }),
    ].map((one) => markOfRules([one]));
    expect(marks[1]).toBe(marks[0]);
    expect(new Set(marks).size).toBe(4);
  });
});
