import type { SlaState } from '../../../src/contract/sla-state';
import { calendarOf } from '../../../src/core/sla/calendar';
import { comingSteps, labelsTaken, stillTaken, takenOf } from '../../../src/core/sla/steps';
import { now } from '../builders';
import { withClocks } from './builders';

const { sla } = withClocks({
  assign: { days: { high: 1 }, count: 'working' },
  escalation: [
    { id: 'late', days: 1 },
    { id: 'soon', days: -2 },
    { id: 'nobody', clock: 'assign', days: 1 },
    { id: 'later', days: 0 },
  ],
});
const calendar = calendarOf(sla);
const coming = (state: SlaState, of = sla) =>
  comingSteps(state, 'critical', of, calendar).map(({ step, due, at }) => [
    step.id,
    due,
    new Date(at).toISOString().slice(0, 10),
  ]);

test('steps of both clocks come in the order of their days, each counted as its clock counts', () => {
  expect(coming({ fix: '2026-01-22', assign: '2026-01-23' })).toEqual([
    ['soon', '2026-01-22', '2026-01-20'],
    ['later', '2026-01-22', '2026-01-22'],
    ['late', '2026-01-22', '2026-01-23'],
    ['nobody', '2026-01-23', '2026-01-26'],
  ]);
});

test('of steps that come at one time the one that is longest before the day is first', () => {
  const { sla: same } = withClocks({
    escalation: [
      { id: 'b', days: 0 },
      { id: 'a', clock: 'assign', days: -3 },
    ],
  });
  expect(coming({ fix: '2026-01-19', assign: '2026-01-22' }, same).map(([id]) => id)).toEqual(['a', 'b']);
});

test('a step does not come for a clock that gives no day, or once it was taken', () => {
  const taken = { late: { due: '2026-01-22', clock: 'fix' as const } };
  expect(coming({ fix: '2026-01-22', taken }).map(([id]) => id)).toStrictEqual(['soon', 'later']);
});

test('a step of a clock that is switched off counts calendar days from the portal’s own day', () => {
  const { sla: off } = withClocks({ fix: undefined, escalation: [{ id: 'weekend', days: 2 }] });
  expect(coming({ fix: '2026-01-23' }, off)).toEqual([['weekend', '2026-01-23', '2026-01-25']]);
});

test.each([
  ['of a step that is gone', { gone: 'fix' }, { fix: '2030-01-01' }, ['gone']],
  ['of a clock that gives no day any more', { soon: 'fix' }, {}, ['soon']],
  ['for the same day, though it would come later now', { late: 'fix' }, { fix: '2026-01-15' }, ['late']],
  ['of the step itself, not of another', { late: 'fix', soon: 'fix' }, { fix: '2026-01-16' }, ['soon']],
  ['unless it is yet to come', { late: 'fix' }, { fix: '2030-01-01' }, undefined],
] as const)('what was taken stays taken %s', (_what, steps, days, left) => {
  const taken = Object.fromEntries(
    Object.entries(steps).map(([id, clock]) => [id, { due: '2026-01-15', clock }]),
  );
  const kept = stillTaken({ ...days, taken }, sla, calendar, now);
  expect(kept && Object.keys(kept)).toEqual(left);
});

test.each([
  ['of another severity', 'high', 'low', ['late']],
  ['of the same severity', 'high', 'high', undefined],
  ['whose severity an older version did not note', undefined, 'low', undefined],
  ['of a group, whose clock may be another finding’s', 'high', undefined, undefined],
] as const)('a step that is yet to come by a new day, taken of one %s', (_what, had, severity, left) => {
  const taken = {
    late: { due: '2026-01-15', clock: 'fix' as const, ...(had === undefined ? {} : { severity: had }) },
  };
  const kept = stillTaken({ fix: '2030-01-01', taken }, sla, calendar, now, severity);
  expect(kept && Object.keys(kept)).toEqual(left);
});

test('nothing was taken: nothing stays so', () => {
  expect(stillTaken({ fix: '2026-01-16' }, sla, calendar, now)).toBeUndefined();
});

test('of a step that tells nobody nothing is told', () => {
  const label = { kind: 'label', label: 'late' } as const;
  const step = { id: 'a', clock: 'assign', days: 1, do: [label] } as const;
  expect(takenOf({ ...step, do: [label] }, '2026-01-22', 'high')).toStrictEqual({
    due: '2026-01-22',
    severity: 'high',
    clock: 'assign',
  });
  expect(takenOf({ ...step, do: [label, { kind: 'tell' }] }, '2026-01-22', 'high').tells).toBe(
    'finding.overdue',
  );
});

test('labels of steps that were taken are theirs, and of no other', () => {
  const { sla: labels } = withClocks({
    escalation: [
      {
        id: 'a',
        days: 0,
        do: [{ kind: 'label', label: 'one' }, { kind: 'tell' }, { kind: 'label', label: 'two' }],
      },
      { id: 'b', days: 0, do: [{ kind: 'label', label: 'three' }] },
      { id: 'c', days: 0, do: [{ kind: 'comment', text: 'Late.', label: 'four' }] },
    ],
  });
  const taken = { a: { due: 'x', clock: 'fix' as const }, c: { due: 'x', clock: 'fix' as const } };
  expect(labelsTaken({ taken }, labels)).toStrictEqual(['one', 'two']);
  expect(labelsTaken({}, labels)).toStrictEqual([]);
});
