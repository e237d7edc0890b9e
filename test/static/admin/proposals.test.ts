import { Space } from '../../../src/contract/settings';
import type { CreateFields, JiraStatus } from '../../../static/admin/src/jira/types';
import { proposeIssueType, proposePriorities, proposeRest } from '../../../static/admin/src/logic/proposals';

const named = (name: string) => ({ id: `id-${name}`, name });
const type = (name: string) => ({ ...named(name), subtask: false });
const status = (name: string, category: JiraStatus['category']): JiraStatus => ({ ...named(name), category });
const screen = (patch: Partial<CreateFields> = {}): CreateFields => ({
  dateFields: [],
  assignee: true,
  all: [],
  ...patch,
});
const space = (patch: Partial<Space> = {}) => ({ ...Space.parse({}), ...patch });

describe('the proposed issue type', () => {
  test('is one that speaks of vulnerabilities before one for bugs', () => {
    expect(proposeIssueType([type('Task'), type('Bug'), type('Vulnerability')], null)).toEqual(
      named('Vulnerability'),
    );
    expect(proposeIssueType([type('Story'), type('Task'), type('Bug')], null)).toEqual(named('Bug'));
  });

  test('is the first one when no name tells', () => {
    expect(proposeIssueType([type('Story'), type('Epic')], null)).toEqual(named('Story'));
  });

  test('stays what it is while the project has it, with its present name', () => {
    expect(proposeIssueType([type('Bug'), type('Task')], { id: 'id-Task', name: 'Old name' })).toEqual(
      named('Task'),
    );
  });

  test('is none in a project without issue types', () => {
    expect(proposeIssueType([], named('Bug'))).toBeNull();
  });
});

describe('proposed statuses', () => {
  const workflow = [
    status('To Do', 'new'),
    status("Won't do", 'done'),
    status('Done', 'done'),
    status('Risk accepted', 'done'),
  ];

  test('send resolved findings to what sounds fixed and rejected ones to what sounds refused', () => {
    const proposed = proposeRest(space(), workflow, screen());
    expect(proposed.resolvedStatus).toEqual(named('Done'));
    expect(proposed.rejectedStatus).toEqual(named("Won't do"));
  });

  test('use the same status for both when the workflow has only one ending', () => {
    const proposed = proposeRest(space(), [status('Open', 'new'), status('Finished', 'done')], screen());
    expect(proposed.resolvedStatus).toEqual(named('Finished'));
    expect(proposed.rejectedStatus).toEqual(named('Finished'));
  });

  test('never take a status that is not done for resolved findings', () => {
    expect(proposeRest(space(), [status('Done?', 'new')], screen()).resolvedStatus).toBeNull();
  });

  test('send accepted findings to a status that says so, and only where there is one', () => {
    const expected = { jira: [named('Risk accepted')], direction: 'to_jira' };
    const proposed = proposeRest(space(), workflow, screen()).statuses;
    expect(proposed).toEqual({ temporarily_risk_accepted: expected, permanently_risk_accepted: expected });
    expect(proposeRest(space(), workflow.slice(0, 3), screen()).statuses).toEqual({});
  });

  test('keep a mapping that is set, without the statuses that the project lost', () => {
    const statuses = {
      verified: { jira: [named('Gone'), named('To Do')], direction: 'both' as const },
      assigned: { jira: [named('Gone')], direction: 'both' as const },
    };
    const proposed = proposeRest(space({ statuses }), workflow.slice(0, 3), screen()).statuses;
    expect(proposed).toEqual({ verified: { jira: [named('To Do')], direction: 'both' } });
  });
});

describe('proposed priorities', () => {
  const scheme = (...names: string[]) => names.map(named);
  const names = (...list: string[]) =>
    Object.values(proposePriorities({ enabled: true, map: {} }, scheme(...list)).map).map((ref) => ref.name);

  test('go one by one through a scheme of five', () => {
    expect(names('Highest', 'High', 'Medium', 'Low', 'Lowest')).toEqual([
      'Highest',
      'High',
      'Medium',
      'Low',
      'Lowest',
    ]);
  });

  test('share the priorities of a shorter scheme and spread over a longer one', () => {
    expect(names('High', 'Medium', 'Low')).toEqual(['High', 'High', 'Medium', 'Medium', 'Low']);
    expect(names('Only')).toEqual(['Only', 'Only', 'Only', 'Only', 'Only']);
    expect(names('1', '2', '3', '4', '5', '6', '7', '8', '9', '10')).toEqual(['1', '3', '5', '7', '9']);
  });

  test('keep what is set and replace what the scheme does not have', () => {
    const current = { enabled: true, map: { critical: named('Low'), high: named('Gone') } };
    const { map } = proposePriorities(current, scheme('High', 'Medium', 'Low'));
    expect(map).toMatchObject({ critical: named('Low'), high: named('High') });
  });

  test('leave a project without priority alone', () => {
    const current = { enabled: true, map: { critical: named('High') } };
    expect(proposePriorities(current, undefined)).toBe(current);
  });
});

describe('other proposals', () => {
  test('keep the due date only in a field that the screen has, and never switch it on', () => {
    const dates = screen({ dateFields: [{ id: 'duedate', name: 'Due date' }, named('Fix until')] });
    expect(proposeRest(space(), [], dates).dueDateField).toEqual({ id: 'duedate', name: 'Due date' });
    expect(proposeRest(space({ dueDateField: named('Fix until') }), [], dates).dueDateField).toEqual(
      named('Fix until'),
    );
    expect(proposeRest(space(), [], screen()).dueDateField).toBeNull();
    expect(proposeRest(space({ dueDateField: null }), [], dates).dueDateField).toBeNull();
  });

  test('drop components and a security level that the project does not have', () => {
    const before = space({ components: [named('Backend'), named('Gone')], securityLevel: named('Gone') });
    const proposed = proposeRest(before, [], screen({ components: [named('Backend')], securityLevels: [] }));
    expect(proposed.components).toEqual([named('Backend')]);
    expect(proposed.securityLevel).toBeNull();
  });
});
