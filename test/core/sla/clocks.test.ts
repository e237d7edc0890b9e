import { Sla } from '../../../src/contract/sla';
import type { SlaState } from '../../../src/contract/sla-state';
import { severities } from '../../../src/contract/finding';
import { calendarOf } from '../../../src/core/sla/calendar';
import { clockDays, type Timed } from '../../../src/core/sla/clocks';
import { slaOf } from '../../../src/core/sla/sla-of';
import { clocksOf, withStandstill } from '../../../src/core/sla/standstill';
import { comingSteps, stillTaken, takenOf } from '../../../src/core/sla/steps';
import { raised } from '../../../src/core/sla/raise';
import { sharesOf, worstFirst } from '../../../src/core/sla/spread';
import fc from 'fast-check';
import { dayMs, issueOf, now, recordOf, settingsOf } from '../builders';

const finding: Timed = {
  severity: 'high',
  kind: 'vulnerability',
  product: 'shop',
  createdAt: now,
  firstSeen: undefined,
};
const days = (sla: unknown, more: Partial<Timed> = {}, state: SlaState = {}) => {
  const read = Sla.parse(sla);
  return clockDays(read, calendarOf(read), { ...finding, ...more }, state);
};

test.each([
  ['by severity', { fix: { days: { high: 7 } } }, {}, {}, '2026-01-22'],
  ['not for a severity without days', { fix: { days: { low: 7 } } }, {}, {}, undefined],
  ['in working days', { fix: { days: { high: 7 }, count: 'working' } }, {}, {}, '2026-01-26'],
  [
    'from when the portal first saw it',
    { fix: { days: { high: 7 } } },
    { firstSeen: '2026-01-01T23:30:00Z' },
    {},
    '2026-01-08',
  ],
  [
    'in the time zone',
    { timeZone: 'Asia/Tokyo', fix: { days: { high: 7 } } },
    { firstSeen: '2026-01-01T23:30:00Z' },
    {},
    '2026-01-09',
  ],
  [
    'from when it was created',
    { fix: { days: { high: 7 }, from: 'created' } },
    { firstSeen: '2026-01-01T23:30:00Z' },
    {},
    '2026-01-22',
  ],
  [
    'the earlier of the two where the portal sends none',
    { fix: { days: { high: 7 }, dueDate: 'earlier' } },
    {},
    {},
    '2026-01-22',
  ],
  [
    'for its kind',
    { fix: { days: { high: 7 }, kinds: ['vulnerability'], products: [] } },
    {},
    {},
    '2026-01-22',
  ],
  ['that the portal sends without a clock', {}, {}, { own: '2026-03-01' }, '2026-03-01'],
  ['not for another kind', { fix: { days: { high: 7 }, kinds: ['security_incident'] } }, {}, {}, undefined],
  ['not for another product', { fix: { days: { high: 7 }, products: ['blog'] } }, {}, {}, undefined],
  ['not over the portal’s own', { fix: { days: { high: 7 } } }, {}, { own: '2026-03-01' }, '2026-03-01'],
  [
    'the earlier of the two',
    { fix: { days: { high: 7 }, dueDate: 'earlier' } },
    {},
    { own: '2026-03-01' },
    '2026-01-22',
  ],
  [
    'the portal’s own where that is earlier',
    { fix: { days: { high: 7 }, dueDate: 'earlier' } },
    {},
    { own: '2026-01-20' },
    '2026-01-20',
  ],
  [
    'later by the days that it stood still',
    { fix: { days: { high: 7 } } },
    {},
    { stood: { calendar: 3, working: 1 } },
    '2026-01-25',
  ],
] as const)('the fix clock gives the due date %s', (_what, sla, more, state, due) => {
  expect(days(sla, more, state).fix).toBe(due);
});

test('only clocks that are set and have days for a finding give a day', () => {
  expect(days({ assign: { days: { high: 1 } } })).toStrictEqual({ assign: '2026-01-16' });
  expect(days({ fix: { days: { low: 1 } }, assign: { days: { low: 1 } } })).toStrictEqual({});
});

