import { silentFor } from '../../../static/admin/src/logic/silence';

const day = 24 * 60 * 60_000;
const now = 100 * day;
const since = (days: number) => ({ enabled: true, paused: false, lastCallAt: now - days * day });

test('a portal that used to call is silent after a week', () => {
  expect(silentFor(since(6.9), now)).toBeUndefined();
  expect(silentFor(since(7), now)).toBe(7);
  expect(silentFor(since(30.5), now)).toBe(30);
});

test('whoever was never there, is switched off or paused does not have to call', () => {
  expect(silentFor({ enabled: true, paused: false }, now)).toBeUndefined();
  expect(silentFor({ ...since(30), enabled: false }, now)).toBeUndefined();
  expect(silentFor({ ...since(30), paused: true }, now)).toBeUndefined();
});
