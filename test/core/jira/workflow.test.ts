import fc from 'fast-check';
import {
  candidates,
  findPath,
  type StatusCategory,
  statusName,
  type Target,
  type Workflow,
} from '../../../src/core/jira/workflow';

const workflow: Workflow = {
  initial: 'todo',
  statuses: [
    { id: 'todo', name: 'To do', category: 'new' },
    { id: 'doing', name: 'In progress', category: 'indeterminate' },
    { id: 'review', name: 'Review', category: 'indeterminate' },
    { id: 'done', name: 'Done', category: 'done' },
    { id: 'closed', name: 'Closed', category: 'done' },
    { id: 'island', name: 'Island', category: 'done' },
  ],
  transitions: [
    { id: '1', name: 'Start', from: ['todo'], to: 'doing' },
    { id: '2', name: 'Hand in', from: ['doing'], to: 'review' },
    { id: '3', name: 'Finish', from: ['doing', 'review'], to: 'done' },
    { id: '4', name: 'Close', from: ['done'], to: 'closed' },
    { id: '5', name: 'Stop', to: 'todo' },
    { id: '6', name: 'Nowhere', from: [], to: 'island' },
  ],
};

function wayTo(from: string, target: Target): string {
  const path = findPath(workflow, from, target);
  return path ? `${path.steps.map(({ id }) => id).join(' ')} > ${path.target}` : 'none';
}

describe('the way through a workflow', () => {
  test.each<[string, string, Target, string]>([
    ['one step', 'todo', { statuses: ['doing'] }, '1 > doing'],
    ['two steps, the shorter way', 'todo', { statuses: ['done'] }, '1 3 > done'],
    ['three steps', 'todo', { statuses: ['closed'] }, '1 3 4 > closed'],
    ['a global transition', 'closed', { statuses: ['todo'] }, '5 > todo'],
    ['nothing to do', 'doing', { statuses: ['doing'] }, ' > doing'],
    ['out of reach', 'todo', { statuses: ['island'] }, 'none'],
    ['a status that does not exist', 'todo', { statuses: ['gone'] }, 'none'],
    [
      'the preferred status, though another is nearer',
      'doing',
      { statuses: ['closed', 'done'] },
      '3 4 > closed',
    ],
    ['the next best where the best is out of reach', 'todo', { statuses: ['island', 'done'] }, '1 3 > done'],
    [
      'any of a category in the order of the workflow',
      'todo',
      { statuses: [], orAnyOf: ['done'] },
      '1 3 > done',
    ],
    [
      'a category where the named one is out of reach',
      'todo',
      { statuses: ['island'], orAnyOf: ['done'] },
      '1 3 > done',
    ],
    ['several categories', 'done', { statuses: [], orAnyOf: ['new', 'indeterminate'] }, '5 > todo'],
    ['staying in any status of the category', 'closed', { statuses: [], orAnyOf: ['done'] }, ' > closed'],
    [
      'the named one rather than staying',
      'closed',
      { statuses: ['done'], orAnyOf: ['done'] },
      '5 1 3 > done',
    ],
    [
      'staying where the named one is out of reach',
      'closed',
      { statuses: ['island'], orAnyOf: ['done'] },
      ' > closed',
    ],
    [
      'not staying in a status of no wanted category',
      'doing',
      { statuses: [], orAnyOf: ['done'] },
      '3 > done',
    ],
    ['no wish', 'todo', { statuses: [] }, 'none'],
    ['an unknown start, by global transitions only', 'unknown', { statuses: ['doing'] }, '5 1 > doing'],
  ])('%s', (_, from, target, expected) => {
    expect(wayTo(from, target)).toBe(expected);
  });
});

test('candidates are the named statuses and then those of the categories, each once', () => {
  expect(candidates(workflow, { statuses: ['closed'], orAnyOf: ['done'] })).toEqual([
    'closed',
    'done',
    'island',
  ]);
  expect(candidates(workflow, { statuses: ['closed'] })).toEqual(['closed']);
  expect(candidates(workflow, { statuses: [], orAnyOf: ['indeterminate', 'new'] })).toEqual([
    'todo',
    'doing',
    'review',
  ]);
});