test('worse findings have no later day than those with more days, whatever the calendar', () => {
  const five = fc.uniqueArray(fc.nat({ max: 400 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(five, fc.constantFrom('calendar', 'working'), (some, count) => {
      const sorted = [...some].sort((a, b) => a - b);
      const clock = {
        days: Object.fromEntries(severities.map((name, index) => [name, sorted[index]])),
        count,
      };
      const dates = severities.map((severity) => days({ fix: clock }, { severity }).fix ?? '');
      expect(dates).toEqual([...dates].sort());
    }),
    { numRuns: 50 },
  );
});

const settings = settingsOf({
  sla: Sla.parse({
    fix: { days: { high: 7, critical: 1 } },
    escalation: [
      { id: 'soon', days: -2, do: [{ kind: 'tell' }] },
      { id: 'late', days: 1, do: [{ kind: 'tell' }] },
    ],
  }),
});
const calendar = calendarOf(settings.sla);

test('clocks stand still while a risk is accepted, and get its days afterwards', () => {
  const open = recordOf({ issues: { product: issueOf() } });
  const sla = slaOf({ ...open, createdAt: now }, undefined, settings, calendar, now) ?? {};
  const accepted = {
    ...open,
    createdAt: now,
    sla,
    facts: { ...open.facts, status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-20' },
  };
  expect(clocksOf(accepted, settings, now)).toBe('still');
  const stopped = withStandstill(open, accepted, settings, now);
  expect(stopped.sla?.acceptedSince).toBe(now);
  const over = now + 10 * dayMs;
  expect(clocksOf(accepted, settings, over)).toBe('run');
  const runs = withStandstill(stopped, stopped, settings, over);
  expect(runs.sla?.stood).toEqual({ calendar: 6, working: 4 });
  expect(runs.todo?.escalate).toBe(over);
  expect(slaOf(runs, undefined, settings, calendar, over)?.fix).toBe('2026-01-28');
});

test('what is resolved has no next step, and open again it has', () => {
  const sla: SlaState = { fix: '2026-01-22' };
  const resolved = recordOf({ sla, facts: { ...recordOf().facts, status: 'resolved' } });
  const open = recordOf({ sla });
  expect(clocksOf(resolved, settings, now)).toBe('over');
  expect(withStandstill(resolved, open, settings, now).todo?.escalate).toBe(now);
  expect(withStandstill(open, open, settings, now).todo).toBeUndefined();
});

test.each([
  ['an earlier day', '2026-01-10', ['soon']],
  ['the same day', '2026-01-16', ['soon']],
  ['a later day whose step has come already', '2026-01-17', ['soon']],
  ['a later day whose step is yet to come', '2026-01-18', []],
])(
  'a step that was taken stays taken for %s, and comes again only once it is yet to come',
  (_what, fix, taken) => {
    const state: SlaState = { fix, taken: { soon: { due: '2026-01-16', clock: 'fix' } } };
    expect(Object.keys(stillTaken(state, settings.sla, calendar, now) ?? {})).toEqual(taken);
  },
);

test('steps come at the beginning of their day, each severity a minute after the worse one', () => {
  const coming = (severity: 'critical' | 'high') =>
    comingSteps({ fix: '2026-01-22' }, severity, settings.sla, calendar).map(({ step, at }) => [
      step.id,
      new Date(at).toISOString(),
    ]);
  expect(coming('critical')).toEqual([
    ['soon', '2026-01-20T00:00:00.000Z'],
    ['late', '2026-01-23T00:00:00.000Z'],
  ]);
  expect(coming('high')[0]).toEqual(['soon', '2026-01-20T00:01:00.000Z']);
});

test('before the day and on it the portal hears that it is due soon, after it that it is overdue', () => {
  const tells = (days: number) =>
    takenOf({ id: 'a', clock: 'fix', days, do: [{ kind: 'tell' }] }, '2026-01-22', 'high').tells;
  expect([-3, 0, 1].map(tells)).toEqual(['finding.due_soon', 'finding.due_soon', 'finding.overdue']);
});

test.each([
  ['by one', '3', undefined, '2'],
  ['not above the highest', '1', undefined, undefined],
  ['up to one', '4', '2', '2'],
  ['up to the highest', '2', undefined, '1'],
  ['not where it is there already', '2', '2', undefined],
  ['not from one that the project does not have', '9', undefined, undefined],
  ['not from one that it does not have to one that it has', '9', '1', undefined],
  ['not down to one', '1', '2', undefined],
  ['not to one that the project does not have', '3', '9', undefined],
  ['to one where there is none', undefined, '2', '2'],
  ['not by one where there is none', undefined, undefined, undefined],
])('a priority is raised %s', (_what, current, to, wanted) => {
  expect(raised(current, ['1', '2', '3', '4'], to)).toBe(wanted);
});

test('what an hour allows goes to the worst findings', () => {
  const some = [{ severity: 'low' }, { severity: 'critical' }, { severity: 'high' }] as const;
  expect(worstFirst(some).map(({ severity }) => severity)).toEqual(['critical', 'high', 'low']);
  expect(sharesOf([2, 2, 2], 3)).toEqual([2, 1, 0]);
});
