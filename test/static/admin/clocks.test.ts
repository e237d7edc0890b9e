import { ActionKind, EscalationStep } from '../../../src/contract/sla';
import {
  daysOn,
  newAction,
  newClock,
  newStep,
  sideOf,
  sides,
  withDaysFor,
} from '../../../static/admin/src/logic/clocks';

test('an emptied field takes the severity off the clock, and a number puts it on', () => {
  const clock = newClock('fix');
  expect(withDaysFor(clock, 'high', Number.NaN).days).toEqual({ critical: 7, medium: 90, low: 180 });
  expect(withDaysFor(clock, 'info', 0).days.info).toBe(0);
});

test.each(sides)('a step that is put "%s" is there, however many days it was away', (side) => {
  for (const days of [-5, 0, 5, Number.NaN]) expect(sideOf(daysOn(side, days))).toBe(side);
  expect(Math.abs(daysOn('after', -5))).toBe(5);
});

test('a new step is complete, and no two have one id', () => {
  const [one, other] = [newStep('fix', 'Please look'), newStep('fix', 'Please look')];
  expect(EscalationStep.parse(one)).toEqual(one);
  expect(one.id).not.toBe(other.id);
});

test('an action that becomes another kind keeps nothing of what it was', () => {
  expect(ActionKind.options.map((kind) => Object.keys(newAction(kind, 'x')))).toEqual([
    ['kind', 'text'],
    ['kind'],
    ['kind'],
    ['kind'],
    ['kind'],
  ]);
});
