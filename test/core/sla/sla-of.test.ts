import type { LinkRecord } from '../../../src/contract/link-record';
import { calendarOf } from '../../../src/core/sla/calendar';
import { foresee, sumForeseen } from '../../../src/core/sla/foresee';
import { groupDays, withStandingMembers } from '../../../src/core/sla/group-clocks';
import { createdAtOf, escalateAt, ownDueDate, slaOf } from '../../../src/core/sla/sla-of';
import { todoAfterChange } from '../../../src/core/sla/todo-after-change';
import { claimedOf, dayMs, issueOf, now, recordOf, settingsOf } from '../builders';
import { groupOf, memberOf } from '../groups/builders';
import { withClocks } from './builders';

const settings = withClocks();
const calendar = calendarOf(settings.sla);
const off = settingsOf();
const withIssue = (more: Partial<LinkRecord> = {}) =>
  ({ ...recordOf({ createdAt: now, issues: { product: issueOf() } }), ...more }) as LinkRecord;
const factsOf = (more: Partial<LinkRecord['facts']>) => ({ ...recordOf().facts, ...more });
const taken = { soon: { due: '2026-01-16', clock: 'fix' as const } };

test.each([
  ['as it was noted', recordOf({ createdAt: 3, seenAt: 9 }), 3],
  ['at its first snapshot, as far as is known', recordOf({ seenAt: 9 }), 9],
  [
    'no later than its issue was claimed',
    recordOf({ seenAt: 9, issues: { product: claimedOf({ claim: { id: 'c', at: 4, searches: 0 } }) } }),
    4,
  ],
  [
    'whatever a claim without time says',
    recordOf({ seenAt: 9, issues: { product: claimedOf({ claim: { id: 'c', at: 0, searches: 0 } }) } }),
    9,
  ],
  ['or its adopted issue', recordOf({ seenAt: 9, issues: { product: issueOf() } }), 9],
])('the app first heard of a finding %s', (_what, record, at) => {
  expect(createdAtOf(record)).toBe(at);
});

test('the due date that a portal sent is remembered with the clocks; without them it is the finding’s', () => {
  const facts = factsOf({ dueDate: '2026-02-01' });
  expect(ownDueDate({ facts, sla: { own: '2026-03-01' } })).toBe('2026-03-01');
  expect(ownDueDate({ facts, sla: {} })).toBeUndefined();
  expect(ownDueDate({ facts, sla: undefined })).toBe('2026-02-01');
});

describe('the clocks of a finding', () => {
  const of = (record: LinkRecord, own?: string, by = settings) => slaOf(record, own, by, calendar, now);

  test('give it its day, and keep what the portal sent beside it', () => {
    expect(of(withIssue())).toStrictEqual({ fix: '2026-01-22' });
    expect(of(withIssue({ sla: { own: 'old', fix: 'old', assign: 'old' } }), '2026-03-01')).toStrictEqual({
      own: '2026-03-01',
      fix: '2026-03-01',
    });
    expect(of(withIssue({ facts: factsOf({ firstSeen: '2026-01-01T00:00:00Z' }) }))?.fix).toBe('2026-01-08');
  });

  test('say nothing of one that none is about', () => {
    expect(of(withIssue({ facts: factsOf({ severity: 'low' }) }))).toBeUndefined();
    expect(
      of(
        withIssue({ product: 'blog' }),
        undefined,
        withClocks({ fix: { days: { high: 1 }, products: ['shop'] } }),
      ),
    ).toBeUndefined();
    expect(of(withIssue(), undefined, off)).toBeUndefined();
    expect(of(withIssue(), undefined, withClocks({ fix: undefined, assign: { days: { high: 1 } } }))).toEqual(
      { assign: '2026-01-16' },
    );
  });

  test('remember what was taken also while all is switched off, and nothing that is yet to come', () => {
    expect(of(withIssue({ sla: { fix: '2026-01-16', taken } }), undefined, off)).toStrictEqual({ taken });
    expect(of(withIssue({ sla: { taken } }))).toStrictEqual({ fix: '2026-01-22' });
    const low = factsOf({ severity: 'low' });
    expect(of(withIssue({ facts: low, sla: { taken } }))).toStrictEqual({ taken });
  });

  test('stand still while its risk is accepted, but only where they are on', () => {
    const record = withIssue({ facts: factsOf({ status: 'temporarily_risk_accepted' }) });
    expect(of(record)).toEqual({ fix: '2026-01-22', acceptedSince: now });
    expect(of({ ...record, sla: { taken } }, undefined, off)).toStrictEqual({ taken });
  });

  test('of a group are those of its members', () => {
    const record = {
      ...groupOf([memberOf({ severity: 'critical' }), memberOf({ id: 'F-2' })]),
      createdAt: now,
    };
    expect(of(record)?.fix).toBe('2026-01-16');
  });
});