describe('any done status but a rejection', () => {
  const done = (...names: string[]): Workflow => ({
    statuses: names.map((name) => ({ id: name, name, category: 'done' })),
    transitions: names.map((name) => ({ id: name, name, to: name })),
  });
  const target: Target = { statuses: [], orAnyOf: ['done'], butNoRejection: true };

  test.each([
    'Rejected',
    'Won\u2019t do',
    "Won't fix",
    'WONT DO',
    'Declined',
    'Invalid',
    'Duplicate',
    'Cancelled',
    'Canceled',
    'Obsolete',
  ])('is not %s', (name) => {
    expect(candidates(done(name, 'Done'), target)).toEqual(['Done']);
    expect(candidates(done(name), { ...target, butNoRejection: false })).toEqual([name]);
  });

  test.each(['Done', 'Closed', 'Resolved', 'Fixed', 'Released'])('may be %s', (name) => {
    expect(candidates(done(name), target)).toEqual([name]);
  });

  test('is left for one that is none, though the issue is in a rejection', () => {
    expect(findPath(done('Rejected', 'Done'), 'Rejected', target)?.target).toBe('Done');
    expect(findPath(done('Rejected'), 'Rejected', target)).toBeUndefined();
  });

  test('may be a rejection that was chosen by name', () => {
    expect(candidates(done('Rejected', 'Done'), { ...target, statuses: ['Rejected'] })).toEqual([
      'Rejected',
      'Done',
    ]);
  });
});

test('a status is called by its name, else by its id', () => {
  expect(statusName(workflow, 'review')).toBe('Review');
  expect(statusName(workflow, 'gone')).toBe('gone');
  expect(statusName(undefined, 'review')).toBe('review');
});

const ids = ['a', 'b', 'c', 'd', 'e'];
const anyId = fc.constantFrom(...ids);
const anyCategory = fc.constantFrom<StatusCategory>('new', 'indeterminate', 'done');
const anyWorkflow: fc.Arbitrary<Workflow> = fc.record({
  statuses: fc.tuple(...ids.map((id) => anyCategory.map((category) => ({ id, name: id, category })))),
  transitions: fc
    .array(fc.record({ from: fc.option(fc.uniqueArray(anyId), { nil: undefined }), to: anyId }), {
      maxLength: 10,
    })
    .map((list) =>
      list.map(({ from, to }, index) => ({ id: String(index), name: '', to, ...(from ? { from } : {}) })),
    ),
});
const anyTarget: fc.Arbitrary<Target> = fc.record({
  statuses: fc.uniqueArray(anyId, { maxLength: 2 }),
  orAnyOf: fc.uniqueArray(anyCategory, { maxLength: 2 }),
});

/** Statuses that are that many steps away or fewer, found by trying every step. */
function within(steps: number, { transitions }: Workflow, from: string): Set<string> {
  const reached = new Set([from]);
  for (let step = 0; step < steps; step += 1) {
    const next = transitions.filter((one) => !one.from || one.from.some((status) => reached.has(status)));
    for (const { to } of next) reached.add(to);
  }
  return reached;
}

describe('in any workflow', () => {
  test('a path can be walked from where the issue is to a candidate', () => {
    fc.assert(
      fc.property(anyWorkflow, anyId, anyTarget, (any, from, target) => {
        const path = findPath(any, from, target);
        if (!path) return;
        let at = from;
        for (const step of path.steps) {
          expect(any.transitions).toContain(step);
          if (step.from) expect(step.from).toContain(at);
          at = step.to;
        }
        expect(at).toBe(path.target);
        expect(candidates(any, target)).toContain(path.target);
      }),
      { numRuns: 500 },
    );
  });

  test('a path is as short as trying every step finds it, and missing only where there is none', () => {
    fc.assert(
      fc.property(anyWorkflow, anyId, anyTarget, (any, from, target) => {
        const reachable = candidates(any, target).filter((id) => within(ids.length, any, from).has(id));
        const path = findPath(any, from, target);
        if (!path) {
          expect(reachable).toEqual([]);
          return;
        }
        const stays = reachable.includes(from) && !target.statuses.includes(reachable[0] ?? '');
        expect(path.target).toBe(stays ? from : reachable[0]);
        expect(within(path.steps.length, any, from).has(path.target)).toBe(true);
        if (path.steps.length > 0)
          expect(within(path.steps.length - 1, any, from).has(path.target)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
