import fc from 'fast-check';
import { Task, type TaskMark } from '../../../src/contract/tasks';
import { dateIn, isoWeek } from '../../../src/core/data/dates';
import { dueTurns, findingOfTurn, nextTurns } from '../../../src/core/tasks/due-tasks';
import { occurrences } from '../../../src/core/tasks/occurrences';

const hour = 3_600_000;
const task = (more: Record<string, unknown> = {}) =>
  Task.parse({
    id: 'review',
    name: 'Review',
    product: 'shop',
    title: 'Review access',
    every: 'month',
    ...more,
  });

test.each([
  ['day', 1, '2026-11-26', '2026-11-26'],
  ['week', 4, '2026-W48', '2026-11-26'],
  ['week', 1, '2026-W49', '2026-11-30'],
  ['month', 31, '2026-11', '2026-11-30'],
  ['quarter', 31, '2027-Q1', '2027-01-31'],
  ['year', 15, '2027', '2027-01-15'],
] as const)('every %s on %i comes next as %s on %s', (every, on, period, date) => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  expect(nextTurns(task({ every, on }), now)[0]).toEqual({ period, date });
  expect(nextTurns(task({ every, on }), now)).toHaveLength(5);
});

test.each([
  ['2026-12-31', '2026-W53'],
  ['2027-01-01', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
])('the ISO week of %s is %s', (date, week) => {
  expect(isoWeek(date)).toBe(week);
});

test('the day begins at midnight of the time zone, over daylight saving too', () => {
  const zone = 'Europe/Berlin';
  expect(dateIn(zone, Date.parse('2026-03-28T22:59:59Z'))).toBe('2026-03-28');
  expect(dateIn(zone, Date.parse('2026-03-28T23:00:00Z'))).toBe('2026-03-29');
  expect(dateIn(zone, Date.parse('2026-03-29T21:59:59Z'))).toBe('2026-03-29');
  expect(dateIn(zone, Date.parse('2026-03-29T22:00:00Z'))).toBe('2026-03-30');
});

/** Looks at a task at these moments and answers the turns in the order they were made. */
function looks(tasks: readonly Task[], moments: readonly number[]): string[] {
  let mark: TaskMark | undefined;
  return moments.flatMap((at, index) => {
    const due = dueTurns(tasks[index % tasks.length] ?? task(), mark, at);
    mark = due.mark;
    return due.turns.map(({ period }) => period);
  });
}

const start = Date.parse('2026-01-15T09:00:00Z');
const schedules = fc.record({
  every: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
  on: fc.integer({ min: 1, max: 7 }),
  timeZone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Pacific/Apia',
    'Australia/Lord_Howe',
  ),
});

test('each turn is made once and none is left out, however irregularly the schedule runs', () => {
  fc.assert(
    fc.property(
      schedules,
      fc.array(fc.integer({ min: 1, max: 800 }), { maxLength: 30 }),
      (schedule, pauses) => {
        const one = task(schedule);
        const moments = [start];
        for (const hours of pauses) moments.push((moments.at(-1) ?? 0) + hours * hour);
        // Fifty a look at most: the last look comes as often as it needs.
        const end = moments.at(-1) ?? start;
        const made = looks([one], [...moments, ...Array<number>(20).fill(end)]);
        const wanted = occurrences(one, dateIn(one.timeZone, start), dateIn(one.timeZone, end), 10_000);
        expect(made).toEqual(wanted.map(({ period }) => period));
      },
    ),
  );
});

test('a task moved to an earlier day of the month does not lose that month', () => {
  const [late, early] = [task({ on: 20 }), task({ on: 5 })];
  const at = (day: string) => Date.parse(`2026-02-${day}T12:00:00Z`);
  const moments = [start, at('04'), at('06'), at('07')];
  expect(looks([late, late, early, early], moments)).toEqual(['2026-01', '2026-02']);
});

test('a task that is switched off makes up for nothing when it is switched on again', () => {
  const off = task({ every: 'day', enabled: false });
  const on = task({ every: 'day' });
  expect(looks([on, off, on], [start, start + 240 * hour, start + 264 * hour])).toEqual([
    '2026-01-15',
    '2026-01-25',
    '2026-01-26',
  ]);
});

test('a turn is a finding with its period in its id and title and the days to its due date', () => {
  const turn = { period: '2026-01', date: '2026-01-31' };
  const plain = {
    id: 'task:review:2026-01',
    product: 'shop',
    title: 'Review access (2026-01)',
    severity: task().severity,
    kind: 'scheduled_task',
    status: 'verified',
  };
  expect(findingOfTurn(task(), turn)).toEqual(plain);
  expect(findingOfTurn(task({ dueInDays: 10, description: 'All of them.' }), turn)).toEqual({
    ...plain,
    description: 'All of them.',
    dueDate: '2026-02-10',
  });
});

test.each([
  ['day', 1, ['2026-01-30', '2026-01-31', '2026-02-01']],
  ['week', 7, ['2026-W05', '2026-W06', '2026-W07']],
  ['month', 31, ['2026-01', '2026-02', '2026-03']],
  ['quarter', 31, ['2026-Q1', '2026-Q2', '2026-Q3']],
  ['year', 31, ['2026', '2027', '2028']],
] as const)('every %s has a turn of its own: %j %j', (every, on, periods) => {
  const found = occurrences({ every, on }, '2026-01-30', '2030-01-01', 3);
  expect(found.map(({ period }) => period)).toEqual(periods);
});

test('a turn that comes after the last day asked for is not among them', () => {
  const found = occurrences({ every: 'month', on: 20 }, '2026-01-20', '2026-02-19', 10);
  expect(found).toEqual([{ period: '2026-01', date: '2026-01-20' }]);
});

test.each([
  [{ every: 'week', on: 8 }, 'on'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ id: 'a b' }, 'id'],
])('a task with %j is refused, naming %s', (more, path) => {
  const read = Task.safeParse({ ...task(), ...more });
  expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
});