describe('the clocks of findings that share an issue', () => {
  const daysOf = (...members: Parameters<typeof memberOf>[0][]) =>
    groupDays(groupOf(members.map(memberOf)), now, settings, calendar, now);

  test.each([
    ['the first to run out', [{}, { id: 'B', createdAt: now - 3 * dayMs }], '2026-01-19'],
    ['by when its portal first saw it', [{ firstSeen: '2026-01-10T00:00:00Z' }], '2026-01-17'],
    ['by what its portal sent', [{}, { id: 'B', dueDate: '2026-01-17' }], '2026-01-17'],
    [
      'later by how long it stood still',
      [{ standing: { stood: { calendar: 2, working: 0 } } }],
      '2026-01-24',
    ],
    ['not of what is over', [{}, { id: 'B', status: 'resolved', severity: 'critical' }], '2026-01-22'],
    ['of what is over where all is', [{ status: 'resolved' }], '2026-01-22'],
  ] as [string, Parameters<typeof memberOf>[0][], string][])('are %s', (_what, members, fix) => {
    expect(daysOf(...members)).toStrictEqual({ fix });
  });

  test('are none where none has any', () => {
    expect(daysOf({ severity: 'low' })).toStrictEqual({});
    expect(daysOf()).toStrictEqual({});
    const assign = withClocks({ fix: undefined, assign: { days: { high: 3 } } });
    expect(groupDays(groupOf([memberOf()]), now, assign, calendar, now)).toStrictEqual({
      assign: '2026-01-18',
    });
  });

  test('stand still for each whose risk is accepted, by itself or with all', () => {
    const accepted = { kind: 'accepted', role: 'product', at: 1, event: 'e' } as const;
    const [open, alone] = [memberOf(), memberOf({ id: 'B', status: 'temporarily_risk_accepted' })];
    const still = { standing: { acceptedSince: now } };
    const standing = (record: LinkRecord) => withStandingMembers(record, settings, now).group?.members;
    expect(standing(groupOf([open, alone]))).toStrictEqual([open, { ...alone, ...still }]);
    expect(standing(groupOf([open], { decided: accepted }))).toStrictEqual([{ ...open, ...still }]);
    const again = { ...open, standing: { acceptedSince: now - dayMs } };
    expect(standing(groupOf([again]))).toStrictEqual([
      { ...open, standing: { stood: { calendar: 1, working: 1 } } },
    ]);
    expect(withStandingMembers(recordOf(), settings, now)).toEqual(recordOf());
  });
});

describe('clocks are to be looked at', () => {
  const at = (record: LinkRecord, before?: LinkRecord, when = now) =>
    escalateAt(before, record, settings, calendar, when);
  const record = withIssue({ sla: { fix: '2026-01-22' } });
  const soon = Date.parse('2026-01-20T00:01:00Z');

  test('when the next step comes, in the turn of the severity', () => {
    expect(at(record)).toBe(soon);
  });

  test.each([
    ['no clock is about the finding', withIssue()],
    ['they stand still', withIssue({ sla: { fix: '2026-01-22' }, facts: factsOf({ status: 'resolved' }) })],
    [
      'all steps were taken',
      withIssue({ sla: { fix: '2026-01-22', taken: { ...taken, late: taken.soon } } }),
    ],
  ])('never while %s', (_what, never) => {
    expect(at(never)).toBeUndefined();
  });

  test('in a late step’s turn, which it keeps as long as nothing changed', () => {
    const late = soon + dayMs;
    expect(at(record, undefined, soon)).toBe(soon + 60_000);
    expect(at(record, undefined, late)).toBe(late + 60_000);
    const waits = { ...record, todo: { escalate: 5 } };
    expect(at(record, waits, late)).toBe(5);
    expect(at(record, record, late)).toBe(late + 60_000);
    expect(at(record, { ...record, todo: { follow: 5 } }, late)).toBe(late + 60_000);
    for (const other of [
      { sla: { fix: '2026-01-21' } },
      { sla: { fix: '2026-01-22', assign: '2026-01-01' } },
      { facts: factsOf({ severity: 'critical' }) },
      { sla: undefined },
    ])
      expect(at(record, { ...waits, ...other }, late)).toBe(late + 60_000);
    expect(at({ ...record, facts: factsOf({ severity: 'critical' }) }, undefined, late)).toBe(late);
  });
});

