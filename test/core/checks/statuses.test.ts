import { Closing } from '../../../src/contract/settings';
import type { SpaceFacts, TypeFacts } from '../../../src/core/checks/facts';
import { checkStatuses } from '../../../src/core/checks/statuses';
import { settingsOf, spaceOf } from '../builders';
import { bad, factsOf, good, graphOf, typeOf } from './builders';
import { checkInEnglish } from '../../support/english';

type SpaceInput = Parameters<typeof spaceOf>[0];
const resolved = { resolvedStatus: { id: '2', name: 'Done' } };
const checked = (space: SpaceInput, more: Partial<SpaceFacts> = {}, type: Partial<TypeFacts> = {}) =>
  checkStatuses(factsOf({ space: spaceOf(space), ...more }), typeOf(type))
    .map(checkInEnglish)
    .map(({ what, result, detail, fix }) => [what, result, detail, fix]);

test('without the graph nothing is said to be fine', () => {
  expect(
    checkStatuses(factsOf({ space: spaceOf(resolved) }), typeOf({ workflow: bad() })).map(checkInEnglish),
  ).toEqual([
    {
      what: 'Statuses',
      result: 'unverified',
      detail:
        'Jira does not show the workflow to the app, so nobody can say whether the statuses can be reached.',
      fix: 'Give the role atlassian-addons-project-access the permission to view the workflow (read-only) in the space.',
    },
  ]);
});

describe('a status', () => {
  test('that can be reached is fine', () => {
    expect(checked(resolved)).toEqual([['Status Done', 'ok', 'For resolved findings.', undefined]]);
  });

  test('that no transition leads to is a problem, called as Jira calls it', () => {
    expect(checked({ ...resolved, rejectedStatus: { id: '3', name: 'Old name' } })[1]).toEqual([
      'Status Old name',
      'problem',
      'No transitions lead from a new issue to Island; it is chosen for rejected findings.',
      'Add a transition in Jira, or choose another status under Team spaces.',
    ]);
  });

  test('that the workflow does not have is a problem', () => {
    expect(checked({ resolvedStatus: { id: '9' } })).toEqual([
      [
        'Status 9',
        'problem',
        'The workflow has no status 9; it is chosen for resolved findings.',
        'Choose another status under Team spaces, or add it to the workflow in Jira.',
      ],
    ]);
  });

  test('is not verified where nobody knows where issues start', () => {
    const workflow = good({ statuses: graphOf().statuses, transitions: graphOf().transitions });
    expect(checked(resolved, {}, { workflow })).toEqual([
      ['Status Done', 'unverified', 'Jira does not tell where new issues start in this workflow.', undefined],
    ]);
    expect(checked({}, {}, { workflow })).toEqual([]);
  });

  test('is checked once, with everything that asks for it', () => {
    const statuses = {
      risk_rated: {
        jira: [
          { id: '2', name: 'Done' },
          { id: '1', name: 'To do' },
        ],
        direction: 'both' as const,
      },
      verified: { jira: [{ id: '2', name: 'Done' }], direction: 'to_jira' as const },
      assigned: { jira: [{ id: '3', name: 'Island' }], direction: 'to_portal' as const },
    };
    expect(checked({ ...resolved, rejectedStatus: { id: '2', name: 'Done' }, statuses })).toEqual([
      [
        'Status Done',
        'ok',
        'For risk rated findings, verified findings, resolved findings, rejected findings.',
        undefined,
      ],
      ['Status To do', 'ok', 'For risk rated findings.', undefined],
    ]);
  });

  test('that the same findings ask for twice is told once', () => {
    const statuses = { resolved: { jira: [{ id: '2', name: 'Done' }], direction: 'both' as const } };
    expect(checked({ ...resolved, statuses })).toEqual([
      ['Status Done', 'ok', 'For resolved findings.', undefined],
    ]);
  });

  test('without an id is told apart by its name', () => {
    expect(
      checked({ resolvedStatus: { name: 'A' }, rejectedStatus: { name: 'B' } }).map(([what]) => what),
    ).toEqual(['Status A', 'Status B']);
  });
});

describe('the status for closing', () => {
  const closing = (more: object) =>
    settingsOf({ closing: Closing.parse({ status: { id: '1', name: 'To do' }, ...more }) });

  test('is checked in the security space while closing is on', () => {
    const asked = ['Status To do', 'ok', 'For closing after the product issue.', undefined];
    expect(checked(resolved, { role: 'security', settings: closing({}) })).toContainEqual(asked);
    const shared = closing({ status: { id: '2', name: 'Done' } });
    expect(checked(resolved, { role: 'security', settings: shared })).toEqual([
      ['Status Done', 'ok', 'For resolved findings, closing after the product issue.', undefined],
    ]);
    expect(checked(resolved, { role: 'product', settings: closing({}) })).toHaveLength(1);
    expect(checked(resolved, { role: 'security', settings: closing({ enabled: false }) })).toHaveLength(1);
    expect(checked(resolved, { role: 'security', settings: closing({ status: null }) })).toHaveLength(1);
  });
});

describe('where no status is chosen for resolved findings', () => {
  test('any done status that can be reached will do', () => {
    expect(checked({})).toEqual([['A done status', 'ok', 'Resolved findings go to Done.', undefined]]);
  });

  test('a workflow without one is a problem', () => {
    const workflow = good(graphOf({ transitions: [] }));
    expect(checked({}, {}, { workflow })).toEqual([
      [
        'A done status',
        'problem',
        'The workflow has no reachable status of the category Done, so resolved findings stay open in Jira.',
        'Add a done status and a transition to it in Jira.',
      ],
    ]);
  });
});
