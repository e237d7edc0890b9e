import type { LinkRecord } from '../../../src/contract/link-record';
import { clocksOf, stoodAfter, withStandstill } from '../../../src/core/sla/standstill';
import { dayMs, now, recordOf } from '../builders';
import { withClocks } from './builders';

const settings = withClocks();
const end = Date.parse('2026-01-21T00:00:00Z');
const withStatus = (status: string, acceptedUntil?: string, more: Partial<LinkRecord> = {}) =>
  ({ ...recordOf(), facts: { ...recordOf().facts, status, acceptedUntil }, ...more }) as LinkRecord;
const decidedUntil = (until: string | undefined, kind: 'accepted' | 'rejected' = 'accepted') =>
  ({ kind, role: 'product', at: 1, event: 'e', until }) as const;
const accepted = 'temporarily_risk_accepted';

test.each([
  ['open', withStatus('assigned'), 'run'],
  ['of a status that nobody knows any more', withStatus('taken_away'), 'run'],
  ['resolved', withStatus('resolved'), 'over'],
  ['rejected', withStatus('rejected'), 'over'],
  ['accepted for good', withStatus(accepted), 'still'],
  ['accepted by its portal', withStatus(accepted, '2026-01-20'), 'still'],
  ['what Jira meant', { ...recordOf(), hearing: { meant: { status: 'resolved', event: 'e' } } }, 'over'],
  [
    'rejected by people',
    withStatus('verified', undefined, { decided: decidedUntil(undefined, 'rejected') }),
    'over',
  ],
])('the clocks of a finding that is %s: %#', (_what, record, clocks) => {
  expect(clocksOf(record, settings, end - 1)).toBe(clocks);
});

test.each([
  ['its portal’s day', withStatus(accepted, '2026-01-20')],
  [
    'the day of people’s decision',
    withStatus('verified', '2030-01-01', { decided: decidedUntil('2026-01-20') }),
  ],
  [
    'the portal’s day where it agrees',
    withStatus(accepted, '2026-01-20', { decided: decidedUntil('2030-01-01') }),
  ],
])('an acceptance holds to the end of %s', (_what, record) => {
  expect(clocksOf(record, settings, end - 1)).toBe('still');
  expect(clocksOf(record, settings, end)).toBe('run');
});

test('clocks that stand still remember since when, those that run for how long they stood', () => {
  const stands = withStatus(accepted);
  expect(stoodAfter({ own: 'x' }, stands, settings, now)).toEqual({ own: 'x', acceptedSince: now });
  expect(stoodAfter({ acceptedSince: 5 }, stands, settings, now)).toEqual({ acceptedSince: 5 });
  const runs = { own: 'x', stood: { calendar: 1, working: 1 } };
  expect(stoodAfter(runs, withStatus('verified'), settings, now)).toBe(runs);
  // From Thursday to Tuesday.
  const was = { ...runs, acceptedSince: now };
  expect(stoodAfter(was, withStatus('verified'), settings, now + 5 * dayMs)).toEqual({
    own: 'x',
    stood: { calendar: 6, working: 4 },
  });
});

test('clocks stood still no longer than the acceptance held, and never for less than no time', () => {
  const over = withStatus(accepted, '2026-01-17');
  const was = { acceptedSince: now };
  expect(stoodAfter(was, over, settings, now + 30 * dayMs).stood).toEqual({ calendar: 3, working: 2 });
  const before = withStatus(accepted, '2026-01-10');
  expect(stoodAfter(was, before, settings, now + 30 * dayMs).stood).toEqual({ calendar: 0, working: 0 });
});

describe('clocks are looked at anew', () => {
  const still = { ...withStatus(accepted), sla: { acceptedSince: now } } as LinkRecord;
  const open = { ...withStatus('verified'), sla: { fix: '2026-01-22' } } as LinkRecord;

  test.each([
    ['when they stood still and run again', undefined, { ...open, sla: { acceptedSince: now } }, now],
    ['when a finding that was over is open again', withStatus('resolved'), open, now],
    ['not while they stand still', undefined, still, undefined],
    [
      'not when a finding that was accepted is over',
      still,
      { ...still, facts: withStatus('resolved').facts },
      undefined,
    ],
    ['not when they ran before', open, open, undefined],
    ['not of a finding that is new', undefined, open, undefined],
    ['not before they are anyway', withStatus('resolved'), { ...open, todo: { escalate: 5 } }, 5],
  ] as [string, LinkRecord | undefined, LinkRecord, number | undefined][])(
    '%s',
    (_what, before, record, at) => {
      const after = withStandstill(before, { ...record, todo: { follow: 1, ...record.todo } }, settings, now);
      expect(after.todo).toStrictEqual({ follow: 1, ...(at !== undefined && { escalate: at }) });
    },
  );

  test('and those that no clock is about are left alone', () => {
    const record = withStatus('verified');
    expect(withStandstill(withStatus('resolved'), record, settings, now)).toBe(record);
  });
});