describe('other clocks than before', () => {
  const todo = (record: LinkRecord, by = settings) => todoAfterChange(record, by, calendar, now);
  const due = factsOf({ dueDate: '2026-01-22' });

  test('are applied at once, each severity in its turn, where they give another day', () => {
    expect(todo(withIssue({ todo: { follow: 1 } }))).toEqual({ follow: 1, escalate: now + 60_000 });
    expect(todo(withIssue({ facts: factsOf({ severity: 'critical' }) }))).toEqual({ escalate: now });
    const moved = [
      withIssue({ sla: { fix: '2026-01-20' }, facts: due }),
      withIssue({ sla: { fix: '2026-01-22', assign: '2026-01-20' }, facts: due }),
      withIssue({ sla: { fix: '2026-01-22' }, facts: factsOf({ dueDate: '2026-01-20' }) }),
    ];
    for (const record of moved) expect(todo(record)).toEqual({ escalate: now + 60_000 });
  });

  test('leave the next step where it is, or take it away, where they give the same day', () => {
    const soon = Date.parse('2026-01-20T00:01:00Z');
    const same = withIssue({ sla: { fix: '2026-01-22' }, facts: due });
    expect(todo(same)).toEqual({ escalate: soon });
    const known = { escalate: soon, follow: 1 };
    expect(todo({ ...same, todo: known })).toBe(known);
    const none = withClocks({ escalation: [] });
    expect(todo({ ...same, todo: known }, none)).toEqual({ follow: 1 });
    const plain = withIssue({ facts: factsOf({ severity: 'low' }) });
    expect(todo(plain)).toBeUndefined();
  });

  test.each([
    ['without issues', { issues: {} }],
    ['that shares its issues', { memberOf: { id: 'log4j' } }],
    ['that is over', { facts: factsOf({ status: 'resolved' }) }],
  ])('do nothing to a finding %s', (_what, more) => {
    const record = withIssue({ ...more, todo: { escalate: 5 } });
    expect(todo(record)).toBe(record.todo);
  });
});

describe('what clocks and steps would do', () => {
  const see = (more: Partial<LinkRecord> = {}, at = now) => foresee(withIssue(more), settings, calendar, at);
  const row = {
    ...{ connection: 'abcdefgh', finding: 'F-1', product: 'shop', title: 'SQL injection', severity: 'high' },
    ...{ step: 'soon', due: '2026-01-22' },
  };
  const soon = Date.parse('2026-01-20T00:01:00Z');

  test('is told of steps that are late, or come within a day', () => {
    expect(see({}, soon - dayMs - 1).rows).toEqual([]);
    expect(see({}, soon - dayMs).rows).toStrictEqual([{ ...row, at: soon }]);
    expect(see({}, soon).rows).toStrictEqual([row]);
  });

  test('is told of a due date that would be another one', () => {
    expect(see().isMoved).toBe(true);
    const same = { sla: {}, facts: factsOf({ dueDate: '2026-01-22' }) };
    expect(see(same).isMoved).toBe(false);
    expect(see({ facts: factsOf({ severity: 'low', dueDate: '2026-03-01' }) })).toStrictEqual({
      rows: [],
      isMoved: false,
    });
  });

  test.each([
    ['without an issue', { issues: { product: claimedOf() } }],
    ['whose clocks stand still', { facts: factsOf({ status: 'permanently_risk_accepted' }) }],
  ])('is nothing for a finding %s', (_what, more) => {
    expect(see(more, soon + 30 * dayMs)).toStrictEqual({ rows: [], isMoved: false });
  });

  test('is summed up by step, the worst first, over as many hours as the cap allows', () => {
    const late = Array.from({ length: 250 }, (_, n) => ({
      ...row,
      severity: 'low' as const,
      finding: `L-${String(n)}`,
    }));
    const [worst, comes] = [
      { ...row, severity: 'critical' as const, step: 'late' },
      { ...row, severity: 'medium' as const, at: soon },
    ];
    const preview = sumForeseen(
      [
        { rows: late, isMoved: true },
        { rows: [comes, worst], isMoved: false },
      ],
      settings,
      true,
    );
    expect(preview).toMatchObject({
      steps: [
        { id: 'soon', clock: 'fix', days: -2, now: 250, next24Hours: 1 },
        { id: 'late', clock: 'fix', days: 1, now: 1, next24Hours: 0 },
      ],
      ...{ now: 251, hours: 2, dueDates: 1, looked: 2, complete: true },
    });
    expect(preview.rows).toHaveLength(50);
    expect(preview.rows.slice(0, 2)).toEqual([worst, comes]);
  });
});
